import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { hasEnded, rule } from '../introduction.ts';
import { holdIntroduction, type Introduction } from '../introductions.store.ts';
import { tellOf } from '../telling.store.ts';
import { type Line, type LineKind, lineKindInWords, mayAnswer, type SaidToLine } from './line.ts';

/** More than anybody needs to tell a group. */
const most = 40;

const columns = sql`id as "lineId", kind, words, answer, answered_at as "answeredAt", answer_words as "answerWords",
  told_on as "toldOn", withdrawn_at as "withdrawnAt", withdrawn_words as "withdrawnWords"`;

/** Every line of an introduction in the order it was written, those not told and taken back too. */
export async function linesOf(db: CouncilReader, introductionId: string): Promise<Line[]> {
  return readRows<Line>(
    db,
    sql`select ${columns} from introduction_line
      where council_id = ${councilOf(db)} and introduction_id = ${introductionId} order by written_at, id limit ${most}`,
  );
}

/** Writes a line down. It is told to nobody until they say yes to it, at once when `yes` has their words. */
export async function addLine(
  db: CouncilDb,
  introductionId: string,
  { kind, words, yes }: { kind: LineKind; words: string; yes: string | null },
): Promise<string | Refusal> {
  const one = await holdIntroduction(db, introductionId);
  if (hasEnded(one.stage))
    return refuse(rule, 'this introduction has ended', 'offer it again if they would like');
  if ((await linesOf(db, introductionId)).length >= most)
    return refuse(rule, 'that is a great deal to tell a group', 'take the group along instead');
  const id = newId();
  await sql`insert into introduction_line (council_id, id, introduction_id, person_id, kind, words, written_by, written_at)
    values (${councilOf(db)}, ${id}, ${introductionId}, ${one.personId}, ${kind}, ${words}, ${actorOf(db).accountId},
      ${nowOf(db)})`.execute(db);
  if (yes !== null) await keepAnswer(db, one, { lineId: id, kind }, 'yes', yes);
  return id;
}

/** Keeps what the person said to a line. Taken back, it is off the group's page at once. */
export async function answerLine(
  db: CouncilDb,
  introductionId: string,
  lineId: string,
  said: SaidToLine,
  words: string,
): Promise<Refusal | null> {
  const one = await holdIntroduction(db, introductionId);
  const line = (await linesOf(db, introductionId)).find((each) => each.lineId === lineId);
  if (!line) throw new Unknown();
  const refusal = mayAnswer(line, said);
  if (refusal) return refusal;
  await keepAnswer(db, one, line, said, words);
  return null;
}

async function keepAnswer(
  db: CouncilDb,
  one: Introduction,
  { lineId, kind }: Pick<Line, 'lineId' | 'kind'>,
  said: SaidToLine,
  words: string,
): Promise<void> {
  const now = nowOf(db);
  const isToldNow = said === 'yes' && one.groupAskedOn !== null;
  const change =
    said === 'take-back'
      ? sql`withdrawn_at = ${now}, withdrawn_words = ${words || null}`
      : sql`answer = ${said}, answered_at = ${now}, answer_words = ${words}, told_on = ${isToldNow ? dayOf(now) : null}`;
  await sql`update introduction_line set ${change} where council_id = ${councilOf(db)} and id = ${lineId}`.execute(
    db,
  );
  await tellOf(
    db,
    one,
    `${titles[said]} “${lineKindInWords[kind].toLowerCase()}”`,
    words ? [{ voice: 'said', words }] : [],
  );
}

const titles: Record<SaidToLine, string> = {
  yes: 'The group may be told',
  no: 'The group is not told',
  'take-back': 'The group is no longer told',
};
