import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayOf, daysBetween } from '../../platform/clock.ts';
import { firstMoment, quietHours } from './hours.ts';
import { howToTell, needAMessageCannotMeet, type Recipient, type Wishes } from './how-to-tell.ts';

const mags: Recipient = {
  hasDied: false,
  hasMovedAway: false,
  isByHandOnly: false,
  isShownOnly: false,
  hasPage: true,
  messageBy: 'text',
  messageTo: '07700900123',
  needs: ['Hearing aid in the left ear'],
  languages: [],
  lastDay: null,
};
const wishes: Wishes = {
  mayText: true,
  mayEmail: true,
  mayRing: true,
  mayPost: false,
  notBefore: null,
  notAfter: null,
  notDays: [],
};
const now = new Date('2026-11-21T09:32:00Z');
const told = (recipient: Partial<Recipient>, more: Partial<Wishes> | null = null, asks = true, at = now) =>
  howToTell({ ...mags, ...recipient }, more && { ...wishes, ...more }, asks, at);

describe('DAPB1605 how somebody is told', () => {
  it('the way they chose, at once in the day', () => {
    assert.deepEqual(told({}), { how: 'text', to: '07700900123', at: now, hours: quietHours });
    assert.equal(told({ messageBy: 'email', messageTo: 'm@example.org' }).how, 'email');
  });
  it('never the way they said no to: by post if they said so, otherwise one of us', () => {
    assert.equal(told({}, { mayText: false, mayPost: true }).how, 'letter');
    assert.deepEqual(told({}, { mayText: false }), { how: 'somebody', why: 'no-way' });
    assert.deepEqual(told({ messageBy: null, messageTo: null }), { how: 'somebody', why: 'no-way' });
  });
  it('a message is never in the wrong format: one of us tells them', () => {
    for (const need of [
      'Large print, 18 point',
      'Braille',
      'Easy read with pictures',
      'BSL',
      'Cannot read well',
      'Please ring, never text',
      'Phone only',
      'Registered blind',
      'Needs a Polish interpreter',
      'No letters or emails',
    ])
      assert.deepEqual(told({ needs: [need] }, null, false), { how: 'somebody', why: 'format' }, need);
    assert.equal(needAMessageCannotMeet(['Speak slowly', 'Hearing aid in the left ear']), null);
    assert.deepEqual(told({ languages: ['Polish'] }), { how: 'somebody', why: 'language' });
    assert.equal(told({ languages: ['Polish', 'English'] }).how, 'text');
  });
  it('nobody who died or moved away; whoever may be at risk hears it from one of us', () => {
    assert.deepEqual(told({ hasDied: true, isByHandOnly: true }), { how: 'nobody', why: 'died' });
    assert.deepEqual(told({ hasMovedAway: true }), { how: 'nobody', why: 'moved' });
    assert.deepEqual(told({ isByHandOnly: true }), { how: 'somebody', why: 'by-hand' });
    assert.deepEqual(told({ isByHandOnly: true, isShownOnly: true }), { how: 'nobody', why: 'by-hand' });
  });
  it('without a page, only what waits for an answer is told', () => {
    assert.deepEqual(told({ hasPage: false }), { how: 'somebody', why: 'no-way' });
    assert.deepEqual(told({ hasPage: false }, null, false), { how: 'nobody', why: 'finds-it' });
  });
  it('at most one thing a day', () => {
    const next = told({ lastDay: '2026-11-21' });
    assert.equal('at' in next && next.at.toISOString(), '2026-11-22T08:00:00.000Z');
  });
});

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
});
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
function suits(at: Date, from: string, to: string, notDays: number[], lastDay: string | null): boolean {
  const parts = Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, value]));
  const time = `${parts.hour}:${parts.minute}`;
  const inHours = from === to ? true : from < to ? time >= from && time < to : time >= from || time < to;
  const day = weekdays.indexOf(parts.weekday ?? '') + 1;
  return inHours && !notDays.includes(day) && (lastDay === null || dayOf(at) > lastDay);
}

const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const moment = fc
  .integer({
    min: Date.parse('2026-01-01T00:00:00Z') / 900_000,
    max: Date.parse('2028-12-31T00:00:00Z') / 900_000,
  })
  .map((n) => new Date(n * 900_000));
/** Nights on which the clocks change. */
const change = fc
  .tuple(
    fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'),
    fc.integer({ min: -200, max: 200 }),
  )
  .map(([day, quarters]) => new Date(Date.parse(`${day}T01:00:00Z`) + quarters * 900_000));
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 });

describe('the moment it comes', () => {
  const seed = 20261122;
  it(`is the first that suits them, clock changes too (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.oneof(moment, change),
        quarter,
        quarter,
        days,
        fc.boolean(),
        (at, from, to, notDays, again) => {
          const lastDay = again ? dayOf(at) : null;
          const found = firstMoment(at, { notBefore: from, notAfter: to, notDays }, lastDay);
          assert.ok(found, 'some day always suits');
          assert.ok(found >= at && suits(found, from, to, notDays, lastDay), found.toISOString());
          for (let earlier = at.getTime(); earlier < found.getTime(); earlier += 900_000)
            assert.equal(
              suits(new Date(earlier), from, to, notDays, lastDay),
              false,
              new Date(earlier).toISOString(),
            );
        },
      ),
      { seed, numRuns: 300 },
    );
  });
  it('by itself is never between eight in the evening and eight in the morning, nor a day late', () => {
    fc.assert(
      fc.property(fc.oneof(moment, change), (at) => {
        const found = firstMoment(at, quietHours, null);
        assert.ok(found && suits(found, '08:00', '20:00', [], null));
        assert.ok(daysBetween(dayOf(at), dayOf(found)) <= 1);
      }),
      { seed, numRuns: 500 },
    );
  });
  it('no day of the week at all is no moment', () =>
    assert.equal(firstMoment(now, { ...quietHours, notDays: [1, 2, 3, 4, 5, 6, 7] }, null), null));
});
