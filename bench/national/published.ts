import type pg from 'pg';
import { asPublished, published } from '../../src/evidence/brought/counting/published.fixture.ts';
import type { CouncilDb } from '../../src/platform/db/council.ts';

type Within = <Value>(councilId: number, act: (db: CouncilDb) => Promise<Value>) => Promise<Value>;

/** Each published count from as many made-up events as there were people; throws when one does not come back exactly. */
export async function publishedAtFullSize(
  owner: pg.Client,
  within: Within,
  councilId: number,
): Promise<string> {
  const lines: string[] = [];
  for (const one of published) {
    await owner.query(
      'truncate brought_event, brought_load, brought_history, brought_problem, brought_result, brought_upload, brought_told',
    );
    const began = performance.now();
    const found = await within(councilId, (db) => asPublished(db, one, one.counts));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (JSON.stringify(found) !== JSON.stringify(one.counts))
      throw new Error(`${one.row}: ${JSON.stringify(found)}`);
    lines.push(
      `${one.row} comes back exactly at full size, made and counted in ${seconds} s: ${JSON.stringify(found)}`,
    );
  }
  return lines.join('\n');
}
