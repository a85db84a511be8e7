import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { addDays, type Day } from '../../../platform/clock.ts';
import { type CouncilDb, readRows } from '../../../platform/db/council.ts';
import { answerAsked } from '../answers.store.ts';
import { type ListingMade, makeListings, standingOf } from '../asking.fixture.ts';
import { isDue, mostSpread } from '../cycle.ts';
import { paceOf } from '../pace.ts';
import { askToday, type DayRound } from './day-round.store.ts';
import { dueListings } from './due.store.ts';

const { database } = await testDatabase();
const first = '2026-11-22';
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);
let councils = 0;

/** A council of a test's own, in which days go by. */
async function fresh() {
  councils += 1;
  const council = await testCouncil(database, `asking-${councils}`);
  const on = <Value>(day: number, act: (db: CouncilDb) => Promise<Value>) =>
    council.as(council.accounts.editor, act, noon(addDays(first, day)));
  return {
    ...council,
    on,
    round: (day: number): Promise<DayRound> => on(day, (db) => askToday(db, 'https://care.example')),
    make: (...listings: ListingMade[]) => on(0, (db) => makeListings(db, listings)),
    look: (id: string | undefined, day = 0) => on(day, (db) => standingOf(db, id ?? '')),
    mail: () =>
      on(0, (db) =>
        readRows<{ to: string; subject: string; words: string }>(
          db,
          sql`select mail_to as to, subject, words from outgoing_mail order by made_at, id`,
        ),
      ),
  };
}
const ago = (days: number) => addDays(first, -days);

