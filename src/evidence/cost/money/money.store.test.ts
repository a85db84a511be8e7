import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil, testNow } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { addDays } from '../../../platform/clock.ts';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import type { Question } from '../../counting/groups.store.ts';
import { makeSite } from '../../site/site.store.ts';
import { type Change, changesOf, type SupportLine, sumsOf, wasUndone } from './changes.ts';
import { type Cohort, countMoney, type KindSum, type Where } from './money.store.ts';

const { database } = await testDatabase();
const asOf = '2026-11-21';
const startedOn = '2026-03-01';
// Nine whole four weeks are over; the tenth is not.
const changesTo = '2026-11-07';
class Undo extends Error {}

interface Life {
  isHere: boolean;
  cameOn: number;
  died: number | null;
  moved: number | null;
  lines: {
    what: string;
    day: number;
    long: number | null;
    pence: number;
    because: string | null;
    later: { after: number; pence: number }[];
  }[];
}

// Days are counted from 60 before the site began; asOf is day 325, and some things are dated after it.
const day = fc.integer({ min: 0, max: 340 });
const pence = fc.constantFrom(0, 5_000, 12_000, 12_000, 20_000, 31_500);
const life: fc.Arbitrary<Life> = fc.record({
  isHere: fc.boolean(),
  cameOn: fc.constantFrom(10, 70, 150),
  died: fc.option(day, { freq: 1 }),
  moved: fc.option(day, { freq: 1 }),
  lines: fc.array(
    fc.record({
      what: fc.constantFrom('Help at home', 'Day centre', ' help at HOME '),
      day: fc.oneof(day, fc.integer({ min: 0, max: 59 })),
      long: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 2 }),
      pence,
      because: fc.constantFrom(null, null, 'their-wish', 'moved-and-met-there'),
      later: fc.array(fc.record({ after: fc.integer({ min: 1, max: 150 }), pence }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

const on = (number: number): string => addDays(startedOn, number - 60);
const orNull = (number: number | null): string | null => (number === null ? null : on(number));

/** Only the first line of a life has plans behind it, so that no plan speaks of two. */
function linesOf(personId: string, one: Life): SupportLine[] {
  return one.lines.map((line, at) => {
    const later =
      at === 0
        ? [...new Map(line.later.map(({ after, pence }) => [after, pence]))].toSorted(([a], [b]) => a - b)
        : [];
    const endedOn = line.long === null ? null : on(line.day + line.long);
    const rates = [[0, line.pence] as const, ...later]
      .map(([after, weeklyPence]) => ({ from: on(line.day + after), weeklyPence }))
      .filter(({ from }, place) => place === 0 || endedOn === null || from <= endedOn);
    return {
      personId,
      what: line.what,
      startedOn: on(line.day),
      endedOn,
      endedBecause: endedOn ? line.because : null,
      rates,
    };
  });
}

async function live(db: CouncilDb, council: TestCouncil, lives: Life[]): Promise<Map<string, Life>> {
  const council_id = councilOf(db);
  const made = new Map<string, Life>();
  for (const one of lives) {
    const id = newId();
    made.set(id, one);
    await sql`insert into person (council_id, id, full_name, died_on, moved_away_on, search_text, created_at)
      values (${council_id}, ${id}, 'Somebody', ${orNull(one.died)}, ${orNull(one.moved)}, 'somebody', ${testNow})`.execute(
      db,
    );
    await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, team_id)
      values (${council_id}, ${newId()}, ${id}, ${`${on(one.cameOn)}T12:00:00Z`}, ${on(one.cameOn)}, 'phone', 'x', 'x', 'agreed', 'x',
        ${one.isHere ? council.teams.harbour : council.teams.marsh})`.execute(db);
    for (const line of linesOf(id, one)) await draw(db, id, line);
  }
  return made;
}

async function draw(db: CouncilDb, personId: string, line: SupportLine): Promise<void> {
  const council_id = councilOf(db);
  const plans = line.rates.length > 1 ? await planEach(db, personId, line) : null;
  await sql`insert into support (council_id, id, person_id, plan_id, kind, what, started_on, ended_on, ended_because, weekly_pence)
    values (${council_id}, ${newId()}, ${personId}, ${plans}, 'ongoing', ${line.what}, ${line.startedOn}, ${line.endedOn}, ${line.endedBecause},
      ${line.rates.at(-1)?.weeklyPence ?? 0})`.execute(db);
}

/** A plan for every rate, as plans follow one another; returns the one that stands. */
async function planEach(db: CouncilDb, personId: string, line: SupportLine): Promise<string> {
  const council_id = councilOf(db);
  const conversation = newId();
  await sql`insert into conversation (council_id, id, person_id, kind, opened_at) values (${council_id}, ${conversation}, ${personId}, 3, ${testNow})`.execute(
    db,
  );
  let plan = '';
  for (const [at, { from, weeklyPence }] of line.rates.entries()) {
    plan = newId();
    const state = at === line.rates.length - 1 ? 'standing' : 'followed-by-a-later-one';
    await sql`insert into plan (council_id, id, person_id, conversation_id, number, state, starts_on)
      values (${council_id}, ${plan}, ${personId}, ${conversation}, ${at + 1}, ${state}, ${from})`.execute(
      db,
    );
    await sql`insert into budget_part (council_id, id, plan_id, position, what, how_often, council_pence, person_pence)
      values (${council_id}, ${newId()}, ${plan}, 0, ${line.what.toUpperCase()}, 'weekly', ${weeklyPence}, 0)`.execute(
      db,
    );
  }
  return plan;
}

const open = (lines: SupportLine[], before: string, until: string): boolean =>
  lines.some(({ startedOn: from, endedOn }) => from < before && (endedOn === null || endedOn >= until));

function cohortOf(one: Life, lines: SupportLine[]): Cohort | null {
  const isDead = one.died !== null && on(one.died) < startedOn;
  if (open(lines, startedOn, startedOn) && !isDead) return one.cameOn < 60 ? 'already' : null;
  return one.cameOn >= 60 && !open(lines, on(one.cameOn), on(one.cameOn)) ? 'since' : null;
}

const inOrder = (sums: KindSum[]) =>
  sums
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => `${a.cohort}${a.where}${a.kind}`.localeCompare(`${b.cohort}${b.where}${b.kind}`));

describe('E7, E8 the cost of support a database counts', () => {
  it('is what the pure rules say, on any small history', async () => {
    const council = await testCouncil(database, 'costs');
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), (lives) =>
        forgetting(council, async (db) => {
          const question = await siteOf(db, council);
          const made = await live(db, council, lives);
          const found = await countMoney(db, question);
          const groups = new Map<string, Change[]>();
          const downs = new Set<string>();
          const undone = new Set<string>();
          for (const [id, one] of made) {
            const lines = linesOf(id, one);
            const cohort = cohortOf(one, lines);
            if (!cohort) continue;
            const where: Where = one.isHere ? 'here' : 'there';
            const changes = changesOf(lines, { diedOn: orNull(one.died), movedAwayOn: orNull(one.moved) });
            groups.set(`${cohort} ${where}`, [...(groups.get(`${cohort} ${where}`) ?? []), ...changes]);
            for (const change of changes) {
              const isDown =
                ['reduced', 'ended'].includes(change.kind) &&
                change.on >= startedOn &&
                change.on <= changesTo;
              if (where === 'there' || !isDown) continue;
              downs.add(id);
              if (wasUndone(change, changes, changesTo)) undone.add(id);
            }
          }
          const expected = [...groups].flatMap(([key, changes]) => {
            const [cohort, where] = key.split(' ') as [Cohort, Where];
            return sumsOf(changes, startedOn, changesTo).map((sum) => ({ ...sum, cohort, where }));
          });
          assert.deepEqual(inOrder(found.sums), inOrder(expected));
          assert.deepEqual([found.beside.people, found.beside.undone], [downs.size, undone.size]);
        }),
      ),
      { numRuns: 60 },
    );
  });
});

async function siteOf(db: CouncilDb, council: TestCouncil): Promise<Question> {
  const parts = { name: 'Harbour', teamId: council.teams.harbour, startedOn };
  const words = { scope: 'Everybody', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Marsh' };
  const id = await makeSite(db, { ...parts, ...words, agreedRules: [], tap: [], measures: [] });
  return { site: { id, ...parts }, asOf };
}

/** Does something in a transaction and takes it all back. */
async function forgetting(council: TestCouncil, act: (db: CouncilDb) => Promise<void>): Promise<void> {
  await council
    .as(council.accounts.lead, async (db) => {
      await act(db);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
}
