import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isAskedAbout,
  type LettingOutFacts,
  lettingOutOf,
  mayLetOut,
  staysUntil,
  timesOf,
} from './letting-out.ts';

const free: LettingOutFacts = {
  ...{ audience: 'public', isApproved: true, isKeptFromWalls: false, givesAddressAway: false },
  ...{ pieces: [], isSettled: true, whoAsked: 'Mine', whoWasThere: 'Nobody', isFree: 'free' },
};
const usual = lettingOutOf({});
const now = new Date('2026-11-21T09:32:00Z');

describe('letting a story out', () => {
  it('S-1 to S-9 each says not yet by itself, and all of them kept is a yes', () => {
    assert.equal(mayLetOut(free), undefined);
    const cases: [Partial<LettingOutFacts>, string][] = [
      [{ isApproved: false }, 'S-1'],
      [{ isKeptFromWalls: true }, 'S-5'],
      [{ givesAddressAway: true }, 'S-5'],
      [{ isSettled: false }, 'S-6'],
      [{ whoAsked: null }, 'S-7'],
      [{ whoWasThere: '' }, 'S-7'],
      [{ isFree: 'unsure' }, 'S-7'],
      [{ isFree: null }, 'S-7'],
      [{ pieces: [{ fileId: 'one', kind: 'sound', inWords: ' ' }] }, 'S-9'],
    ];
    for (const [change, rule] of cases)
      assert.equal(mayLetOut({ ...free, ...change })?.refused, rule, JSON.stringify(change));
  });

  it('S-5 comes before any other reason, and says the same whatever it is', () => {
    const kept = mayLetOut({ ...free, isKeptFromWalls: true, isSettled: false, isFree: null });
    const away = mayLetOut({ ...free, givesAddressAway: true });
    assert.deepEqual(kept, away);
    assert.doesNotMatch(JSON.stringify(kept), /address|safe|risk|protect|enquiry|restrict/i);
  });

  it('S-2 S-3 S-4 the team sees it at once for a year, others after seven days, and it is asked about each year', () => {
    assert.deepEqual(timesOf({ audience: 'team', months: 12 }, usual, now, '2026-11-21'), {
      fromAt: now,
      untilOn: '2027-11-21',
      askOn: '2027-11-21',
      silentUntilOn: '2027-12-19',
    });
    const council = timesOf({ audience: 'council', months: 24 }, usual, now, '2026-11-21');
    assert.equal(council.fromAt.toISOString(), '2026-11-28T09:32:00.000Z');
    assert.equal(council.untilOn, '2028-11-21');
    assert.equal(timesOf({ audience: 'public', months: 99 }, usual, now, '2026-11-21').untilOn, '2028-11-21');
  });

  it('S-4 nobody is asked about a yes that is over that same day, nor told that it stays longer', () => {
    const aYear = timesOf({ audience: 'team', months: 12 }, usual, now, '2026-11-21');
    assert.ok(!isAskedAbout(aYear, aYear.askOn));
    assert.equal(staysUntil(aYear), '2027-11-21');
    const twoYears = timesOf({ audience: 'team', months: 24 }, usual, now, '2026-11-21');
    assert.ok(!isAskedAbout(twoYears, '2027-11-20') && isAskedAbout(twoYears, '2027-11-21'));
    assert.equal(staysUntil(twoYears), '2027-12-19');
  });

  it('a council sets its own numbers, never none, never beyond the bounds', () => {
    const own = lettingOutOf({ stories: { coolingOffDays: 14, answerWithinDays: 0, usualMonths: 48 } });
    assert.deepEqual(own, { coolingOffDays: 14, askAfterMonths: 12, answerWithinDays: 28, usualMonths: 12 });
    assert.deepEqual(lettingOutOf({ stories: 'seven' }), usual);
  });
});
