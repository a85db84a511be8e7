import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, daysBetween } from '../platform/clock.ts';
import { type ContactSpan, contactEpisodes } from './episodes.ts';

const oneDay = (day: Day): ContactSpan => ({ startedOn: day, endedOn: day });
const howMany = (...contacts: ContactSpan[]): number => contactEpisodes(contacts).length;

const spans = fc.array(
  fc.tuple(fc.nat(120), fc.nat(6)).map(([start, length]) => ({
    startedOn: addDays('2028-01-20', start),
    endedOn: addDays('2028-01-20', start + length),
  })),
);

describe('contact episodes', () => {
  it('E1 two contacts on the same day are one asking', () => {
    assert.equal(howMany(oneDay('2026-03-02'), oneDay('2026-03-02')), 1);
  });

  it('E1 a gap of exactly 4 days joins and 5 days does not', () => {
    assert.equal(howMany(oneDay('2026-03-02'), oneDay('2026-03-06')), 1);
    assert.equal(howMany(oneDay('2026-03-02'), oneDay('2026-03-07')), 2);
  });

  it('E1 the gap is counted over a leap day', () => {
    assert.equal(howMany(oneDay('2028-02-26'), oneDay('2028-03-01')), 1);
    assert.equal(howMany(oneDay('2027-02-25'), oneDay('2027-03-01')), 1);
    assert.equal(howMany(oneDay('2028-02-25'), oneDay('2028-03-01')), 2);
  });

  it('E1 the gap runs from the latest end, not from the contact that started last', () => {
    const long = { startedOn: '2026-03-02', endedOn: '2026-03-20' };
    assert.equal(howMany(long, oneDay('2026-03-04'), oneDay('2026-03-24')), 1);
  });

  it('E1 a chain of small gaps is one episode however long it runs', () => {
    const weekly = Array.from({ length: 10 }, (_, index) => oneDay(addDays('2026-03-02', index * 4)));
    assert.deepEqual(
      contactEpisodes(weekly).map(({ startedOn, endedOn }) => [startedOn, endedOn]),
      [['2026-03-02', '2026-04-07']],
    );
  });

  it('E1 every contact lands in exactly one episode, in whatever order they come', () => {
    fc.assert(
      fc.property(spans, (contacts) => {
        const episodes = contactEpisodes(contacts);
        assert.equal(episodes.flatMap((episode) => episode.contacts).length, contacts.length);
        assert.deepEqual(
          contactEpisodes([...contacts].reverse()).map(({ startedOn, endedOn }) => [startedOn, endedOn]),
          episodes.map(({ startedOn, endedOn }) => [startedOn, endedOn]),
        );
      }),
    );
  });

  it('E1 neighbouring episodes are always 5 days apart or more', () => {
    fc.assert(
      fc.property(spans, (contacts) => {
        const episodes = contactEpisodes(contacts);
        for (const [index, episode] of episodes.entries()) {
          const before = episodes[index - 1];
          if (before) assert.ok(daysBetween(before.endedOn, episode.startedOn) >= 5);
        }
      }),
    );
  });
});
