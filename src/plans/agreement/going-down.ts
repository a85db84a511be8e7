import { totalsOf } from '../budget.ts';
import type { Plan } from '../plan.ts';
import type { AskedToStand } from './standing.ts';
import { type Wanting, wants } from './wanting.ts';

/** P1: what goes down from one plan to the next, each as a phrase. Empty when nothing does. */
export function whatGoesDown(
  before: Pick<Plan, 'needs' | 'parts'>,
  after: Pick<Plan, 'needs' | 'parts'>,
): string[] {
  const now = new Map(after.needs.map((line) => [alike(line.need), line]));
  const fewer = before.needs
    .filter(({ need, metBy }) => metBy !== 'not-met' && now.get(alike(need))?.metBy === 'not-met')
    .map(({ need }) => `“${need}” would no longer be met`);
  const less = totalsOf(after.parts).weekly.council < totalsOf(before.parts).weekly.council;
  return [
    ...whatIsLeftOut(before, after).map((need) => `“${need}” is left out`),
    ...fewer,
    ...(less ? ['the council would pay less each week'] : []),
  ];
}

/** Needs in the earlier plan that stand beside nothing in the later one. */
export function whatIsLeftOut(before: Pick<Plan, 'needs'>, after: Pick<Plan, 'needs'>): string[] {
  const now = new Set(after.needs.map(({ need }) => alike(need)));
  return before.needs.map(({ need }) => need).filter((need) => !now.has(alike(need)));
}

const alike = (need: string): string => need.trim().toLowerCase();

/** P1: the earlier plan runs on until there is a newer decision, each need has its answer, and they do not object. */
export function earlierPlan({ earlier, plan, startsOn, determination, agreement }: AskedToStand): Wanting[] {
  if (!earlier) return [];
  const began = earlier.startsOn ?? '';
  const down = whatGoesDown(earlier, plan);
  return [
    ...(startsOn < began
      ? [wants('P1', 'it would begin before the plan that stands did', 'choose a later day')]
      : []),
    ...whatIsLeftOut(earlier, plan).map((need) =>
      wants(
        'P1',
        `“${need}” is in the plan that stands and not in this one`,
        'set it beside how it will be met now',
      ),
    ),
    ...(down.length && determination && determination.decidedOn <= began
      ? [
          wants(
            'P1',
            `${down.join(', ')}, with no decision newer than the plan that stands`,
            'have the conversation and give a new decision first',
          ),
        ]
      : []),
    ...(down.length && agreement === 'disagree'
      ? [
          wants(
            'P1',
            `they do not agree, and ${down.join(', ')}`,
            'keep the plan that stands; they have been told how to challenge',
          ),
        ]
      : []),
    ...(down.length && !plan.ifThingsGoWrong.trim()
      ? [wants('P1', 'it does not say what happens if less does not work', 'write it with them')]
      : []),
  ];
}
