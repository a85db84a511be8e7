import type { Exception } from '../conversations/gate/gate.ts';
import type { Day } from '../platform/clock.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { totalsOf } from './budget.ts';
import { type Agreement, type NeedLine, type Plan, whatGoesDown, whatIsLeftOut } from './plan.ts';

/** What is looked at before a plan begins to stand. */
export interface AskedToStand {
  plan: Plan;
  startsOn: Day;
  agreement: Agreement;
  /** The latest decision in the plan's conversation. */
  determination: { isEligible: boolean; decidedOn: Day } | null;
  /** The plan that stands now, which this one would follow. */
  earlier: Plan | null;
  hasOpenConversation2: boolean;
  openedByException: Exception | null;
}

/** One thing still wanting, the rule that wants it, and what would settle it. */
export interface Wanting {
  rule: string;
  because: string;
  satisfyBy: string;
}

/**
 * May this plan begin to stand? C3-5 (Care Act 2014 s25: the needs, which the law requires us to meet and how,
 * the budget, the direct payment, advice), C2-3 (no long-term plan in a crisis), N5 (nobody is leaned on who has
 * not said yes) and P1 (nothing goes down without a new decision). The first rule that refuses names everything.
 * @example mayStand({ plan, determination: null, … }) // refused 'C3-5'
 */
export function mayStand(asked: AskedToStand): Refusal | null {
  const wanting = whatPlanWants(asked);
  const [first] = wanting;
  if (!first) return null;
  return refuse(
    first.rule,
    wanting.map(({ because }) => because).join('; and '),
    wanting.map(({ satisfyBy }) => satisfyBy).join('; and '),
  );
}

/** Everything a plan still wants, for the page where it is agreed. Empty when it may stand. */
export function whatPlanWants(asked: AskedToStand): Wanting[] {
  return [
    ...crisis(asked),
    ...decision(asked),
    ...words(asked.plan),
    ...asked.plan.needs.flatMap(lackingInNeed),
    ...budget(asked.plan),
    ...earlierPlan(asked),
  ];
}

const wants = (rule: string, because: string, satisfyBy: string): Wanting => ({ rule, because, satisfyBy });

/** C2-3, see decision 0010: five exceptions are duties whose day others set; asking for a decision is not. */
function crisis({ hasOpenConversation2, openedByException }: AskedToStand): Wanting[] {
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

function decision({ determination, plan }: AskedToStand): Wanting[] {
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

function words({ goodLife, advice, needs }: Plan): Wanting[] {
  return [
    ...(goodLife.trim()
      ? []
      : [wants('C3-5', 'it does not say what a good life is to them', 'write it in their words')]),
    ...(needs.length
      ? []
      : [wants('C3-5', 'no need is set down', 'set down at least one, before any money')]),
    ...(advice.trim()
      ? []
      : [
          wants(
            'C3-5',
            'it gives no advice on what else can help',
            'write what can meet, lessen or put off what they need',
          ),
        ]),
  ];
}

function lackingInNeed({ need, isEligible, metBy, who, how, ownerSaidYesOn }: NeedLine): Wanting[] {
  if (metBy === 'not-met') {
    if (!isEligible || how.trim()) return [];
    return [
      wants(
        'C3-5',
        `“${need}” is not met yet, and it does not say what happens about it`,
        'write what happens next and by when',
      ),
    ];
  }
  if (!who.trim())
    return [wants('C3-5', `nobody is named as meeting “${need}”`, 'name who, or say that it is not met yet')];
  const isLeanedOn = metBy === 'family' || metBy === 'group';
  if (isLeanedOn && !ownerSaidYesOn)
    return [
      wants(
        metBy === 'family' ? 'N5' : 'C3-5',
        `${who} has not said yes to “${need}”`,
        'ask them, and write the day they said yes',
      ),
    ];
  return [];
}

function budget({ parts, needs, directPayment, financialRecordOn, financialRecordWords }: Plan): Wanting[] {
  const { weekly, once } = totalsOf(parts);
  const loose = parts.filter(({ needId }) => !needs.some(({ id }) => id === needId));
  const unpriced = needs.filter(
    ({ id, metBy }) => metBy === 'paid' && !parts.some(({ needId }) => needId === id),
  );
  const isTalkedAbout = directPayment !== null && directPayment !== 'not-yet-talked-about';
  const hasRecord = financialRecordOn !== null && Boolean(financialRecordWords?.trim());
  return [
    ...loose.map(({ what }) =>
      wants('C3-5', `“${what}” in the budget is for no need`, 'choose the need it is for, or take it out'),
    ),
    ...unpriced.map(({ need }) =>
      wants(
        'C3-5',
        `“${need}” is paid for, and the budget has no part for it`,
        'add the part, with who pays what',
      ),
    ),
    ...(weekly.council + once.council > 0 && !isTalkedAbout
      ? [wants('C3-5', 'nobody has asked about a direct payment', 'offer it, and write what they said')]
      : []),
    ...(weekly.person + once.person > 0 && !hasRecord
      ? [
          wants(
            'C3-5',
            'they would pay a share, and there is no written record of how it was worked out',
            'write the record and its day (Care Act 2014 s17)',
          ),
        ]
      : []),
  ];
}

/** P1: the earlier plan runs on until there is a newer decision, each need has its answer, and they do not object. */
function earlierPlan({ earlier, plan, startsOn, determination, agreement }: AskedToStand): Wanting[] {
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
