import fc from 'fast-check';
import { sql } from 'kysely';
import { type TestCouncil, testNow } from '../../test/council.ts';
import { addDays } from '../platform/clock.ts';
import { type CouncilDb, councilOf } from '../platform/db/council.ts';
import { newId } from '../platform/ids.ts';
import type { SetBeside } from './counting/groups.store.ts';
import type { Question } from './measures.store.ts';
import { makeSite } from './site/site.store.ts';

/** The day a history is looked at, and the first day of its site. */
export const asOf = '2026-11-21';
export const startedOn = '2026-03-01';

class Undo extends Error {}

/** Does something in a transaction and takes it all back. */
export async function forgetting(council: TestCouncil, act: (db: CouncilDb) => Promise<void>): Promise<void> {
  await council
    .as(council.accounts.lead, async (db) => {
      await act(db);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
}

export interface Life {
  died: number | null;
  moved: number | null;
  mergedIntoFirst: boolean;
  contacts: { day: number; long: number; team: 'harbour' | 'marsh' | null; spokenAfter: number | null }[];
  supports: { day: number; long: number | null; kind: 'ongoing' | 'low-level' | 'short-term' | 'one-off' }[];
  conversations: { day: number; long: number | null; kind: 1 | 2 | 3 }[];
}

// Days are counted from 60 before the site began; asOf is day 325, and some things are dated after it.
const day = fc.integer({ min: 0, max: 340 });
const near = fc.integer({ min: 0, max: 40 });
/** Around the first day that is looked at, two years before the site began. */
const longAgo = fc.integer({ min: -690, max: -660 });
const perhaps = (of: fc.Arbitrary<number>) => fc.option(of, { freq: 2 });
export const life: fc.Arbitrary<Life> = fc.record({
  died: fc.option(day, { freq: 1 }),
  moved: fc.option(day, { freq: 1 }),
  mergedIntoFirst: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  contacts: fc.array(
    fc.record({
      day: fc.oneof(day, near, longAgo),
      long: fc.integer({ min: 0, max: 3 }),
      team: fc.constantFrom('harbour', 'harbour', 'marsh', 'marsh', null),
      spokenAfter: perhaps(near),
    }),
    { maxLength: 5 },
  ),
  supports: fc.array(
    fc.record({
      day: fc.oneof(day, near, longAgo),
      long: perhaps(near),
      kind: fc.constantFrom('ongoing', 'ongoing', 'low-level', 'short-term', 'one-off'),
    }),
    { maxLength: 3 },
  ),
  conversations: fc.array(
    fc.record({ day: fc.oneof(day, near, longAgo), long: perhaps(near), kind: fc.constantFrom(1, 2, 3) }),
    { maxLength: 3 },
  ),
});

export const on = (number: number): string => addDays(startedOn, number - 60);

/** Writes lives down, and says which person each became. */
export async function live(db: CouncilDb, council: TestCouncil, lives: readonly Life[]): Promise<string[]> {
  const ids = lives.map(() => newId());
  for (const [at, one] of lives.entries()) {
    const id = ids[at] ?? '';
    const died = one.died === null ? null : on(one.died);
    const moved = one.moved === null ? null : on(one.moved);
    const merged = at > 0 && one.mergedIntoFirst ? ids[0] : null;
    await sql`insert into person (council_id, id, full_name, died_on, moved_away_on, merged_into, search_text, created_at)
      values (${councilOf(db)}, ${id}, 'Somebody', ${died}, ${moved}, ${merged}, 'somebody', ${testNow})`.execute(
      db,
    );
    for (const contact of one.contacts)
      await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, team_id, spoken_on)
        values (${councilOf(db)}, ${newId()}, ${id}, ${`${on(contact.day)}T23:30:00Z`}::timestamptz - interval '2 hours', ${on(contact.day + contact.long)},
          'phone', 'x', 'x', 'agreed', 'x', ${contact.team && council.teams[contact.team]}, ${contact.spokenAfter === null ? null : on(contact.day + contact.spokenAfter)})`.execute(
        db,
      );
    for (const support of one.supports)
      await sql`insert into support (council_id, id, person_id, kind, what, started_on, ended_on)
        values (${councilOf(db)}, ${newId()}, ${id}, ${support.kind}, 'x', ${on(support.day)}, ${support.long === null ? null : on(support.day + support.long)})`.execute(
        db,
      );
    for (const talk of one.conversations)
      await sql`insert into conversation (council_id, id, person_id, kind, opened_at, resting_on, is_made_up)
        values (${councilOf(db)}, ${newId()}, ${id}, ${talk.kind}, ${`${on(talk.day)}T12:00:00Z`}, ${talk.long === null && talk.kind !== 2 ? null : on(talk.day + (talk.long ?? 9))}, true)`.execute(
        db,
      );
  }
  return ids;
}

/** A site of Harbour's with its tap turned twice, set beside everybody, one team or nobody. */
export async function siteOf(
  db: CouncilDb,
  council: TestCouncil,
  compared: SetBeside = { kind: 'elsewhere', teamId: null },
  upTo: string = asOf,
): Promise<Question> {
  const parts = { name: 'Harbour', teamId: council.teams.harbour, startedOn };
  const words = { scope: 'Everybody', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Marsh' };
  const tap = [
    { onDay: startedOn, isOn: true, why: 'Began' },
    { onDay: addDays(startedOn, 40), isOn: false, why: 'Breath' },
    { onDay: addDays(startedOn, 60), isOn: true, why: 'Back' },
  ].filter(({ onDay }) => onDay <= upTo);
  const id = await makeSite(db, { ...parts, ...words, compared, agreedRules: [], tap, measures: [] });
  return { site: { id, ...parts, compared }, asOf: upTo };
}

/** The same life with only what had happened by a day. */
export function lifeUpTo(one: Life, day: number): Life {
  const by = (when: number | null): number | null => (when !== null && when <= day ? when : null);
  const stillBy = (began: number, long: number | null): number | null =>
    long !== null && began + long <= day ? long : null;
  return {
    ...one,
    died: by(one.died),
    moved: by(one.moved),
    contacts: one.contacts
      .filter((each) => each.day <= day)
      .map((each) => ({
        ...each,
        long: Math.min(each.long, day - each.day),
        spokenAfter: stillBy(each.day, each.spokenAfter),
      })),
    supports: one.supports
      .filter((each) => each.day <= day)
      .map((each) => ({ ...each, long: stillBy(each.day, each.long) })),
    // A conversation 2 cannot be written down with no end, so one still open then ends long afterwards.
    conversations: one.conversations
      .filter((each) => each.day <= day)
      .map((each) => ({
        ...each,
        long:
          stillBy(each.day, each.kind === 2 ? (each.long ?? 9) : each.long) ?? (each.kind === 2 ? 900 : null),
      })),
  };
}
