import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { addDays, type Day } from '../../../platform/clock.ts';
import { type CouncilDb, readRows } from '../../../platform/db/council.ts';
import { answerAsked } from '../answers.store.ts';
import { makeListings } from '../asking.fixture.ts';
import { noteNoAnswer, openCall, readCalls, ringFromNowOn } from '../stewards/calls.store.ts';
import { askToday } from './day-round.store.ts';

const seed = 20_261_122;
const begins = '2027-01-01';
const days = 365;
const groups = 500;
/** How many calls the stewards make in all on a working day. */
const callsADay = 8;

/** The same sequence for the same seed (mulberry32). */
function dice(seeded: number): () => number {
  let state = seeded;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How a group behaves: answers messages (most of them), only the telephone, or nothing at all. */
type Kind = 'answers' | 'only the telephone' | 'nothing';

interface Year {
  name: string;
  /** How many of 500 never answer a message but do pick up a telephone; the rest of the 200 silent answer nothing. */
  onlyTelephone: number;
  /** The day each was last checked, before the year begins. */
  checkedOn: (throwDice: () => number) => Day;
  /** The least of what is listed that must have been checked within 90 days, on any day. */
  atLeast: number;
}

/** All three years take a minute; the ordinary run lives the two that the figure is of. ALONGSIDE_LONG=1 lives all. */
const isLong = process.env.ALONGSIDE_LONG === '1';

const { database } = await testDatabase();
let councils = 0;

async function live({ onlyTelephone, checkedOn }: Year) {
  councils += 1;
  const council = await testCouncil(database, `year-${councils}`);
  const throwDice = dice(seed);
  const on = <Value>(day: number, act: (db: CouncilDb) => Promise<Value>) =>
    council.as(council.accounts.editor, act, new Date(`${addDays(begins, day)}T12:00:00Z`));
  const made = Array.from({ length: groups }, (_, index) => ({
    ...{
      name: `Group ${index}`,
      way: 'e-mail' as const,
      checkedOn: checkedOn(throwDice),
      phone: '01632 960000',
    },
  }));
  const ids = await on(0, (db) => makeListings(db, made));
  await sql`analyze listing, asking_way`.execute(database);
  const kinds = new Map<string, Kind>(
    ids.map((id, index) => [
      id,
      index < 300 ? 'answers' : index < 300 + onlyTelephone ? 'only the telephone' : 'nothing',
    ]),
  );
  const answersOn = new Map<string, number>();
  const shares: { listed: number; checked: number; byDefault: number }[] = [];
  for (let day = 0; day < days; day += 1) {
    const share = await on(day, async (db) => {
      await askToday(db, 'https://care.example');
      await answerMessages(db, day, kinds, answersOn, throwDice);
      if (new Date(`${addDays(begins, day)}T12:00:00Z`).getUTCDay() % 6 !== 0)
        await ring(db, kinds, throwDice);
      return shown(db, addDays(begins, day));
    });
    shares.push(share);
  }
  return { shares, asked: await on(days, (db) => mostAsked(db)) };
}

/** Those who answer messages see 85 in 100 of them, and answer within twelve days, half of them at once. */
async function answerMessages(
  db: CouncilDb,
  day: number,
  kinds: Map<string, Kind>,
  answersOn: Map<string, number>,
  throwDice: () => number,
): Promise<void> {
  const open = await readRows<{ id: string; listingId: string }>(
    db,
    sql`select id, listing_id as "listingId" from asking where way = 'e-mail' and answered_on is null order by listing_id`,
  );
  for (const { id, listingId } of open) {
    if (kinds.get(listingId) !== 'answers') continue;
    if (!answersOn.has(id))
      answersOn.set(
        id,
        throwDice() < 0.85 ? day + Math.floor(12 * throwDice() ** 3) : Number.POSITIVE_INFINITY,
      );
    if ((answersOn.get(id) ?? 0) <= day) await answerAsked(db, listingId, { answer: 'yes' }, 'the group');
  }
}

/** The stewards ring those at the head of their list; six in ten who use a telephone are at home. */
async function ring(db: CouncilDb, kinds: Map<string, Kind>, throwDice: () => number): Promise<void> {
  const { calls } = await readCalls(db, { stewardId: null, isEditor: true, offset: 0, most: callsADay });
  for (const { togetherId } of calls) {
    const [open] = await openCall(db, togetherId);
    if (!open) continue;
    if (kinds.get(open.listingId) === 'nothing' || throwDice() > 0.6) {
      await noteNoAnswer(db, togetherId);
      continue;
    }
    await answerAsked(db, open.listingId, { answer: 'yes' }, 'a steward who rang');
    if (kinds.get(open.listingId) === 'only the telephone')
      await ringFromNowOn(db, open.listingId, `01632 ${open.listingId}`);
  }
}

async function shown(db: CouncilDb, today: Day) {
  const [row] = await readRows<{ listed: number; checked: number }>(
    db,
    sql`select count(*) filter (where state = 'listed') as listed,
      count(*) filter (where state = 'listed' and fresh_on >= ${addDays(today, -90)}::date) as checked
    from listing where council_id = (select current_council())`,
  );
  const { listed = 0, checked = 0 } = row ?? {};
  return { listed, checked, byDefault: checked };
}

/** Of any group, in the whole year: messages, rounds begun, and calls that were put on a steward's list. */
async function mostAsked(db: CouncilDb) {
  const [row] = await readRows<{
    messages: number;
    rounds: number;
    calls: number;
    allMessages: number;
    allCalls: number;
  }>(
    db,
    sql`select max(messages) as messages, max(rounds) as rounds, max(calls) as calls, sum(messages)::integer as "allMessages",
      sum(calls)::integer as "allCalls"
    from (select count(*) filter (where way <> 'phone') as messages, count(distinct round_id) filter (where nth = 1) as rounds,
      count(*) filter (where way = 'phone') as calls from asking group by listing_id) a`,
  );
  if (!row) throw new Error('nobody was asked');
  return row;
}

describe('a simulated year of asking (500 groups, 40% silent)', () => {
  const spreadOut = (throwDice: () => number) => addDays(begins, -Math.floor(90 * throwDice()));
  const years: Year[] = [
    { name: 'none of the silent answers anything', onlyTelephone: 0, checkedOn: spreadOut, atLeast: 0.9 },
    {
      name: 'half of the silent answer the telephone',
      onlyTelephone: 100,
      checkedOn: spreadOut,
      atLeast: 0.9,
    },
    {
      name: 'the whole directory was read in on one day',
      onlyTelephone: 100,
      checkedOn: () => addDays(begins, -1),
      // Everybody who only answers the telephone is due in the same weeks, and eight calls a day do not reach them all.
      atLeast: 0.8,
    },
  ];
  for (const year of isLong ? years : years.slice(0, 2)) {
    it(`at least ${percent(year.atLeast)} of what is listed was checked within 90 days on any day of the last half, at most 4 asks a group: ${year.name}`, async () => {
      const { shares, asked } = await live(year);
      const last = shares.slice(Math.ceil(days / 2));
      const each = last.map(({ listed, checked }) => checked / listed);
      const [least, mean] = [Math.min(...each), each.reduce((sum, one) => sum + one, 0) / each.length];
      const fewest = Math.min(...last.map(({ listed }) => listed));
      console.log(
        `${year.name}: N ${groups}, of all that is listed ${percent(least)} at least and ${percent(mean)} on average were checked within 90 days; ` +
          `at the fewest ${fewest} listed and ${Math.min(...last.map(({ byDefault }) => byDefault))} in the finder's default list (all of them within 90 days, by its rule); ` +
          `most to one group: ${asked.messages} messages, ${asked.rounds} rounds, ${asked.calls} calls on a list; in all ${asked.allMessages} messages and ${asked.allCalls} calls; seed ${seed}`,
      );
      assert.ok(least >= year.atLeast, `${percent(least)} on the worst day`);
      assert.ok(asked.messages <= 4 && asked.rounds <= 4, JSON.stringify(asked));
      assert.ok(fewest >= 270, 'nothing is won by hiding those who answer');
    });
  }
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
