import type { CouncilDb } from '../../platform/db/council.ts';
import { actorOf } from '../../platform/db/council.ts';
import { answerAsked, bringBack, onlyForNow } from '../asking/answers.store.ts';
import type { StandingSaid } from './standing.forms.ts';

/** Writes what a colleague was told: as if the group had said so itself, under the colleague's name. */
export async function saveStanding(db: CouncilDb, listingId: string, said: StandingSaid): Promise<void> {
  const by = actorOf(db).name;
  const { standing, day, pausedWords } = said;
  if (standing === 'paused')
    await answerAsked(db, listingId, { answer: 'paused', until: day, words: pausedWords }, by);
  else {
    await bringBack(db, listingId, by);
    await onlyForNow(db, listingId, standing === 'only for now' ? day : null, by);
  }
}
