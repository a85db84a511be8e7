import { actorOf, type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { carryOn } from '../letting-out/consenting.store.ts';
import { latestVersion } from '../stories.store.ts';
import type { WayTold } from '../story.ts';
import { lockStory } from '../telling/telling.store.ts';
import { mayApprove } from './approval.ts';

/** S-1: keeps the teller's yes to a version exactly as it was shown, or says why not yet. A second yes to it is the first. */
export async function approveVersion(
  db: CouncilDb,
  storyId: string,
  yes: { versionId: string; shown: string; told: WayTold; words: string },
): Promise<Refusal | undefined> {
  await lockStory(db, storyId);
  const version = await latestVersion(db, storyId);
  const refusal = mayApprove(version, yes);
  if (refusal) return refusal;
  await db
    .insertInto('story_approval')
    .values({
      ...{ council_id: councilOf(db), id: newId(), version_id: yes.versionId, shown_sha256: yes.shown },
      ...{ approved_at: nowOf(db), approved_by: actorOf(db).accountId, told: yes.told, words: yes.words },
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'version_id']).doNothing())
    .execute();
  await carryOn(db, storyId, version);
  return undefined;
}
