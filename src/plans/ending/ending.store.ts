import { diedOn } from '../../people/death/death.store.ts';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { latestMoveOf } from '../moving/moves.store.ts';
import { endSupport, holdSupport, type Support } from '../support.store.ts';
import { settleUrgentHelp, urgentHelpOn } from '../urgent-help/urgent-help.store.ts';
import { type EndedBecause, endedBecauseInWords, mayEndSupport } from './ending.ts';

export interface AskedFor {
  because: string;
  words: string;
  endsOn: Day;
}

/** Ends support as far as P1, P4 and F6 let it, and tells the story. The support is held, so it ends once. */
export async function endAsAsked(db: CouncilDb, supportId: string, asked: AskedFor): Promise<Refusal | null> {
  const support = await holdSupport(db, supportId);
  const refusal = mayEndSupport({
    ...asked,
    support,
    today: dayOf(nowOf(db)),
    move: await latestMoveOf(db, support.personId),
    urgent: await urgentHelpOn(db, supportId),
    diedOn: await diedOn(db, support.personId),
  });
  if (refusal) return refusal;
  const because = asked.because as EndedBecause;
  await endSupport(db, supportId, { endsOn: asked.endsOn, because, words: asked.words || null });
  await settleUrgentHelp(db, supportId, asked.words || endedBecauseInWords[because]);
  await tellEnd(db, support, because, asked);
  return null;
}

async function tellEnd(
  db: CouncilDb,
  { id, personId, what }: Support,
  because: EndedBecause,
  { words, endsOn }: AskedFor,
): Promise<void> {
  const why = `${endedBecauseInWords[because]}.`;
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'support-ended',
    title: `${what} ends on ${longDate(endsOn)}`,
    byLine: actorOf(db).name,
    voices: [
      { voice: 'note', who: 'Why it ends', words: why },
      ...(words
        ? [because === 'their-wish' ? { voice: 'said' as const, words } : { voice: 'note' as const, words }]
        : []),
    ],
    link: `/people/${personId}/plan`,
    sourceId: id,
  });
}
