import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparisonStanding } from './comparison-standing.ts';
import { readyToStart } from './kept-site.fixture.ts';
import type { ComparisonNamed } from './kept-site.ts';

const [first] = readyToStart.comparisons;
assert.ok(first);
const on = (namedOn: string, more: Partial<ComparisonNamed> = {}) => ({
  ...first,
  id: namedOn,
  namedOn,
  ...more,
});
const startedOn = '2026-03-01';

describe('the standing of a comparison', () => {
  it('E11 named before the start carries no mark, and before any start there is none to carry', () => {
    const named = comparisonStanding({ startedOn, comparisons: [on('2026-02-28')] });
    assert.deepEqual([named.state, named.mark], ['named', null]);
    assert.equal(comparisonStanding({ startedOn: null, comparisons: [on('2026-03-03')] }).mark, null);
    assert.equal(comparisonStanding({ startedOn, comparisons: [] }).state, 'not-named');
  });

  it('E11 named on the first day or later is marked with its day', () => {
    const late = comparisonStanding({ startedOn, comparisons: [on('2026-03-03')] });
    assert.deepEqual([late.state, late.mark], ['named-after', 'named after the start, on 3 March 2026']);
    assert.equal(
      comparisonStanding({ startedOn, comparisons: [on(startedOn)] }).mark,
      'named after the start, on 1 March 2026',
    );
  });

  it('E11 is marked for ever, even when what was named before is named again', () => {
    const back = comparisonStanding({
      startedOn,
      comparisons: [on('2026-02-01'), on('2026-06-09', { words: 'Fens' }), on('2026-08-02')],
    });
    assert.equal(
      back.mark,
      'named after the start, on 9 June 2026 and again on 2 August 2026, in place of the one named before it',
    );
    assert.deepEqual(
      back.earlier.map(({ id }) => id),
      ['2026-02-01', '2026-06-09'],
    );
  });

  it('E11 saying afterwards that there is no comparison is marked too', () => {
    const gone = comparisonStanding({
      startedOn,
      comparisons: [on('2026-02-01'), on('2026-04-01', { kind: 'none' })],
    });
    assert.equal(gone.state, 'none');
    assert.match(gone.mark ?? '', /^taken away after the start, on 1 April 2026/);
  });
});
