import { sql } from 'kysely';
import { type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../../../platform/db/council.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { hasEnded, rule } from '../introduction.ts';
import { holdIntroduction, type Introduction } from '../introductions.store.ts';
import { tellOf } from '../telling.store.ts';
import { noteSaid } from './said.store.ts';
import type { Said } from './story.ts';

/** May this be kept as what somebody said of how it went? Never of a day to come, nor of one before they were introduced. */
function maySay(
  one: Pick<Introduction, 'stage' | 'introducedOn' | 'agreedOn'>,
  { happenedOn }: Pick<Said, 'happenedOn'>,
  today: Day,
): Refusal | null {
  const since = one.introducedOn ?? one.agreedOn;
  if (hasEnded(one.stage))
    return refuse(rule, 'this introduction has ended', 'offer it again if they would like');
  if (since === null)
    return refuse(rule, 'they have not been introduced', 'write down first that both said yes');
  if (happenedOn > today)
    return refuse(rule, 'that day has not come yet', 'write it down once it has happened');
  if (happenedOn >= since) return null;
  return refuse(rule, 'that is before they were introduced', `write a day from ${longDate(since)} on`);
}

const titles = {
  went: 'They came, the group says',
  'still-going': 'Still comes, the group says',
  'not-going': 'Not lately, the group says',
};

/**
 * The group says on its page how it went. It moves nothing: the worker is asked, that day, to hear it from the person.
 */
export async function groupSays(
  db: CouncilDb,
  id: string,
  said: Omit<Said, 'who'>,
): Promise<Introduction | Refusal> {
  const one = await holdIntroduction(db, id);
  const today = dayOf(nowOf(db));
  const refusal = maySay(one, said, today);
  if (refusal) return refusal;
  await noteSaid(db, one, { ...said, who: 'group' });
  if (one.wentOn === null)
    await sql`update introduction set ask_on = ${today} where council_id = ${councilOf(db)} and id = ${id}`.execute(
      db,
    );
  await tellOf(
    db,
    one,
    titles[said.what],
    said.words ? [{ voice: 'said', who: 'The group', words: said.words }] : [],
  );
  return one;
}

/** A worker writes what somebody said, when it does not move the introduction on: a different answer, or news in between. */
export async function writeSaid(db: CouncilDb, id: string, said: Said): Promise<Introduction | Refusal> {
  const one = await holdIntroduction(db, id);
  const refusal = maySay(one, said, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await noteSaid(db, one, said);
  const title = { went: 'Went', 'still-going': 'Still going', 'not-going': 'Not going any more' }[said.what];
  await tellOf(db, one, `${title}, says ${whoInTitle[said.who]}`, [
    ...(said.words ? [{ voice: said.who === 'person' ? 'said' : 'note', words: said.words } as const] : []),
  ]);
  return one;
}

const whoInTitle: Record<Said['who'], string> = {
  person: 'the person',
  group: 'the group',
  along: 'whoever went along',
  us: 'a worker',
};
