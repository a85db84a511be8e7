import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counterMeasure, type Figure, figure } from '../figure.ts';
import { wilson } from '../statistics/wilson.ts';
import { differenceInWords, finding } from './finding.ts';

function figureOf(windowDays: number, numerator: number, denominator: number): Figure {
  const followed = {
    windowDays,
    followUpTo: '2026-11-21',
    startsTo: '2026-08-23',
    notYetKnown: 0,
    died: 0,
    moved: 0,
  };
  const counted = { ...followed, numerator, denominator, interval: wilson(numerator, denominator) };
  const beside = counterMeasure('came back', counted);
  return figure({
    what: 'began ongoing support',
    definition: '',
    of: 'people',
    counted,
    counterMeasure: beside,
  });
}

describe('the sentence of finding', () => {
  it('E8 says there is no difference we can be sure of when the interval includes none', () => {
    const said = finding('Harbour', [figureOf(90, 45, 600)], [figureOf(90, 60, 620)]);
    assert.match(
      said,
      /^Of new people followed for 90 days, 7\.5% of those Harbour answered .* 9\.7% .*: no difference we can be sure of/,
    );
    assert.match(said, /anything from \d+\.\d percentage points fewer to \d+\.\d more fits what was seen\.$/);
  });

  it('E8 says how much, with its range, when the interval leaves no difference out', () => {
    const said = finding('Harbour', [figureOf(180, 100, 2000)], [figureOf(180, 180, 2000)]);
    assert.match(said, /: 4\.0 percentage points fewer \(between 5\.\d fewer and 2\.\d fewer\)\.$/);
  });

  it('E3 speaks of the longest window both have been followed for, and says when a shorter one says something else', () => {
    const site = [figureOf(28, 120, 2000), figureOf(180, 100, 2000), figureOf(365, 0, 0)];
    const elsewhere = [figureOf(28, 40, 2000), figureOf(180, 180, 2000), figureOf(365, 0, 0)];
    const said = finding('Harbour', site, elsewhere);
    assert.match(said, /followed for 180 days/);
    assert.match(said, /Within 28 days there were more at Harbour: read the windows together\.$/);
  });

  it('E8 does not keep quiet about a shorter window that is clear when the longest is not', () => {
    const site = [figureOf(28, 120, 2000), figureOf(180, 61, 500)];
    const elsewhere = [figureOf(28, 40, 2000), figureOf(180, 60, 500)];
    assert.match(
      finding('Harbour', site, elsewhere),
      /no difference we can be sure of.* Within 28 days there were more at Harbour/,
    );
  });

  it('E9 counts whoever came while the tap was off with the site, and says so', () => {
    const elsewhere = [figureOf(180, 180, 2000)];
    const letIn = [figureOf(180, 50, 1000)];
    assert.match(
      finding('Harbour', letIn, elsewhere, [figureOf(180, 130, 1000)]),
      /9\.0% of those Harbour answered, its tap on or off, came .*: no difference we can be sure of/,
    );
    assert.match(
      finding('Harbour', letIn, elsewhere),
      /5\.0% of those Harbour answered came .*4\.0 percentage/,
    );
    assert.doesNotMatch(finding('Harbour', letIn, elsewhere, [figureOf(180, 0, 0)]), /tap/);
  });

  it('E8 says it is too soon when either has fewer than eight people', () => {
    assert.match(
      finding('Harbour', [figureOf(28, 2, 7)], [figureOf(28, 60, 900)]),
      /^It is too soon to say: too few people/,
    );
    assert.equal(differenceInWords(figureOf(28, 2, 7), figureOf(28, 60, 900)), 'too few to compare');
  });

  it('E8 says beside each window whether the difference includes none', () => {
    assert.match(
      differenceInWords(figureOf(90, 45, 600), figureOf(90, 60, 620)),
      /: includes no difference$/,
    );
    assert.doesNotMatch(differenceInWords(figureOf(180, 100, 2000), figureOf(180, 180, 2000)), /includes/);
  });
});
