import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import { decidedBy } from './deciding.ts';
import type { NewDetermination } from './determinations.store.ts';

export async function tellDecision(
  db: CouncilDb,
  id: string,
  decision: NewDetermination,
  decider: string,
  hasMet: boolean,
): Promise<void> {
  const title = decision.isEligible
    ? 'Decided: the law requires us to help'
    : 'Decided: the law does not require us to help; advice is written';
  await tellTimeline(db, {
    personId: decision.personId,
    at: nowOf(db),
    kind: 'determination',
    title,
    byLine: decidedBy(decider, hasMet),
    voices: [
      { voice: 'said', words: decision.personsWish },
      { voice: 'think', words: decision.practitionersView },
      { voice: 'note', words: decision.reasons },
    ],
    link: `/determinations/${id}`,
    sourceId: id,
  });
}
