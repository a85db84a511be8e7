import type { Exception } from '../../conversations/gate/gate.ts';
import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { sentence } from '../../platform/ui/sentence.ts';
import type { ShareAllowed } from '../money/share-in-plan.ts';
import type { Agreement, NotAgreed, Plan } from '../plan.ts';
import { earlierPlan } from './earlier-plan.ts';
import { lackingInBudget, lackingInNeed, lackingInWords, type Wanting, wants } from './wanting.ts';

/** What is looked at before a plan begins to stand. */
export interface AskedToStand {
  plan: Plan;
  startsOn: Day;
  agreement: Agreement;
  /** Which lines, when they agree in part. */
  notAgreed: readonly NotAgreed[];
  today: Day;
  /** The day the plan's conversation opened. */
  conversationOpenedOn: Day;
  /** The latest decision in the plan's conversation. */
  determination: { isEligible: boolean; decidedOn: Day } | null;
  /** The plan that stands now, which this one would follow. */
  earlier: Plan | null;
  hasOpenConversation2: boolean;
  openedByException: Exception | null;
  /** N3: why no plan may be made today for lack of an advocate; null or left out when nothing holds it up. */
  unheard?: Refusal | null;
  /** N5: why a need may not lean on the carer it names, by need; left out where everything stands. */
  cannotLean?: ReadonlyMap<string, Refusal>;
  /** The written record of what they pay that counts on that day; null or left out while there is none. */
  share?: ShareAllowed | null;
}

/**
 * May this plan begin to stand? C3-5 (Care Act 2014 s25: the needs, which the law requires us to meet and how,
 * the budget, the direct payment, advice), C2-3 (no long-term plan in a crisis), N5 (nobody is leaned on who has
 * not said yes), N3 (no plan without an advocate where one is wanted) and P1 (nothing goes down without a new
 * decision). Names every rule that refuses, once each.
 * @example mayStand({ plan, determination: null, … }) // refused 'C3-5'
 */
export function mayStand(asked: AskedToStand): Refusal | null {
  const wanting = whatPlanWants(asked);
  if (!wanting.length) return null;
  const rules = [...new Set(wanting.map(({ rule }) => rule))];
  const inSentences = (texts: string[]) => sentences([...new Set(texts)]);
  return refuse(
    rules.join(', '),
    inSentences(wanting.map(({ because }) => because)),
    inSentences(wanting.map(({ satisfyBy }) => satisfyBy)),
  );
}

/** Short sentences one after the other; the first stays as it goes on in a sentence of the page, and the last ends there. */
function sentences(texts: readonly string[]): string {
  return texts
    .map((text, at) => (at ? sentence(text) : text.trim()))
    .map((text, at) => (at < texts.length - 1 ? ended(text) : text.replace(/\.$/, '')))
    .join(' ');
}

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Everything a plan still wants, for the page where it is agreed. Empty when it may stand. */
export function whatPlanWants(asked: AskedToStand): Wanting[] {
  return [
    ...stillInCrisis(asked),
    ...notHeard(asked),
    ...lackingDecision(asked),
    ...lackingInWords(asked.plan),
    ...asked.plan.needs.flatMap((line) => lackingInNeed(line, asked.cannotLean?.get(line.id) ?? null)),
    ...lackingInBudget(asked.plan, asked.share ?? null),
    ...earlierPlan(asked),
  ];
}

/** C2-3, see decision 0010: five exceptions are duties whose day others set; asking for a decision is not. */
function stillInCrisis({ hasOpenConversation2, openedByException }: AskedToStand): Wanting[] {
  const isDutyWithADay = openedByException !== null && openedByException !== 'asked-for-a-determination';
  if (!hasOpenConversation2 || isDutyWithADay) return [];
  return [
    wants(
      'C2-3',
      'conversation 2 is open, and a crisis is no time for a long-term plan',
      'end conversation 2 with them first; what is urgent is met at once without a plan',
    ),
  ];
}

/** N3: no plan is made or changed without an advocate where one is wanted. */
function notHeard({ unheard }: AskedToStand): Wanting[] {
  return unheard ? [wants(unheard.refused, unheard.because, unheard.satisfyBy)] : [];
}

function lackingDecision({ determination, plan }: AskedToStand): Wanting[] {
  if (!determination)
    return [
      wants(
        'C3-5',
        'no decision has been given about what the law requires',
        'give the decision in this conversation first',
      ),
    ];
  const isAnyEligible = plan.needs.some(({ isEligible }) => isEligible);
  if (determination.isEligible && plan.needs.length && !isAnyEligible)
    return [
      wants('C3-5', 'the plan does not say which needs the law requires us to meet', 'mark them in the plan'),
    ];
  if (!determination.isEligible && isAnyEligible)
    return [
      wants(
        'C3-5',
        'a need is marked as one the law requires us to meet, and the decision says otherwise',
        'unmark it, or look at the decision again',
      ),
    ];
  return [];
}
