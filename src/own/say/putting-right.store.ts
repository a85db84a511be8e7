import { aboutLines, headingsHere, sayAboutMe } from '../../people/about-me/about-me.store.ts';
import { caringHeadings, caringKeys } from '../../people/about-me/headings.ts';
import { putAroundRight, rememberWhatMatters } from '../../people/people.store.ts';
import { findPromise, settlePromise } from '../../people/promises/promises.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { Own } from '../frame/own.ts';
import { aroundInWords, type Line } from '../line/line.ts';
import { keepSaid, type NewOwnLine } from './say.store.ts';
import type { Saying } from './say.ts';

/**
 * Keeps what they said. What is a plain detail of theirs is put right where it stands, with the old kept in the
 * story; what they promised is done when they say so; everything else of ours stays, and theirs is beside it (W1).
 */
export async function sayOf(
  db: CouncilDb,
  own: Own,
  line: Line,
  said: Saying & Pick<NewOwnLine, 'told'>,
): Promise<void> {
  const { what, around } = said;
  if (what === 'done' && line.isTheirsToDo) await theyDidIt(db, line.id, said.words);
  if (what === 'correction' && line.kind === 'matters' && said.words)
    await rememberWhatMatters(db, own.personId, said.words, line.words);
  if (what === 'correction' && line.kind === 'about' && said.words) await aboutThem(db, own, line, said);
  if (what === 'correction' && around) await putAroundRight(db, line.id, around);
  await keepSaid(db, own, line, { ...said, words: wordsOf(said) });
}

/** Somebody around them put right part by part is kept as one line of words. */
function wordsOf({ what, around, words }: Saying): string | null {
  if (what !== 'correction' || !around) return words;
  return [aroundInWords(around), words].filter(Boolean).join('\n');
}

async function theyDidIt(db: CouncilDb, promiseId: string, why: string | null): Promise<void> {
  const { version } = await findPromise(db, promiseId);
  await settlePromise(db, promiseId, { state: 'kept', why, newDueOn: null, version });
}

/** Their own words under a heading, in the place of those that stood; those are kept there too. */
async function aboutThem(
  db: CouncilDb,
  { personId }: Own,
  line: Line,
  { words, told }: Pick<NewOwnLine, 'words' | 'told'>,
): Promise<void> {
  const stood = (await aboutLines(db, personId)).find(({ id }) => id === line.id);
  const ofCaring = caringKeys.map((key) => ({ key, heading: caringHeadings[key] }));
  const heading = [...(await headingsHere(db)), ...ofCaring].find(({ key }) => key === stood?.heading);
  if (heading) await sayAboutMe(db, personId, { heading, words, told, instead: line.id });
}
