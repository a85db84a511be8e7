import { z } from 'zod';
import { type Looked, placeOf, WhichSite } from '../looking/looked.ts';
import { type AmongMeasure, type By, bys, measures } from './kinds.ts';

/** Which site, as at which day, by what, and what came of it. */
export const AskAmong = WhichSite.extend({
  by: z.enum(bys).default('age'),
  measure: z.enum(measures).default('support'),
});

/** @example amongAt('/evidence/among', looked, { by: 'age', measure: 'support' }) */
export function amongAt(path: string, looked: Looked, asked: { by: By; measure: AmongMeasure }): string {
  return `${placeOf(path, looked)}&by=${asked.by}&measure=${asked.measure}`;
}
