import type { NeedLine } from '../../plans/plan.ts';
import type { Own } from '../frame/own.ts';

/** By name when we know it; help that is paid for is said to be. */
export function whoDoesIt({ words: { plan } }: Own, { metBy, who }: Pick<NeedLine, 'metBy' | 'who'>): string {
  if (metBy === 'not-met') return plan.nobody;
  if (metBy === 'self' || !who.trim()) return plan[metBy];
  return [plan.by(who.trim()), metBy === 'paid' ? plan.paid : ''].join(' ').trim();
}
