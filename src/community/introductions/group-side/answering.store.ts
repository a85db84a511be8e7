import { sql } from 'kysely';
import { makeLink } from '../../../access/links/links.store.ts';
import { addDays, type Day, dayOf } from '../../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf, readRows } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { sendMail } from '../../../platform/mail/outbox.store.ts';
import { isRefusal, type Refusal, refuse } from '../../../platform/refusal.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { askAfterIntroducing, rule } from '../introduction.ts';
import { holdIntroduction, type Introduction, readIntroduction } from '../introductions.store.ts';
import { moveIntroduction } from '../moving.store.ts';
import { tellOf } from '../telling.store.ts';
import { type AskingWay, type GroupAnswer, mayAskGroup, mayGroupAnswer } from './answer.ts';

/** With no day named, a "not now" is asked about again after this many days. */
const askAfterNotNow = 30;

/**
 * Asks the group: what the person has said yes to waits on its page from now on, and nothing else does.
 * @param origin where our pages are, for the address in an e-mail
 */
export async function askGroup(
  db: CouncilDb,
  id: string,
  way: AskingWay,
  origin: string | null,
): Promise<Introduction | Refusal> {
  const one = await holdIntroduction(db, id);
  const today = dayOf(nowOf(db));
  const refusal = mayAskGroup(one, today) ?? (way === 'e-mail' ? await writeToThem(db, one, origin) : null);
  if (refusal) return refusal;
  await sql`update introduction set group_asked_on = ${today}, group_asked_way = ${way}, group_answer = null,
      group_answered_on = null, group_answer_words = null, group_answered_by = null, group_not_before = null,
      ask_on = ${addDays(today, askAfterIntroducing)}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${id}`.execute(db);
  await sql`update introduction_line set told_on = ${today} where council_id = ${councilOf(db)} and introduction_id = ${id}
    and answer = 'yes' and withdrawn_at is null and told_on is null`.execute(db);
  await tellOf(db, one, 'The group was asked', []);
  return readIntroduction(db, id);
}

/** A letter that names nobody, with the address of the group's own page. */
async function writeToThem(
  db: CouncilDb,
  { listingId, listingName, comesFrom }: Introduction,
  origin: string | null,
): Promise<Refusal | null> {
  const [way] = await readRows<{ to: string }>(
    db,
    sql`select ask_to as to from asking_way where council_id = ${councilOf(db)} and listing_id = ${listingId} and way = 'e-mail'`,
  );
  if (!way || !origin)
    return refuse(rule, 'we have no e-mail address they want to be asked at', 'ask them another way');
  const code = await makeLink(db, { kind: 'listing', subjectId: listingId });
  const when = comesFrom ? `, from ${longDate(comesFrom)}` : '';
  await sendMail(db, {
    reference: `introduction ${newId()}`,
    to: way.to,
    subject: `Somebody would like to come to ${listingName}`,
    words: [
      `Somebody would like to come to ${listingName}${when}.`,
      'May they? Yes, not now and no are all fine answers. They are one press away, on your own page:',
      `${origin}/g/${code}`,
      'This letter names nobody. Your page says no more about them than they have said you may know.',
    ].join('\n\n'),
  });
  return null;
}

export interface GroupSaid {
  answer: GroupAnswer;
  words: string | null;
  /** Who said so: "the group, on its page". */
  by: string;
  notBefore: Day | null;
}

/** Keeps the group's own answer to an introduction that is held. A yes or a no moves it on; "not now" asks again later. */
export async function keepGroupAnswer(
  db: CouncilDb,
  one: Introduction,
  { answer, words, by, notBefore }: GroupSaid,
): Promise<Introduction | Refusal> {
  const today = dayOf(nowOf(db));
  const refusal = mayGroupAnswer(one, answer);
  if (refusal) return refusal;
  if (notBefore !== null && notBefore <= today)
    return refuse(rule, 'that day has come', 'choose a later day, or leave it empty');
  const isLater = answer === 'not-now';
  const askOn = isLater ? (notBefore ?? addDays(today, askAfterNotNow)) : null;
  await sql`update introduction set group_answer = ${answer}, group_answered_on = ${today}, group_answer_words = ${words},
      group_answered_by = ${by}, group_not_before = ${isLater ? notBefore : null}, ask_on = ${askOn},
      version = version + 1
    where council_id = ${councilOf(db)} and id = ${one.introductionId}`.execute(db);
  const said = answer === 'not-now' && notBefore ? `not before ${longDate(notBefore)}` : saidInTitle[answer];
  await tellOf(db, one, `The group said ${said}`, words ? [{ voice: 'note', who: by, words }] : []);
  if (isLater) return readIntroduction(db, one.introductionId);
  const next = answer === 'yes' ? 'agreed' : 'declined-by-group';
  const why = answer === 'no' ? (words ?? 'They did not say why, and need not') : null;
  return moveIntroduction(db, one.introductionId, next, why, { isTold: true });
}

const saidInTitle: Record<GroupAnswer, string> = { yes: 'yes', 'not-now': 'not now', no: 'no, this time' };

/** The same by the introduction's id; a worker writes what the group told them. */
export async function writeGroupAnswer(
  db: CouncilDb,
  id: string,
  said: Omit<GroupSaid, 'by'> & { by: string | null },
): Promise<Introduction | Refusal> {
  const one = await holdIntroduction(db, id);
  const answered = await keepGroupAnswer(db, one, {
    ...said,
    by: `${said.by ?? 'the group'}, to ${actorOf(db).name}`,
  });
  return isRefusal(answered) ? answered : readIntroduction(db, id);
}
