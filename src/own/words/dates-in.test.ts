import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datesIn } from './dates-in.ts';

describe('days and times in another language', () => {
  it('are said as that language says them', () => {
    const welsh = datesIn('cy');
    assert.equal(welsh.day('2026-11-21'), '21 Tachwedd 2026');
    assert.match(welsh.near('2026-11-20', '2026-11-21'), /Gwener.*20 Tachwedd/);
    assert.match(welsh.near('2027-01-04', '2026-11-21'), /Ionawr 2027/);
    assert.equal(welsh.ago('2026-11-20', '2026-11-21'), 'ddoe');
    assert.match(welsh.moment(new Date('2026-11-17T14:30:00Z')), /Tachwedd 2026.*14:30/);
  });
  it('are of this country’s clock, on both sides of summer', () => {
    assert.match(datesIn('fr').time(new Date('2026-07-01T08:05:00Z')), /^0?9:05$/);
    assert.match(datesIn('fr').time(new Date('2026-12-01T08:05:00Z')), /^0?8:05$/);
  });
  it('are said as English says them where the language is not known here', () => {
    assert.equal(datesIn('art-x-brackets').day('2026-11-21'), '21 November 2026');
    assert.equal(datesIn('art-x-brackets').ago('2026-11-19', '2026-11-21'), '2 days ago');
  });
});