describe('the day’s round of "Is this still right?"', () => {
  it('asks by e-mail, asks again after a week, then a steward rings; at 120 days it is hidden, kept and told of', async () => {
    const here = await fresh();
    const [id] = await here.make({
      name: 'Songs at the Hall',
      checkedOn: ago(88),
      way: 'e-mail',
      askTo: 'a@b.example',
    });
    assert.deepEqual(await here.round(0), { followed: 0, hidden: 0, asked: 1, messages: 1, cards: 0 });
    await here.round(0);
    await here.round(6);
    assert.deepEqual((await here.look(id)).askings, ['1 e-mail waits'], 'going round twice asks once');
    await here.round(7);
    await here.round(14);
    assert.deepEqual((await here.look(id)).askings, [
      '1 e-mail silence',
      '2 e-mail silence',
      '3 phone waits',
    ]);
    await here.round(31);
    assert.equal((await here.look(id)).state, 'listed');
    assert.equal((await here.round(32)).hidden, 1);
    const hidden = await here.look(id);
    assert.deepEqual(
      [hidden.state, hidden.restedBy, hidden.askings.at(-1)],
      ['hidden', 'silence', '4 e-mail silence'],
    );
    assert.deepEqual(
      (await here.mail()).map(({ subject }) => subject),
      [
        'Is what we say of “Songs at the Hall” still right?',
        'Again: is what we say of “Songs at the Hall” still right?',
        'We have stopped showing “Songs at the Hall”: one press brings it back',
      ],
    );
    await here.on(40, (db) => answerAsked(db, id ?? '', { answer: 'yes' }, 'the group'));
    const back = await here.look(id);
    assert.deepEqual(
      [back.state, back.restedBy, back.freshOn, back.checkedBy],
      ['listed', null, addDays(first, 40), 'the group'],
    );
    assert.deepEqual(await here.round(60), { followed: 0, hidden: 0, asked: 0, messages: 0, cards: 0 });
  });

  it('an answer by any route is one answer: staff’s "checked", or its own source', async () => {
    const here = await fresh();
    const [staff, source] = await here.make(
      { checkedOn: ago(88), way: 'e-mail' },
      { assuredOn: ago(88), way: 'e-mail' },
      ...Array.from({ length: 90 }, () => ({ checkedOn: first })),
    );
    await here.round(0);
    await here.on(1, (db) =>
      sql`update listing set checked_on = ${addDays(first, 1)}, checked_by = 'Rowan, who visited' where id = ${staff}`.execute(
        db,
      ),
    );
    await here.on(1, (db) =>
      sql`update listing set assured_on = ${addDays(first, 1)} where id = ${source}`.execute(db),
    );
    for (const [id, by] of [
      [staff, 'Rowan, who visited'],
      [source, 'its source'],
    ] as const) {
      const { asks, askings } = await here.look(id);
      assert.deepEqual([asks, askings], [0, ['1 e-mail yes']]);
      const said = await here.on(1, (db) =>
        readRows(db, sql`select answered_by as by from asking where listing_id = ${id}`),
      );
      assert.deepEqual(said, [{ by }]);
    }
    assert.equal((await here.round(8)).followed, 0);
  });

  it('an organisation with several listings is asked once for all of them', async () => {
    const here = await fresh();
    const [, other] = await here.make(
      { name: 'Lunch', checkedOn: ago(88), way: 'e-mail', askTo: 'Office@Many.example' },
      { name: 'Choir', checkedOn: ago(10), way: 'e-mail', askTo: 'office@many.example' },
      { name: 'Walks', checkedOn: ago(60), way: 'e-mail', askTo: 'office@many.example' },
    );
    assert.deepEqual(await here.round(0), { followed: 0, hidden: 0, asked: 3, messages: 1, cards: 0 });
    const [message] = await here.mail();
    assert.match(message?.subject ?? '', /your 3 groups/);
    assert.equal((message?.words.match(/https:\/\/care\.example\/g\/[0-9a-z-]{14}/g) ?? []).length, 3);
    assert.equal((await here.look(other)).nextAskOn, addDays(first, 92));
  });

  it('the message says nothing of any person, only of groups', async () => {
    const here = await fresh();
    const [id] = await here.make({ name: 'Walks', checkedOn: ago(88), way: 'e-mail' });
    await here.on(0, (db) => sql`update asking_way set who = 'Sandra' where listing_id = ${id}`.execute(db));
    await here.round(0);
    const [message] = await here.mail();
    assert.doesNotMatch(`${message?.subject} ${message?.words}`, /Sandra|Edie|person|introduc/i);
  });

  it('nothing goes anywhere without a way: whoever has none is on the steward’s list', async () => {
    const here = await fresh();
    const [none, phone] = await here.make(
      { checkedOn: null },
      { checkedOn: ago(100), way: 'phone', askTo: '01632 960123' },
    );
    assert.equal((await here.round(0)).messages, 0);
    assert.deepEqual((await here.look(none)).askings, ['1 phone waits']);
    assert.deepEqual((await here.look(phone)).askings, ['1 phone waits']);
  });

  it('a card gets an address to print, waits to be posted, and asks again two weeks after that', async () => {
    const here = await fresh();
    const [id] = await here.make({ checkedOn: ago(80), way: 'post', askTo: '1 High Street\nSaltbeck' });
    assert.equal((await here.round(0)).cards, 1);
    assert.equal((await here.round(20)).followed, 0, 'not yet posted');
    await here.on(20, (db) => sql`update asking set posted_on = ${addDays(first, 20)}`.execute(db));
    assert.equal((await here.round(33)).followed, 0);
    assert.equal((await here.round(34)).followed, 1);
    assert.deepEqual((await here.look(id)).askings, ['1 post silence', '2 post waits']);
  });

  it('a fifth message in a year is never sent: somebody rings', async () => {
    const here = await fresh();
    const [id] = await here.make({ checkedOn: ago(88), way: 'e-mail' });
    for (let day = 0; day <= 280; day += 7) {
      await here.round(day);
      const { askings } = await here.look(id, day);
      if (/^[12] e-mail waits/.test(askings.at(-1) ?? '') && askings.length % 2 === 0)
        await here.on(day, (db) => answerAsked(db, id ?? '', { answer: 'yes' }, 'the group'));
    }
    const { askings } = await here.look(id);
    assert.deepEqual(askings, [
      '1 e-mail silence',
      '2 e-mail yes',
      '1 e-mail silence',
      '2 e-mail yes',
      '1 phone waits',
    ]);
  });

  it('asks in a day little more than an even day’s share, longest unchecked first, so that no wave comes round', async () => {
    const here = await fresh();
    await here.on(0, (db) => sql`update council set settings = '{"asking": {"callsADay": 1}}'`.execute(db));
    const ids = await here.make(
      ...Array.from({ length: 90 }, (_, index) => ({ checkedOn: ago(100 + index), way: 'e-mail' as const })),
      ...[295, 305].map((days) => ({ checkedOn: ago(days) })),
    );
    assert.equal((await here.round(0)).asked, 3, '92 groups: one a day, and a fifth more; and one call');
    const asked = await Promise.all(ids.map(async (id) => (await here.look(id)).asks));
    assert.deepEqual(
      asked.flatMap((one, index) => (one ? index : [])),
      [88, 89, 91],
    );
  });

  it('the statement asks exactly those the rule says', async () => {
    const here = await fresh();
    const pace = paceOf({});
    const near = fc.integer({ min: -30, max: 60 }).map((days) => addDays(first, days));
    const past = fc.integer({ min: 0, max: 140 }).map(ago);
    const one = fc.record({
      checkedOn: fc.option(past),
      nextAskOn: fc.option(fc.integer({ min: -60, max: 92 }).map((days) => addDays(first, days))),
      termEnds: fc.array(near, { maxLength: 2 }),
      pause: fc.option(fc.tuple(near, fc.option(fc.integer({ min: 1, max: 90 })))),
      onlyUntil: fc.option(near, { freq: 3 }),
    });
    const [many = []] = fc.sample(fc.array(one, { minLength: 1_500, maxLength: 1_500, size: 'max' }), {
      numRuns: 1,
      seed: 41,
    });
    const groups = many.map(({ pause, ...more }) => ({
      ...more,
      pausedFrom: pause?.[0] ?? null,
      pausedUntil: pause && pause[1] !== null ? addDays(pause[0], pause[1]) : null,
    }));
    const ids = await here.make(...groups);
    const found = await here.on(0, (db) =>
      readRows(db, dueListings({ council: here.councilId, today: first, pace })),
    );
    const bySql = new Set(found.map(({ id }) => id));
    const spreadOf = (id: string) => Number.parseInt(id.slice(-2), 16) % mostSpread;
    const byRule = new Set(
      ids.filter((id, index) => {
        const group = groups[index];
        return group && isDue({ ...group, spread: spreadOf(id) }, first, pace);
      }),
    );
    assert.ok(byRule.size > 300 && byRule.size < 1_300, String(byRule.size));
    assert.deepEqual([...bySql].sort(), [...byRule].sort());
  });
});
