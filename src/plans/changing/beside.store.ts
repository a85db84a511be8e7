import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Down, NotAgreed } from '../plan.ts';

export interface SetBeside {
  wasNeedId: string;
  answeredBy: readonly string[];
  words?: string;
}

/** P1: sets a need of the earlier plan beside what answers it in this one. Said again, the last counts. */
export async function setBeside(db: CouncilDb, planId: string, beside: SetBeside): Promise<void> {
  const council_id = councilOf(db);
  const words = beside.words ?? '';
  const { id } = await db
    .insertInto('need_beside')
    .values({ council_id, id: newId(), plan_id: planId, was_need_id: beside.wasNeedId, words })
    .onConflict((said) => said.columns(['council_id', 'plan_id', 'was_need_id']).doUpdateSet({ words }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .deleteFrom('need_answer')
    .where('council_id', '=', council_id)
    .where('beside_id', '=', id)
    .execute();
  const answers = beside.answeredBy.map((need_id) => ({ council_id, beside_id: id, need_id }));
  if (answers.length) await db.insertInto('need_answer').values(answers).execute();
}

/** P1: what the person is told before anything goes down. */
export async function saveDown(db: CouncilDb, planId: string, down: Down): Promise<void> {
  await db
    .updateTable('plan')
    .set({
      down_because: down.because,
      down_reasons: down.reasons,
      down_involved: down.involved,
      down_told_on: down.toldOn,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', planId)
    .execute();
}

/** The lines somebody who agrees in part does not agree with. */
export async function keepNotAgreed(
  db: CouncilDb,
  planId: string,
  lines: readonly NotAgreed[],
): Promise<void> {
  const rows = lines.map(({ needId, partId, words }) => ({
    council_id: councilOf(db),
    id: newId(),
    plan_id: planId,
    need_id: needId,
    part_id: partId,
    words,
  }));
  if (rows.length) await db.insertInto('line_not_agreed').values(rows).execute();
}
