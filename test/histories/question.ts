import { type RawBuilder, sql } from 'kysely';
import type { Noted } from './world.ts';

/** Whose history is looked at, and what was noted while it went on. */
export interface Asked {
  council: number;
  personId: string;
  noted: Noted;
}

/** Finds rows only where something forbidden is so. */
export type Question = (asked: Asked) => RawBuilder<unknown>;
/** By the rule that forbids it. */
export type Never = Record<string, Question>;

/** What was noted, as rows to join with the tables. */
export const rowsOf = (noted: readonly object[], columns: string): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as ${sql.raw(columns)}`;
