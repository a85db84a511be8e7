import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counterMeasure, figure, inWords } from './figure.ts';
import { wilson } from './statistics/wilson.ts';
import type { WithinWindow } from './within-window.ts';

const counted = (numerator: number, denominator: number, rest: Partial<WithinWindow> = {}): WithinWindow => ({
  windowDays: 90,
  numerator,
  denominator,
  notYetKnown: 0,
  died: 0,
  moved: 0,
  followUpTo: '2026-11-21',
  startsTo: '2026-08-23',
  interval: wilson(numerator, denominator),
  ...rest,
});
const made = (here: WithinWindow, beside = counted(0, 120), tooFewBelow?: number) =>
  figure({
    what: 'began ongoing support',
    definition:
      'New people whose first ongoing support started within the window, of all with that long to tell.',
    of: 'people',
    counted: here,
    counterMeasure: counterMeasure('came back within 90 days of resting', beside, tooFewBelow),
    ...(tooFewBelow === undefined ? {} : { tooFewBelow }),
  });

describe('a figure in words', () => {
  it('E8 says counts, share, interval, window, date, what is not yet known and the counter-measure', () => {
    const here = counted(31, 412, { notYetKnown: 1057, died: 12, moved: 3 });
    assert.equal(
      inWords(made(here, counted(44, 300, { notYetKnown: 9 }))),
      '31 of 412 people (7.5%, between 5.4% and 10.5%) began ongoing support within 90 days, followed to ' +
        '21 November 2026. Not yet known for 1,057 more, who have not been followed for 90 days. ' +
        'Of the 412, 12 died and 3 moved away within that time before it could happen. ' +
        'Beside it: 44 of 300 people (14.7%) came back within 90 days of resting; not yet known for 9 more.',
    );
  });

  it('E8 seven people are too few to compare and eight are not', () => {
    assert.match(inWords(made(counted(1, 7))), /^Too few to compare/);
    assert.doesNotMatch(inWords(made(counted(1, 7))), /%, between/);
    assert.match(inWords(made(counted(1, 8))), /^1 of 8 people/);
  });

  it('E8 a council may set its own number for too few', () => {
    assert.match(
      inWords(made(counted(3, 19), counted(0, 9), 20)),
      /^Too few to compare.*too few to say how many came back/s,
    );
  });

  it('E8 nobody followed yet is not nought per cent', () => {
    assert.match(
      inWords(made(counted(0, 0, { notYetKnown: 40 }))),
      /^Too few to compare.*Not yet known for 40 more/s,
    );
  });

  it('E8 follow-up says how many are known of everybody', () => {
    assert.deepEqual(made(counted(31, 412, { notYetKnown: 88 })).followUp, {
      to: '2026-11-21',
      known: 412,
      everybody: 500,
    });
  });
});
