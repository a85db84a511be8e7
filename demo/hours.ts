import { createHash } from 'node:crypto';
import { chance } from './random.ts';

/** How long things usually take the invented teams, in minutes: the least and the most. */
const usually: Record<string, [number, number]> = {
  'at home': [45, 110],
  'by phone': [10, 35],
  'by video': [20, 45],
  'out and about': [40, 120],
  'on the ward': [25, 60],
  'at the office': [30, 60],
  phone: [5, 20],
  visit: [30, 75],
  text: [2, 5],
  video: [15, 30],
  ward: [20, 45],
  peers: [20, 40],
  walk: [60, 150],
  event: [120, 240],
};

/** Of ten who wrote something, about seven said how long it took. */
const SAYS = 0.7;

/**
 * How long somebody said it took, or that they did not say: the same words always give the same, and no other invented
 * thing changes because of it. @example minutesSaid('by phone', 'Rang to ask about Friday') // 20, or null
 */
export function minutesSaid(how: string, words: string): number | null {
  const luck = chance(createHash('sha256').update(`${how} ${words}`).digest().readUInt32BE(0));
  if (!luck.happens(SAYS)) return null;
  const [least, most] = usually[how] ?? [20, 60];
  const minutes = luck.between(least, most);
  return minutes < 15 ? minutes : Math.round(minutes / 5) * 5;
}
