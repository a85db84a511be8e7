import { sql } from 'kysely';
import type { Voice } from '../../people/timeline/timeline.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import { keepGroupAnswer } from './group-side/answering.store.ts';
import { listingShownAs, readWelcome } from './group-side/capacity.store.ts';
import { mayBeWelcomed } from './group-side/capacity.ts';
import { rule, type Way } from './introduction.ts';
import { holdIntroduction, readIntroduction } from './introductions.store.ts';
import { tellOf } from './telling.store.ts';

export interface NewIntroduction {
  personId: string;
  listingId: string;
  how: Way;
  why: string;
  /** How the person said yes to being introduced. */
  permissionWords: string;
  /** Would like to come from this day on; left out or null: any day the group meets. */
  comesFrom?: Day | null;
  /** The group's own yes, in its words, when it goes beyond what it welcomes. */
  groupsYes?: string | null;
}

/**
 * Offers a person an introduction. A group they are already being introduced to is not offered twice, and one that is full,
 * paused or has welcomed as many as it does this month says so, unless it said yes itself.
 */
export async function offerIntroduction(db: CouncilDb, offer: NewIntroduction): Promise<string | Refusal> {
  const today = dayOf(nowOf(db));
  const listingId = await listingShownAs(db, offer.listingId);
  const { how, comesFrom = null, groupsYes = null } = offer;
  if (comesFrom !== null && comesFrom < today)
    return refuse(rule, 'that day has gone', 'choose a day from today on, or leave it empty');
  const asked = { how, from: comesFrom ?? today, hasGroupsYes: groupsYes !== null };
  const refusal = mayBeWelcomed(await readWelcome(db, listingId), asked);
  if (refusal) return refusal;
  const id = await keepOffer(db, { ...offer, listingId });
  if (id === null)
    return refuse(rule, 'they are being introduced to this group already', 'carry on with that introduction');
  const voices: Voice[] = [
    { voice: 'said', words: offer.permissionWords },
    { voice: 'note', words: offer.why },
  ];
  await tellOf(db, await readIntroduction(db, id), 'Offered', voices);
  if (groupsYes === null || how === 'slip') return id;
  const by = `the group, to ${actorOf(db).name}`;
  const answered = await keepGroupAnswer(db, await holdIntroduction(db, id), {
    ...{ answer: 'yes', words: groupsYes, by, notBefore: null },
  });
  return isRefusal(answered) ? answered : id;
}

async function keepOffer(db: CouncilDb, offer: NewIntroduction): Promise<string | null> {
  const { personId, listingId, how, why, permissionWords, comesFrom } = offer;
  const { rows } = await sql<{
    id: string;
  }>`insert into introduction (council_id, id, person_id, listing_id, how, why,
      permission_words, offered_by, offered_on, comes_from)
    values (${councilOf(db)}, ${newId()}, ${personId}, ${listingId}, ${how}, ${why}, ${permissionWords},
      ${actorOf(db).accountId}, ${dayOf(nowOf(db))}, ${comesFrom ?? null})
    on conflict (council_id, person_id, listing_id) where ended_on is null do nothing returning id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}
