import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../src/platform/db/council.ts';
import { neverOverTime } from './never-over-time.ts';
import { neverPlanning } from './never-planning.ts';
import { neverTalking } from './never-talking.ts';
import type { Asked, Never } from './question.ts';
import type { World } from './world.ts';

/**
 * What must never be, asked of the tables in SQL written apart from the rules: each question finds nothing, whatever
 * was done in whatever order. `never.test.ts` shows that each can find something.
 */
export const never: Never = { ...neverTalking, ...neverPlanning, ...neverOverTime };

/** Every forbidden state a history has reached, by the rule that forbids it. */
export async function forbiddenIn(
  db: CouncilReader,
  world: Pick<World, 'personId' | 'noted'>,
): Promise<string[]> {
  const asked: Asked = { council: councilOf(db), personId: world.personId, noted: world.noted };
  const found = await readRows<{ rule: string }>(
    db,
    sql`${sql.join(
      Object.entries(never).map(
        ([rule, question]) => sql`select ${rule}::text as rule where exists (${question(asked)})`,
      ),
      sql` union all `,
    )}`,
  );
  return found.map(({ rule }) => rule);
}

export const forbidden = Object.keys(never);
