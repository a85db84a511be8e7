import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meterInWords, meterOf, type PutThrough } from './meter.ts';

const nothing: PutThrough = {
  handOns: [],
  firstTalks: [],
  contacts: [],
  decisions: [],
  promises: [],
  crises: [],
};
const now = new Date('2026-11-21T09:32:00Z');
const today = '2026-11-21';
const of = (story: Partial<PutThrough>) => meterOf({ ...nothing, ...story }, now, today);
const talk = (at: string, colleagueId: string, hadRead: boolean) => ({
  at: new Date(at),
  colleagueId,
  hadRead,
});

describe('the bad-experience meter', () => {
  it('says nothing bad of somebody nothing bad has happened to', () => {
    assert.deepEqual(of({}), {
      handOns: 0,
      toldAgain: 0,
      daysToConversation: null,
      isStillWaiting: false,
      decidedUnmet: 0,
      promisesBroken: 0,
      longestGap: null,
    });
    assert.equal(meterInWords(of({}))[0], 'Nobody has handed them on.');
  });

  it('counts each hand-on', () => {
    assert.equal(of({ handOns: [{ on: '2026-11-01' }, { on: '2026-11-01' }] }).handOns, 2);
  });

  it('a story is told again to each later colleague who had not opened it, and never to the first', () => {
    const first = talk('2026-11-01T10:00:00Z', 'a', false);
    const read = talk('2026-11-02T10:00:00Z', 'b', true);
    const unread = talk('2026-11-03T10:00:00Z', 'c', false);
    assert.equal(of({ firstTalks: [first] }).toldAgain, 0);
    assert.equal(of({ firstTalks: [unread, read, first] }).toldAgain, 1, 'whatever order they come in');
    assert.equal(of({ firstTalks: [first, read] }).toldAgain, 0);
  });

  it('takes the longest wait, a running one included', () => {
    const answered = { madeOn: '2026-11-01', spokenOn: '2026-11-04' };
    assert.partialDeepStrictEqual(of({ contacts: [answered] }), {
      daysToConversation: 3,
      isStillWaiting: false,
    });
    assert.partialDeepStrictEqual(of({ contacts: [answered, { madeOn: '2026-11-11', spokenOn: null }] }), {
      daysToConversation: 10,
      isStillWaiting: true,
    });
    assert.equal(of({ contacts: [{ madeOn: today, spokenOn: today }] }).daysToConversation, 0);
  });

  it('counts a wait across 29 February in days', () => {
    assert.equal(of({ contacts: [{ madeOn: '2028-02-28', spokenOn: '2028-03-01' }] }).daysToConversation, 2);
  });

  it('C3-6 counts decisions by somebody who had not met them', () => {
    const decisions = [{ deciderHasMetPerson: true }, { deciderHasMetPerson: false }];
    assert.equal(of({ decisions }).decidedUnmet, 1);
  });

  it('counts broken promises and no others', () => {
    const promises = (['open', 'kept', 'moved', 'broken'] as const).map((state) => ({ state }));
    assert.equal(of({ promises }).promisesBroken, 1);
  });

  it('takes the longest gap of any conversation 2, over the night the clocks change as one day', () => {
    const before = {
      openedAt: new Date('2026-10-24T22:30:00Z'),
      restedAt: new Date('2026-10-26T00:30:00Z'),
      contacts: [{ at: new Date('2026-10-25T00:30:00Z') }],
    };
    const open = { openedAt: new Date('2026-11-18T10:00:00Z'), restedAt: null, contacts: [] };
    assert.equal(of({ crises: [before] }).longestGap, 1);
    assert.equal(of({ crises: [before, open] }).longestGap, 3);
  });

  it('reads as six sentences in one order', () => {
    const words = meterInWords(
      of({
        handOns: [{ on: today }],
        contacts: [{ madeOn: '2026-11-20', spokenOn: null }],
        promises: [{ state: 'broken' }],
      }),
    );
    assert.deepEqual(words.slice(0, 1), ['They have been handed on once.']);
    assert.equal(words[2], 'They have waited one day for a first conversation, and wait still.');
    assert.equal(words[4], 'We have broken one promise to them.');
    assert.equal(words.length, 6);
  });
});
