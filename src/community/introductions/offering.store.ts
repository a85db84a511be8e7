import { sql } from 'kysely';
import type { Voice } from '../../people/timeline/timeline.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { Way } from './introduction.ts';
import { readIntroduction } from './introductions.store.ts';
import { tellOf } from './telling.store.ts';

export interface NewIntroduction {
  personId: string;
  listingId: string;
  how: Way;
  why: string;
  /** How the person said yes to being introduced. */
  permissionWords: string;
}

/** Offers a person an introduction; a group they are already being introduced to is not offered twice. */
export async function offerIntroduction(db: CouncilDb, offer: NewIntroduction): Promise<string | Refusal> {
  const council = councilOf(db);
  const { personId, listingId, how, why, permissionWords } = offer;
  const { rows } = await sql<{
    id: string;
  }>`insert into introduction (council_id, id, person_id, listing_id, how, why,
      permission_words, offered_by, offered_on)
    values (${council}, ${newId()}, ${personId}, ${listingId}, ${how}, ${why}, ${permissionWords},
      ${actorOf(db).accountId}, ${dayOf(nowOf(db))})
    on conflict (council_id, person_id, listing_id) where ended_on is null do nothing returning id`.execute(
    db,
  );
  const id = rows[0]?.id;
  if (!id)
    return refuse(
      'Introductions',
      'they are being introduced to this group already',
      'carry on with that introduction',
    );
  const voices: Voice[] = [
    { voice: 'said', words: permissionWords },
    { voice: 'note', words: why },
  ];
  await tellOf(db, await readIntroduction(db, id), 'Offered', voices);
  return id;
}
