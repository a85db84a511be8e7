import { type RawBuilder, sql } from 'kysely';
import { events, ongoingKinds } from '../reading/format.ts';

/** A list of numbers of ours, never of the file's. */
export const numbers = (of: readonly number[]): RawBuilder<unknown> =>
  sql`(${sql.join(of.map((one) => sql.lit(one)))})`;

/** @example is('contact') // event = 1 */
export const is = (event: keyof typeof events): RawBuilder<unknown> => sql`event = ${sql.lit(events[event])}`;

/** The start of support that goes on: the only thing that is conversion (E3). */
export const isOngoing = sql`${is('service start')} and kind in ${numbers(ongoingKinds)}`;
