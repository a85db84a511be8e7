import { sql } from 'kysely';
import type { CouncilReader } from '../../platform/db/council.ts';
import { episodes } from './episodes.store.ts';
import { type Question, taps } from './groups.store.ts';
import { people } from './people.store.ts';
import { reached } from './reached.store.ts';
import { returned } from './returned.store.ts';
import { samePeople } from './same-people.store.ts';

/**
 * Everybody a question is about, as the `with` of a statement: `contacts` and `episodes` (E1), `followed` (each episode with its
 * group and what came of it), `people` (each once, E2), `furthest` and `returned` (E7). Whoever counts, breaks down or
 * names people says what it wants of these, so every page means the same people.
 */
export const everybody = (db: CouncilReader, question: Question) =>
  sql`${samePeople}, ${episodes(db, question)}, ${taps(db, question)}, ${people(db, question)}, ${reached(db, question)}, ${returned(question)}`;
