import { z } from 'zod';

/**
 * A site's practice numbers, co-produced and dated. Those marked * in the rules; here with their defaults.
 * Shown and never blocking, save where a rule says otherwise.
 */
export interface RuleSet {
  /** C2-4: contact every day up to and including this day. */
  dailyToDay: number;
  /** C2-4: contact at least every second day up to and including this day, then less often. */
  everySecondDayToDay: number;
  /** C2-4: the crisis plan is read again with the person at least this often, in days. */
  rereadEveryDays: number;
  /** C2-4: peers hear within this many working days of opening. */
  peersToldWithinWorkingDays: number;
  /** C2-4: peers hear at least this often after that, in days. */
  peersToldEveryDays: number;
  /** C2-4: the first day on which the team talks about whether this is still right. */
  firstTeamTalkDay: number;
  /** C2-4: the second such day. */
  secondTeamTalkDay: number;
  /** C2-5: small money one conversation may spend without asking first, in pence. Our judgement: none is published. */
  smallMoneyLimitPence: number;
  /** N1: a decision is given from this many days after they asked what they are entitled to … */
  entitledFromDays: number;
  /** N1: … and by this many. */
  entitledByDays: number;
  /** Care Act 2014 s12, s13, s17, s25: a copy is with the person within so many days. */
  copyWithinDays: number;
  /** P2: somebody who asks for a catch-up has an answer within so many days. */
  answerWithinDays: number;
  /** P2: a catch-up somebody asked for is held within so many days of their asking, or it says why later. */
  catchUpWithinDays: number;
  /** N3: after so many days without an advocate, whoever was asked is asked again. */
  advocateWithinDays: number;
  /** N4: the document that lets somebody decide is seen within so many days. */
  powerSeenWithinDays: number;
  /** P5: somebody visits within so many days of the day they moved in. */
  settlingVisitWithinDays: number;
}

/**
 * N1: four to six weeks is what the Local Government and Social Care Ombudsman takes as reasonable from asking;
 * no Act names a number. Nor does one for copies, answers, advocates, documents or visits: those are our judgement.
 *
 * C2-4, C2-5. Day 42 because the charging rules leave up to six weeks of reablement free; the rest is
 * practice that a site changes for itself.
 */
export const defaultRules: RuleSet = {
  dailyToDay: 7,
  everySecondDayToDay: 21,
  rereadEveryDays: 7,
  peersToldWithinWorkingDays: 1,
  peersToldEveryDays: 7,
  firstTeamTalkDay: 42,
  secondTeamTalkDay: 84,
  smallMoneyLimitPence: 20_000,
  entitledFromDays: 28,
  entitledByDays: 42,
  copyWithinDays: 7,
  answerWithinDays: 14,
  catchUpWithinDays: 28,
  advocateWithinDays: 7,
  powerSeenWithinDays: 28,
  settlingVisitWithinDays: 14,
};

const number = z.number().int().nonnegative().max(10_000_000);
/** What a rule set may change; an unknown name or an impossible number is an error when it is agreed. */
const ChangedRules = z
  .object(
    Object.fromEntries(Object.keys(defaultRules).map((name) => [name, number])) as Record<
      keyof RuleSet,
      typeof number
    >,
  )
  .partial()
  .strict();

/**
 * The rules a conversation keeps: the defaults, with what its site changed. Null when it opened before any
 * site had agreed its own. Throws when a kept rule set cannot be read, rather than guess at a duty.
 * @example ruleSetOf({ rules: { dailyToDay: 5 } }).dailyToDay // 5
 */
export function ruleSetOf(row: { rules: unknown } | null): RuleSet {
  const changed = Object.entries(ChangedRules.parse(row?.rules ?? {}));
  return { ...defaultRules, ...Object.fromEntries(changed.filter(([, value]) => value !== undefined)) };
}
