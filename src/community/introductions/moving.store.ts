import { sql } from 'kysely';
import type { Voice } from '../../people/timeline/timeline.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { askAfterIntroducing, mayMove, moved, type Stage } from './introduction.ts';
import { type Introduction, readIntroduction } from './introductions.store.ts';
import { tellOf } from './telling.store.ts';

/** Moves an introduction on by the rule, and tells the person's story. A row lock keeps two people from moving it twice. */
export async function moveIntroduction(
  db: CouncilDb,
  id: string,
  next: Stage,
  why: string | null,
): Promise<Introduction | Refusal> {
  const council = councilOf(db);
  await sql`select from introduction where council_id = ${council} and id = ${id} for update`.execute(db);
  const now = await readIntroduction(db, id);
  const today = dayOf(nowOf(db));
  const refusal = mayMove(now, next, today);
  if (refusal) return refusal;
  const after = moved(now, next, today);
  const hasEnded = next === 'not-for-me' || next === 'declined-by-group';
  await sql`update introduction set stage = ${next}, agreed_on = ${after.agreedOn}, introduced_on = ${after.introducedOn},
      went_on = ${after.wentOn}, still_going_30_on = ${after.stillGoing30On}, still_going_90_on = ${after.stillGoing90On},
      ended_on = ${hasEnded ? today : null}, ended_why = ${hasEnded ? why : null}, ask_on = ${after.askOn},
      version = version + 1
    where council_id = ${council} and id = ${id}`.execute(db);
  const told = why ? [{ voice: next === 'not-for-me' ? 'said' : 'note', words: why } satisfies Voice] : [];
  await tellOf(db, now, titles[next], told);
  return readIntroduction(db, id);
}

/** It has not happened yet: ask again in a fortnight. */
export async function askAgain(db: CouncilDb, id: string): Promise<Introduction> {
  const before = await readIntroduction(db, id);
  await sql`update introduction set ask_on = ${addDays(dayOf(nowOf(db)), askAfterIntroducing)}
    where council_id = ${councilOf(db)} and id = ${id} and ask_on is not null`.execute(db);
  return before;
}

const titles: Record<Stage, string> = {
  offered: 'Offered',
  agreed: 'Said yes to being introduced',
  introduced: 'Introduced',
  went: 'Went',
  'still-going': 'Still going',
  'not-for-me': 'Not for me',
  'declined-by-group': 'The group said not now',
};
