import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../platform/clock.ts';
import { firstRealConversation, timeToConversation, type Wait, waitInWords } from './time-to-conversation.ts';

const rang = '2028-02-21';
const waited = (days: number): Wait => ({
  personId: `${days}`,
  contactOn: rang,
  spokenWithOn: addDays(rang, days),
});

describe('time to conversation', () => {
  it('E6 voicemail, a screening call and a talk with somebody else do not stop the clock', () => {
    const attempts = [
      { on: '2026-03-02', how: 'voicemail' },
      { on: '2026-03-03', how: 'screening call' },
      { on: '2026-03-04', how: 'talked with somebody else' },
      { on: '2026-03-12', how: 'real conversation' },
      { on: '2026-03-09', how: 'real conversation' },
    ] as const;
    assert.equal(firstRealConversation(attempts, '2026-03-02'), '2026-03-09');
    assert.equal(firstRealConversation(attempts.slice(0, 3), '2026-03-02'), undefined);
  });

  it('E6 a talk before the contact does not answer it, and one the same day is 0 days', () => {
    const talks = [
      { on: '2026-03-01', how: 'real conversation' },
      { on: '2026-03-02', how: 'real conversation' },
    ] as const;
    assert.equal(firstRealConversation(talks, '2026-03-02'), '2026-03-02');
    const early = { personId: 'Ola', contactOn: '2026-03-02', spokenWithOn: '2026-03-01' };
    assert.equal(timeToConversation([early], '2026-03-09').notYetSpokenWith, 1);
    assert.equal(timeToConversation([waited(0)], addDays(rang, 9)).median, 0);
  });

  it('E6 gives the median, the 90th centile and the longest', () => {
    const times = timeToConversation([9, 1, 2, 3, 4, 5, 6, 7, 8, 40].map(waited), '2028-12-31');
    assert.deepEqual([times.median, times.ninetieth, times.longest], [5.5, 9, 40]);
  });

  it('E6 counts a leap day', () => {
    const wait = { personId: 'Ola', contactOn: '2028-02-28', spokenWithOn: '2028-03-01' };
    assert.equal(timeToConversation([wait], '2028-03-31').longest, 2);
  });

  it('F2 people not yet spoken with are counted, with the longest wait so far', () => {
    const times = timeToConversation([waited(3), { personId: 'Ola', contactOn: rang }], addDays(rang, 41));
    assert.deepEqual([times.spokenWith, times.notYetSpokenWith, times.longestStillWaiting], [1, 1, 41]);
    assert.equal(
      waitInWords(times),
      'Too few to compare: so few people have been spoken with. Not yet spoken with: 1 person, the longest for 41 days.',
    );
  });

  it('E6 says half, nine in ten, the longest and who is still waiting', () => {
    const times = timeToConversation([9, 1, 2, 3, 4, 5, 6, 7, 8, 40].map(waited), '2028-12-31');
    assert.equal(
      waitInWords(times),
      'Half of 10 people were spoken with within 5.5 days, nine in ten within 9 days; the longest wait was 40 days. ' +
        'Nobody is waiting to be spoken with.',
    );
  });

  it('E6 nobody spoken with yet gives no median rather than a nought', () => {
    const times = timeToConversation([{ personId: 'Ola', contactOn: rang }], rang);
    assert.deepEqual(
      [times.median, times.ninetieth, times.longest, times.longestStillWaiting],
      [null, null, null, 0],
    );
    assert.match(
      waitInWords(times),
      /^Too few to compare.*Not yet spoken with: 1 person, the longest for 0 days\.$/,
    );
  });

  it('E6 somebody who died before we spoke with them is no longer waiting and is not forgotten', () => {
    const times = timeToConversation(
      [{ personId: 'Ola', contactOn: rang, diedOn: addDays(rang, 4) }],
      addDays(rang, 9),
    );
    assert.deepEqual([times.notYetSpokenWith, times.neverReached], [0, 1]);
    assert.match(waitInWords(times), /1 person died or moved away before we spoke with them/);
  });

  it('E6 says the same day rather than nought days', () => {
    const times = timeToConversation(
      Array.from({ length: 9 }, () => waited(0)),
      '2028-12-31',
    );
    assert.match(
      waitInWords(times),
      /^Half of 9 people were spoken with the same day, nine in ten the same day;/,
    );
  });

  it('E6 everybody is in exactly one place, and the three figures are in order', () => {
    const waits = fc.array(
      fc.record({ contact: fc.nat(300), wait: fc.option(fc.nat(300)), died: fc.option(fc.nat(300)) }).map(
        ({ contact, wait, died }): Wait => ({
          personId: 'Ola',
          contactOn: addDays(rang, contact),
          spokenWithOn: wait === null ? undefined : addDays(rang, contact + wait),
          diedOn: died === null ? undefined : addDays(rang, contact + died),
        }),
      ),
    );
    fc.assert(
      fc.property(waits, fc.nat(400), (people, day) => {
        const asOf = addDays(rang, day);
        const times = timeToConversation(people, asOf);
        const here = people.filter((wait) => wait.contactOn <= asOf).length;
        assert.equal(times.spokenWith + times.notYetSpokenWith + times.neverReached, here);
        if (times.median !== null && times.ninetieth !== null && times.longest !== null) {
          assert.ok(times.median <= times.ninetieth && times.ninetieth <= times.longest);
        }
      }),
    );
  });
});
