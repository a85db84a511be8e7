import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { type Household, mayShare } from './households/household.ts';
import {
  answersOf,
  gettingToKnow,
  isSettled,
  type Matching,
  type Side,
  type Visit,
  visitInWords,
} from './matching.ts';

/** One thing still wanting before moving in, and what would settle it. */
export interface WantingToMoveIn {
  because: string;
  satisfyBy: string;
}

type Home = Pick<
  Household,
  'name' | 'capacity' | 'isActive' | 'approvedOn' | 'approvalUntilOn' | 'notNowUntilOn'
>;

/**
 * P5: may somebody move in? All three have said yes, tea and a night and a weekend have each happened or been left
 * out with a word on why, there is room, the approval covers the day, and it is not “not just now”. `livingThere`
 * is counted while the household is held. Refused 'P5' with everything that is wanting.
 * @example mayMoveIn({ ...matching, schemeAnswer: null }, visits, household, 0, { on: today, today }) // refused 'P5'
 */
export function mayMoveIn(
  matching: Matching,
  visits: readonly Visit[],
  household: Home,
  livingThere: number,
  { on, today }: { on: Day; today: Day },
): Refusal | null {
  if (matching.endedOn)
    return refuse('P5', 'this is not going on', 'begin again together if both would like to');
  if (matching.movedInOn) return refuse('P5', 'they live together already', 'look at how it is for both');
  if (on > today) return refuse('P5', 'that day has not come yet', 'write it down on the day they move in');
  const wanting = whatMovingInWants(matching, visits, household, livingThere, on);
  if (!wanting.length) return null;
  return refuse(
    'P5',
    wanting.map(({ because }) => because).join('; and '),
    wanting.map(({ satisfyBy }) => satisfyBy).join('; and '),
  );
}

/** Everything still wanting, for the page. Empty when they may move in on that day. */
export function whatMovingInWants(
  matching: Matching,
  visits: readonly Visit[],
  household: Home,
  livingThere: number,
  on: Day,
): WantingToMoveIn[] {
  const home = mayShare(household, on);
  return [
    ...answersWanting(matching, on),
    ...visitsWanting(visits, on),
    ...(livingThere >= household.capacity
      ? [
          {
            because: `there is no room: ${household.name} may share with ${household.capacity}, and ${livingThere} live there`,
            satisfyBy: 'wait until there is room, or find another home together',
          },
        ]
      : []),
    ...(home ? [{ because: home.because, satisfyBy: home.satisfyBy }] : []),
  ];
}

const sideInWords: Record<Side, string> = {
  person: 'the person',
  household: 'the household',
  scheme: 'the scheme',
};

function answersWanting(matching: Matching, on: Day): WantingToMoveIn[] {
  return answersOf(matching)
    .filter((one) => one.answer !== 'yes' || one.on === null || one.on > on)
    .map(({ side }) => ({
      because: `${sideInWords[side]} has not said yes by then`,
      satisfyBy: `ask, and write what ${sideInWords[side]} said`,
    }));
}

function visitsWanting(visits: readonly Visit[], on: Day): WantingToMoveIn[] {
  return gettingToKnow
    .filter(
      (kind) =>
        !visits.some(
          (visit) => visit.kind === kind && isSettled(visit) && (visit.happenedOn ?? visit.plannedOn) <= on,
        ),
    )
    .map((kind) => ({
      because: `no “${visitInWords[kind].toLowerCase()}” has been, and nobody has said why not`,
      satisfyBy: 'plan it, or write why they agreed to do without',
    }));
}
