import type { PlanKind } from '../plan.ts';

/**
 * Whose plan in law: a carer's support plan or an adult's (Care Act 2014 s25(1)). Somebody who is both has one
 * plan with both in it (s25(11) lets plans be combined), and it is read as an adult's.
 * @example kindOfPlan('carer', null) // 'carer'; kindOfPlan('carer', 'adult') // 'adult'
 */
export function kindOfPlan(decided: PlanKind | null, earlier: PlanKind | null): PlanKind {
  const kinds = [decided, earlier].filter((kind) => kind !== null);
  return kinds.length && kinds.every((kind) => kind === 'carer') ? 'carer' : 'adult';
}

/** How a plan asks and tells, to suit whose it is. */
export interface PlanWording {
  goodLife: { heading: string; asked: string };
  whatTheyDo: { heading: string; asked: string };
  wishes: { heading: string; asked: string; hint: string };
}

/**
 * A carer is asked what would give them a break, not what is on offer for one.
 * @example wordingOf('carer', 'Jean').wishes.heading // 'What would give Jean a break'
 */
export function wordingOf(kind: PlanKind | undefined, name: string): PlanWording {
  if (kind === 'carer')
    return {
      goodLife: {
        heading: 'A good life, beside caring',
        asked: `What a good life is to ${name}, beside caring`,
      },
      whatTheyDo: {
        heading: `What ${name} does, and would go on doing`,
        asked: `What ${name} does for the person they look out for, and would go on doing`,
      },
      wishes: {
        heading: `What would give ${name} a break`,
        asked: `What would give ${name} a break?`,
        hint: 'And what else they would like. Wishes count even where no money follows',
      },
    };
  return {
    goodLife: { heading: 'A good life', asked: `What a good life is to ${name}` },
    whatTheyDo: { heading: `What ${name} does`, asked: `What ${name} does` },
    wishes: {
      heading: `What ${name} would like`,
      asked: `What ${name} would like`,
      hint: 'Wishes count even where no money follows',
    },
  };
}
