import { addDays, addMonths } from '../../platform/clock.ts';
import { type Clock, ended, onTheDay, personPage, plainClock, withinDays } from './clock.ts';

const plan = { link: personPage('/plan'), act: 'The plan' };
const catchUps = { link: personPage('/catch-ups'), act: 'Catch-ups' };

/** P2, P3, F6, N5 and what is theirs in writing: days that follow from a plan. */
export const planClocks = {
  'catch-up-first': plainClock({
    rule: 'P2',
    law: 'Care Act 2014 s27; guidance 13.32: six to eight weeks after a plan starts',
    atLeastDays: 42,
    days: (day) => ({ from: addDays(day, 42), by: addDays(day, 56) }),
    says: () => 'The first catch-up on how the plan is going.',
    ...catchUps,
    kindInWords: 'Catch-up due',
  }),
  'catch-up-yearly': plainClock({
    rule: 'P2',
    law: 'Care Act 2014 s27; guidance 13.32: no later than twelve months after the last',
    atLeastDays: 365,
    days: (day) => onTheDay(addMonths(day, 12)),
    says: () => 'A catch-up on how the plan is going: a year since the last.',
    ...catchUps,
    kindInWords: 'Catch-up due',
  }),
  'catch-up-asked': plainClock({
    rule: 'P2',
    law: 'Care Act 2014 s27(1)(b): on a reasonable request; the days are ours',
    days: (day, { answerWithinDays }) => withinDays(day, answerWithinDays),
    says: ({ words }) => `${words} asked for a catch-up, and has no answer yet.`,
    ...catchUps,
    kindInWords: 'An answer about a catch-up',
  }),
  'catch-up-day': plainClock({
    rule: 'P2',
    law: 'Care Act 2014 s27(1)(b): the day we said yes to',
    says: ({ words }) => `The catch-up that ${words} asked for.`,
    ...catchUps,
    kindInWords: 'Catch-up due',
  }),
  'payment-first': plainClock({
    rule: 'P2',
    law: 'Care and Support (Direct Payments) Regulations 2014 (SI 2014/2871) reg 7: within six months of the first payment',
    atLeastDays: 181,
    days: (day) => onTheDay(addMonths(day, 6)),
    says: () => 'The first catch-up on how their direct payment is going.',
    ...catchUps,
    kindInWords: 'Catch-up due',
  }),
  'payment-next': plainClock({
    rule: 'P2',
    law: 'The same: then no later than twelve months after the last',
    atLeastDays: 365,
    days: (day) => onTheDay(addMonths(day, 12)),
    says: () => 'A catch-up on how their direct payment is going: a year since the last.',
    ...catchUps,
    kindInWords: 'Catch-up due',
  }),
  'urgent-help': plainClock({
    rule: 'F6',
    law: 'Care Act 2014 s19(3): urgent help stands until a day, and is then looked at again',
    says: ({ words }) => `Look again at the urgent help: ${ended(words)}`,
    ...{ link: personPage('/urgent-help'), act: 'Urgent help' },
    kindInWords: 'Urgent help to look at again',
  }),
  'copy-owed': plainClock({
    rule: 'C3-4',
    law: 'Care Act 2014 s12(3), s13(2), s13(5), s17(6), s25(9), s37; the days are ours',
    days: (day, { copyWithinDays }) => withinDays(day, copyWithinDays),
    says: ({ words }) => letters[words] ?? 'Give them what is theirs in writing.',
    link: personPage('/letters'),
    act: 'Letters',
    kindInWords: 'A letter to give',
  }),
  'carer-no': plainClock({
    rule: 'N5',
    law: 'Care Act 2014 s10(5) and s27: a plan leans on a carer only while they are willing and able',
    // Never whether they cannot or will not: that stays on their own record (W2).
    says: ({ words }) =>
      `The plan leans on a carer for something they can no longer do: ${ended(words)} Open it again.`,
    ...plan,
    kindInWords: 'A plan to open again',
  }),
} satisfies Record<string, Clock>;

/** C3-3, C3-4, C3-5: what is owed for each, as a sentence. */
const letters: Record<string, string> = {
  'needs-assessment': 'Give them a copy of what we found in their needs assessment.',
  determination: 'Give them a copy of the decision, with its reasons.',
  advice: 'Give them the advice in writing.',
  plan: 'Give them a copy of their plan.',
  'financial-assessment': 'Give them a copy of how what they pay was worked out.',
  'move-difference': 'Tell them in writing why something differs from before they moved.',
  'told-beforehand': 'Tell them, in their format, that this conversation is their needs assessment.',
};
