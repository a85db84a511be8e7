import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AboutLine, exportedAs, onePageOf, pointsFor, sectionsOf } from './about-me.ts';
import { headingsOf, longest } from './headings.ts';

const line = (changes: Partial<AboutLine>): AboutLine => ({
  id: '1',
  heading: 'most-important',
  words: 'The sea.',
  saidOn: '2026-11-20',
  writtenBy: null,
  isCurrent: true,
  ...changes,
});

describe('About me', () => {
  it('has the headings of the PRSB About Me standard, unless a council has its own', () => {
    assert.deepEqual(
      headingsOf({}).map(({ heading }) => heading),
      [
        'What is most important to me',
        'People who are important to me',
        'How I communicate and how to communicate with me',
        'My wellness',
        'Please do and please don’t',
        'How and when to support me',
        'Also worth knowing about me',
      ],
    );
    const own = [{ key: 'my-home', heading: 'My home', asks: 'What is home like?' }];
    assert.deepEqual(headingsOf({ aboutMe: own }), own);
  });

  it('keeps to the standard where a council’s own headings cannot be read, or take a carer’s', () => {
    const one = { key: 'my-home', heading: 'My home', asks: 'What is home like?' };
    for (const aboutMe of [[], 'x', [{ key: 'A' }], [one, one], [{ ...one, key: 'caring-break' }]])
      assert.equal(headingsOf({ aboutMe }).length, 7);
  });

  it('shows what stands under each heading, and what stood there before', () => {
    const old = line({ id: '0', words: 'My boat.', isCurrent: false });
    const [first, second] = sectionsOf(headingsOf({}), [line({}), old]);
    assert.equal(first?.now?.words, 'The sea.');
    assert.deepEqual(first?.earlier, [old]);
    assert.equal(second?.now, null);
  });

  it('is printed with a pause where a line was broken, the day it was last written and who helped', () => {
    const page = onePageOf(
      'Wilf',
      sectionsOf(headingsOf({}), [
        line({ words: 'The sea\nMy boat.\n\nTea' }),
        line({ heading: 'people', words: 'Carol', saidOn: '2026-11-21', writtenBy: 'Rowan' }),
      ]),
    );
    assert.equal(page.sections[0]?.words, 'The sea. My boat. Tea');
    assert.equal(page.saidOn, '2026-11-21');
    assert.deepEqual(page.helpedBy, ['Rowan']);
  });

  it('is exported under the standard’s names, with who helped and the day', () => {
    const page = onePageOf('Wilf', sectionsOf(headingsOf({}), [line({ writtenBy: 'Rowan' })]));
    assert.deepEqual(exportedAs(page), {
      standard: 'PRSB About Me',
      date: '2026-11-20',
      'What is most important to me': 'The sea.',
      'Supported to write this by': 'Rowan',
    });
  });

  it('has smaller letters the more is written, and never under 10 points; in large print never under 16', () => {
    const full = (length: number) =>
      onePageOf(
        'Wilf',
        sectionsOf(
          headingsOf({}),
          headingsOf({}).map(({ key }) => line({ heading: key, words: 'x'.repeat(length) })),
        ),
      );
    assert.deepEqual(
      [20, 200, longest].map((length) => pointsFor(full(length), false)),
      [12, 11, 10],
    );
    assert.deepEqual(
      [20, 200, longest].map((length) => pointsFor(full(length), true)),
      [20, 18, 16],
    );
  });
});
