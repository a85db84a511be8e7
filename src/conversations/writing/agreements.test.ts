import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { promisesIn } from './agreements.ts';

/** A Tuesday. */
const today = '2026-11-17';
const read = (agreed: string) => promisesIn(agreed, 'Rowan', today);
const due = (words: string) => read(`- I ring ${words}`)[0]?.dueOn ?? null;

describe('promises read from what was agreed', () => {
  it('takes only lines that begin with a dash', () => {
    assert.equal(read('Wilf tries one Thursday.\nI ring the boat shed.').length, 0);
    assert.equal(
      read('We talked.\n - I ring the boat shed\r\n– Carol will bring a pie.\n* Wilf tries it').length,
      3,
    );
  });

  it('reads who, what and by when', () => {
    assert.deepEqual(read('- I will order the stair rail by Friday.'), [
      { who: 'Rowan', what: 'will order the stair rail', dueOn: '2026-11-20', isOurs: true },
    ]);
    assert.deepEqual(read('- Carol brings a pie on Sunday and stays to eat it'), [
      { who: 'Carol', what: 'brings a pie and stays to eat it', dueOn: '2026-11-22', isOurs: false },
    ]);
    assert.deepEqual(read('- The boat shed meets him at the gate, Thursday 26 November'), [
      { who: 'The boat shed', what: 'meets him at the gate', dueOn: '2026-11-26', isOurs: false },
    ]);
    assert.deepEqual(read('- His niece Carol will bring the letters'), [
      { who: 'His niece Carol', what: 'will bring the letters', dueOn: null, isOurs: false },
    ]);
    assert.deepEqual(read('- we’ll tell the huddle tomorrow'), [
      { who: 'We', what: 'will tell the huddle', dueOn: '2026-11-18', isOurs: true },
    ]);
  });

  it('a line that names nobody is the writer’s own', () => {
    assert.deepEqual(read('- order stair rail by 20/11'), [
      { who: 'Rowan', what: 'will order stair rail', dueOn: '2026-11-20', isOurs: true },
    ]);
  });

  it('reads days as people say them', () => {
    assert.equal(due('by 21 November'), '2026-11-21');
    assert.equal(due('by 3 January'), '2027-01-03');
    assert.equal(due('by 21 November 2027'), '2027-11-21');
    assert.equal(due('in two weeks'), '2026-12-01');
    assert.equal(due('in a week’s time'), '2026-11-24');
    assert.equal(due('in 3 days'), '2026-11-20');
    assert.equal(due('within a fortnight'), '2026-12-01');
    assert.equal(read('- I ring within a fortnight')[0]?.what, 'will ring');
    assert.equal(due('by Tuesday'), '2026-11-24');
    assert.equal(due('next Thursday'), '2026-11-26');
    assert.equal(due('today'), today);
    assert.equal(due('2026-12-24'), '2026-12-24');
  });

  it('does not invent a day', () => {
    assert.equal(due('about the 31 February letter'), null);
    assert.equal(due('when she can'), null);
  });

  it('reads any text without failing, and never a promise without words', () => {
    const seed = Date.now();
    const pieces = fc.constantFrom(
      '- ',
      'I will ',
      'Carol ',
      'by ',
      'Friday ',
      '31/2 ',
      '\n',
      'in ',
      'two ',
      'weeks ',
      'the ',
      'rings ',
      '’ll ',
    );
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        for (const { who, what } of read(all.join(''))) assert.ok(who.trim() && what.trim());
      }),
      { seed, numRuns: 500 },
    );
  });
});
