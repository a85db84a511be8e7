import { quoted } from '../changing/beside.ts';
import type { NotAgreed, Plan } from '../plan.ts';
import { type GoesDown, goingDown } from './going-down.ts';
import type { AskedToStand } from './standing.ts';
import { type Wanting, wants } from './wanting.ts';

/**
 * P1 (Care Act 2014 s27(4) and (5); guidance 13.30 to 13.34): the earlier plan runs on until everything that the
 * person is owed before anything goes down is there. Empty when nothing goes down.
 * @example earlierPlan({ ...asked, earlier: null }) // []
 */
export function earlierPlan(asked: AskedToStand): Wanting[] {
  const { earlier, plan, startsOn } = asked;
  if (!earlier) return [];
  const down = goingDown(earlier, plan);
  return [
    ...(startsOn < (earlier.startsOn ?? '')
      ? [wants('C3-5', 'it would begin before the plan that stands did', 'choose a later day')]
      : []),
    ...owedBefore(asked, earlier, down),
    ...(down.length ? [...whenItBegins(asked), ...theyObject(asked, down)] : []),
  ];
}

/** P1: what is still owed to them before anything goes down, whatever day is chosen and whatever they say of it. */
export function stillOwed(asked: AskedToStand): Wanting[] {
  return asked.earlier ? owedBefore(asked, asked.earlier, goingDown(asked.earlier, asked.plan)) : [];
}

const owedBefore = (asked: AskedToStand, earlier: Plan, down: readonly GoesDown[]): Wanting[] =>
  down.length
    ? [
        ...needsBeside(down),
        ...newConversation(asked, earlier, down),
        ...whatTheyAreTold(asked.plan),
        ...whenTheyAreTold(asked),
      ]
    : [];

/** P1: they do not agree to something that goes down, so the earlier plan is kept. */
export function keepsEarlier(asked: AskedToStand): boolean {
  if (!asked.earlier) return false;
  const down = goingDown(asked.earlier, asked.plan);
  return down.length > 0 && theyObject(asked, down).length > 0;
}

const inOne = (down: readonly GoesDown[]): string => down.map(({ phrase }) => phrase).join(', ');

function needsBeside(down: readonly GoesDown[]): Wanting[] {
  const groups = [...new Set(down.map(({ about }) => about))].filter((about) => about !== null);
  return groups.flatMap(({ was, now, words }) =>
    now.length === 0
      ? was.map((line) =>
          wants(
            'P1',
            `${quoted([line])} is in the plan that stands and beside nothing in this one`,
            'set it beside how it will be met now; a need that is gone is one they meet themselves',
          ),
        )
      : was
          .filter(({ id }) => !words.find(({ wasNeedId }) => wasNeedId === id)?.words.trim())
          .map((line) =>
            wants(
              'P1',
              `it does not say how ${quoted([line])} will be met with less`,
              'write how, beside how it is met in the plan that stands',
            ),
          ),
  );
}

/**
 * A new conversation and decision since the plan that stands began. What another council met stands by duty from
 * the day they moved (decision 0030), and there the conversation it waits for is the new one.
 */
function newConversation(asked: AskedToStand, earlier: Plan, down: readonly GoesDown[]): Wanting[] {
  const began = earlier.startsOn ?? '';
  const { plan, conversationOpenedOn, determination } = asked;
  const isByDuty = earlier.agreement === null;
  const isNew = isByDuty || (plan.conversationId !== earlier.conversationId && conversationOpenedOn > began);
  const isDecidedAnew =
    determination === null ||
    determination.decidedOn > began ||
    (isByDuty && determination.decidedOn === began);
  return [
    ...(isNew
      ? []
      : [
          wants(
            'P1',
            `${inOne(down)}, with no new conversation 3 since the plan that stands began`,
            'listen again: open a new conversation 3, and write the plan there',
          ),
        ]),
    ...(isDecidedAnew
      ? []
      : [
          wants(
            'P1',
            `${inOne(down)}, with no decision newer than the plan that stands`,
            'have the conversation and give a new decision first',
          ),
        ]),
  ];
}

/** P3: neither of these is a reason by itself. */
const noReasonAlone: readonly string[] = ['costs', 'managing-better'];

function whatTheyAreTold({ down, ifThingsGoWrong }: Plan): Wanting[] {
  const { because, reasons, involved } = down;
  return [
    ...(involved.trim()
      ? []
      : [
          wants(
            'P1',
            'it does not say how they were involved in this change',
            'involve them, and write how and who else was there',
          ),
        ]),
    ...(reasons.trim()
      ? []
      : [
          wants(
            'P1',
            'it does not say what has changed in their life',
            'write what has changed, and why that means this',
          ),
        ]),
    ...(because.some((one) => !noReasonAlone.includes(one))
      ? []
      : [
          wants(
            'P3',
            'what it costs, or that they manage better, is no reason by itself',
            'say what else is behind it, or leave the plan as it stands',
          ),
        ]),
    ...(ifThingsGoWrong.trim()
      ? []
      : [wants('P1', 'it does not say what happens if less does not work', 'write it with them')]),
  ];
}

function whenTheyAreTold({ plan: { down }, today }: AskedToStand): Wanting[] {
  if (down.toldOn === null)
    return [wants('P1', 'it does not say which day they were told', 'tell them and why, and write the day')];
  return down.toldOn > today
    ? [wants('P1', 'the day they are told has not come yet', 'tell them first')]
    : [];
}

function whenItBegins({ plan: { down }, startsOn, today }: AskedToStand): Wanting[] {
  const isToldFirst = down.toldOn === null || down.toldOn > today || down.toldOn < startsOn;
  return [
    ...(startsOn < today
      ? [wants('P1', 'something would go down from a day that is past', 'choose a day that is to come')]
      : []),
    ...(isToldFirst
      ? []
      : [wants('P1', 'they were told no earlier than it would begin', 'let it begin on a later day')]),
  ];
}

function theyObject({ agreement, notAgreed }: AskedToStand, down: readonly GoesDown[]): Wanting[] {
  const phrases = inOne(
    agreement === 'partly' && notAgreed.length
      ? down.filter((one) => notAgreed.some((line) => isAbout(line, one)))
      : down,
  );
  if (agreement === 'agree' || !phrases) return [];
  return [
    wants(
      'P1',
      `they do not agree, and ${phrases}`,
      'keep the plan that stands; tell them how to challenge, and go on talking',
    ),
  ];
}

/** Something else in the plan may be any of it; money in all is about every part. */
function isAbout({ needId, partId }: NotAgreed, { about }: GoesDown): boolean {
  if (needId === null && partId === null) return true;
  if (about === null) return partId !== null;
  return about.now.some(({ id }) => id === needId) || about.nowParts.some(({ id }) => id === partId);
}
