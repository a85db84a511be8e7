import { z } from 'zod';
import { type Looked, placeOf, WhichSite } from '../looking/looked.ts';
import { TOO_FEW_BELOW } from '../statistics/too-few.ts';
import { type AmongMeasure, type By, bys, measures } from './kinds.ts';

/** Which site, as at which day, by what, and what came of it. */
export const AskAmong = WhichSite.extend({
  by: z.enum(bys).default('age'),
  measure: z.enum(measures).default('support'),
});

/** E8: how few is too few, as the council has set it. */
export function tooFewOf({ tooFewBelow }: Record<string, unknown>): number {
  return typeof tooFewBelow === 'number' && tooFewBelow > 0 ? tooFewBelow : TOO_FEW_BELOW;
}

/** @example amongAt('/evidence/among', looked, { by: 'age', measure: 'support' }) */
export function amongAt(path: string, looked: Looked, asked: { by: By; measure: AmongMeasure }): string {
  return `${placeOf(path, looked)}&by=${asked.by}&measure=${asked.measure}`;
}
