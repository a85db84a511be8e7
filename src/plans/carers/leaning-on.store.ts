import { saidYesOn } from '../../people/carers/willing.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { MetBy, Plan } from '../plan.ts';
import type { NewNeed } from '../plan-lines.store.ts';
import { readCarers } from './carers.store.ts';

/** A need as it was asked for, with what it would lean on. */
export interface AskedNeed extends Omit<NewNeed, 'carerId' | 'carerThing'> {
  metBy: MetBy;
  leansOn: { carerId: string; thing: string } | null;
}

/**
 * N5: a need that leans on a carer with a record of their own takes its day from what they said, not from what
 * somebody wrote for them. Anybody who is not such a carer of this person is left out.
 */
export async function withWhatItLeansOn<Need extends AskedNeed>(
  db: CouncilReader,
  plan: Plan,
  need: Need,
): Promise<Omit<Need, 'leansOn'> & NewNeed> {
  const { leansOn, ...asked } = need;
  const none = { ...asked, carerId: null, carerThing: null };
  if (!leansOn || need.metBy !== 'family') return none;
  const { carers, statements } = await readCarers(db, plan.personId);
  const carer = carers.find(({ carerId }) => carerId === leansOn.carerId);
  if (!carer) return none;
  const theirs = statements.filter(({ carerId }) => carerId === carer.carerId);
  return {
    ...asked,
    who: asked.who || carer.name,
    ownerSaidYesOn: saidYesOn(theirs, leansOn.thing, dayOf(nowOf(db))),
    carerId: carer.carerId,
    carerThing: leansOn.thing,
  };
}
