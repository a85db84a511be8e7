import { sql } from 'kysely';
import type { Voice } from '../../people/timeline/timeline.ts';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { mayAgree } from './group-side/answer.ts';
import { askAfterIntroducing, hasEnded, mayMove, moved, type Stage } from './introduction.ts';
import { holdIntroduction, type Introduction, readIntroduction } from './introductions.store.ts';
import { tellOf } from './telling.store.ts';
import { noteSaid } from './went/said.store.ts';
import type { Teller } from './went/story.ts';

/** What was said of a step: the day it happened when that is not today, and by whom it is known. */
export interface HowKnown {
  on?: Day | null;
  who?: Teller | null;
  /** The story has been told of it already. */
  isTold?: boolean;
}

/** Moves an introduction on by the rule, and tells the person's story. A row lock keeps two people from moving it twice. */
export async function moveIntroduction(
  db: CouncilDb,
  id: string,
  next: Stage,
  why: string | null,
  { on, who, isTold }: HowKnown = {},
): Promise<Introduction | Refusal> {
  const now = await holdIntroduction(db, id);
  const today = dayOf(nowOf(db));
  const day = on ?? today;
  const refusal = mayMove(now, next, today, day) ?? (next === 'agreed' ? mayAgree(now, today) : null);
  if (refusal) return refusal;
  await keepMoved(db, now, next, day, why);
  if (next === 'agreed' || next === 'declined-by-group') await groupSaidSo(db, now, next, day, why);
  if (next === 'went' || next === 'still-going')
    await noteSaid(db, now, { who: who ?? 'us', what: next, happenedOn: day, words: why });
  const told = why ? [{ voice: voiceOf(next, who), words: why } satisfies Voice] : [];
  if (!isTold) await tellOf(db, now, titles[next], told);
  return readIntroduction(db, id);
}

async function keepMoved(
  db: CouncilDb,
  now: Introduction,
  next: Stage,
  day: Day,
  why: string | null,
): Promise<void> {
  const after = moved(now, next, day);
  const ends = hasEnded(next);
  await sql`update introduction set stage = ${next}, agreed_on = ${after.agreedOn}, introduced_on = ${after.introducedOn},
      went_on = ${after.wentOn}, still_going_30_on = ${after.stillGoing30On}, still_going_90_on = ${after.stillGoing90On},
      ended_on = ${ends ? day : null}, ended_why = ${ends ? why : null}, ask_on = ${after.askOn},
      version = version + 1
    where council_id = ${councilOf(db)} and id = ${now.introductionId}`.execute(db);
}

/** A worker writes what the group said to them; what a group answered for itself is left as it stands. */
async function groupSaidSo(
  db: CouncilDb,
  now: Introduction,
  next: 'agreed' | 'declined-by-group',
  day: Day,
  words: string | null,
): Promise<void> {
  const answer = next === 'agreed' ? 'yes' : 'no';
  if (now.how === 'slip' || now.groupAnswer === answer) return;
  await sql`update introduction set group_answer = ${answer}, group_answered_on = ${day}, group_answer_words = ${words},
      group_answered_by = ${`the group, to ${actorOf(db).name}`}, group_not_before = null
    where council_id = ${councilOf(db)} and id = ${now.introductionId}`.execute(db);
}

/** It has not happened yet: ask again in a fortnight. */
export async function askAgain(db: CouncilDb, id: string): Promise<Introduction> {
  const before = await readIntroduction(db, id);
  await sql`update introduction set ask_on = ${addDays(dayOf(nowOf(db)), askAfterIntroducing)}
    where council_id = ${councilOf(db)} and id = ${id} and ask_on is not null`.execute(db);
  return before;
}

const voiceOf = (next: Stage, who: Teller | null | undefined): 'said' | 'note' =>
  next === 'not-for-me' || who === 'person' ? 'said' : 'note';

const titles: Record<Stage, string> = {
  offered: 'Offered',
  agreed: 'Said yes to being introduced',
  introduced: 'Introduced',
  went: 'Went',
  'still-going': 'Still going',
  'not-for-me': 'Not for me',
  'declined-by-group': 'The group said not now',
};
