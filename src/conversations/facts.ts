/**
 * The kinds of fact that law and rules need, as data. A fact is tagged out of somebody's words afterwards;
 * nothing here is a form. Each line names the law that asks.
 */
import type { Day } from '../platform/clock.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { anyMoment } from './kinds/any-moment.ts';
import { carers } from './kinds/carers.ts';
import { conversation1 } from './kinds/conversation-1.ts';
import { conversation3 } from './kinds/conversation-3.ts';
import type { FactDetail, FactKind, Moment } from './kinds/kind-of-fact.ts';

export type { FactDetail, FactKind, Moment } from './kinds/kind-of-fact.ts';
export { outcomesInLaw, sensesInLaw } from './kinds/outcomes-in-law.ts';

/** Every kind of fact, in the order they are offered. */
export const factKinds = { ...conversation1, ...anyMoment, ...carers, ...conversation3 } as const;
export type FactName = keyof typeof factKinds;

export const isFactName = (name: string): name is FactName => Object.hasOwn(factKinds, name);

export const factKind = (name: FactName): FactKind => factKinds[name];

/** The kinds looked for at one moment. */
export function factsNeededAt(moment: Moment): FactName[] {
  return (Object.keys(factKinds) as FactName[]).filter((name) => factKind(name).moments.includes(moment));
}

/** The labels of details a fact still lacks. @example missingDetails('under-way', {}) // ['The day it began, or will begin'] */
export function missingDetails(name: FactName, details: Record<string, string>): string[] {
  return factKind(name)
    .details.filter((detail) => isNeededIn(detail, details) && !details[detail.name]?.trim())
    .map((detail) => detail.label);
}

/**
 * Refuses a day on which something has happened that has not come yet, by the rule that goes by that day: a
 * clock that starts tomorrow is a duty forgotten today. Null when every day has come.
 * @example dayToCome('declined', { declinedOn: '2026-12-17' }, '2026-11-21') // refused 'C1-2'
 */
export function dayToCome(name: FactName, details: Record<string, string>, today: Day): Refusal | null {
  const { law, details: asked } = factKind(name);
  const early = asked.find((detail) => detail.hasHappened && (details[detail.name] ?? '') > today);
  if (!early) return null;
  return refuse(
    /^[A-Z]\d(-\d)?(?=;)/.exec(law)?.[0] ?? 'E6',
    `“${early.label}” is a day that has not come yet`,
    'write the day it happened, which is today or before',
  );
}

function isNeededIn({ isNeeded, onlyWhen }: FactDetail, details: Record<string, string>): boolean {
  return isNeeded && (!onlyWhen || onlyWhen.is.includes(details[onlyWhen.detail] ?? ''));
}
