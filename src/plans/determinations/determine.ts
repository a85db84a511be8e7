import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { type Kind, outcomesFor, type SenseKey, sensesFor, unableInAtLeast } from './outcomes.ts';

export type FindingKind = 'achieved' | 'unable' | 'nothing-said';

/** What was found about one outcome, and the words that show it. */
export interface Finding {
  outcome: string;
  finding: FindingKind;
  sense: SenseKey | null;
  words: string;
}

/** The three tests of the Care and Support (Eligibility Criteria) Regulations 2015, as they were found. */
export interface Tests {
  kind: Kind;
  /** Reg 2(1)(a): from an impairment or illness. Reg 3(1)(a): from providing necessary care. */
  causeIsMet: boolean;
  outcomes: readonly Finding[];
  /** Reg 3(2)(a): the carer's health is getting worse, or may. Not asked of an adult. */
  healthAtRisk: boolean;
  /** Reg 2(1)(c), reg 3(1)(c): a significant impact on wellbeing, now or likely. */
  impactIsMet: boolean;
}

export interface Determined {
  isEligible: boolean;
  /** The outcomes they are unable to achieve, in the law's order, in plain words. Never a number beside a name. */
  unableTo: string[];
  /** The answer to each test as one sentence. */
  sentences: string[];
  /** Outcomes nobody has said anything about. */
  gaps: Gap[];
  /** True when an answer to a gap could turn a "no" into a "yes". */
  restsOnGaps: boolean;
}

export interface Gap {
  outcome: string;
  question: string;
}

/**
 * C3-4: the three tests and no score. An adult is eligible when the need comes from an impairment or illness,
 * they are unable to achieve two or more of ten outcomes, and wellbeing is significantly affected (reg 2(1)).
 * A carer, when it comes from necessary care, their health is at risk or they are unable to achieve any one of
 * eight outcomes, and wellbeing is significantly affected (reg 3).
 * @example determine({ kind: 'adult', causeIsMet: true, outcomes: [washing, dressing], … }).isEligible // true
 */
export function determine(tests: Tests): Determined {
  const found = new Map(tests.outcomes.map((finding) => [finding.outcome, finding]));
  const all = outcomesFor(tests.kind);
  const unable = all.filter(({ key }) => found.get(key)?.finding === 'unable');
  const gaps = gapsIn(tests.kind, tests.outcomes);
  const isUnable = isEnough(tests, unable.length);
  const isEligible = tests.causeIsMet && isUnable && tests.impactIsMet;
  return {
    isEligible,
    unableTo: unable.map(({ text }) => text),
    sentences: sentencesOf(
      tests,
      unable.map(({ text }) => text),
      isUnable,
    ),
    gaps,
    restsOnGaps:
      tests.causeIsMet && tests.impactIsMet && !isUnable && isEnough(tests, unable.length + gaps.length),
  };
}

function isEnough({ kind, healthAtRisk }: Tests, unable: number): boolean {
  return unable >= unableInAtLeast[kind] || (kind === 'carer' && healthAtRisk);
}

/** C3-4: outcomes with nothing said and no word on why, as plain questions. */
export function gapsIn(kind: Kind, findings: readonly Finding[]): Gap[] {
  const said = new Set(
    findings
      .filter(({ finding, words }) => finding !== 'nothing-said' || words.trim())
      .map(({ outcome }) => outcome),
  );
  return outcomesFor(kind)
    .filter(({ key }) => !said.has(key))
    .map(({ key, text }) => ({ outcome: key, question: `Nothing yet about ${text}: ask, or say why not` }));
}

function sentencesOf(tests: Tests, unableTo: readonly string[], isUnable: boolean): string[] {
  const cause = tests.kind === 'adult' ? 'an impairment or illness' : 'the care they give somebody';
  const health =
    tests.kind === 'carer' && tests.healthAtRisk ? ['Their health is getting worse, or may.'] : [];
  const unable = unableTo.length
    ? `They are unable to achieve: ${unableTo.join('; ')}.`
    : 'They are able to achieve each outcome that was talked about.';
  const fewer = !isUnable && unableTo.length ? ['The law asks for at least two of these.'] : [];
  return [
    tests.causeIsMet ? `What they need comes from ${cause}.` : `What they need does not come from ${cause}.`,
    ...health,
    unable,
    ...fewer,
    tests.impactIsMet
      ? 'It makes, or is likely to make, a significant difference to their wellbeing.'
      : 'It does not make a significant difference to their wellbeing.',
  ];
}

/** What must be so before a decision can be given. */
export interface Deciding {
  tests: Tests;
  /** The day the person was told what this conversation is (C3-3); null when they were not. */
  toldOn: Day | null;
  writtenAdvice: string | null;
  decidedOn: Day;
  today: Day;
}

/**
 * C3-3 and C3-4: may this decision be given? Not before the person was told what the conversation is; not with
 * an "unable" that names no sense or shows no words; not as a "no" that rests on something nobody asked; and a
 * "no" comes with written advice on what can be done (Care Act 2014 s13(5)).
 */
export function mayDetermine({ tests, toldOn, writtenAdvice, decidedOn, today }: Deciding): Refusal | null {
  if (!toldOn || toldOn > decidedOn)
    return refuse(
      'C3-3',
      'nothing here says the person was told, before this, what this conversation is in law',
      'tell them, in the format they need, and write down the day',
    );
  if (decidedOn > today)
    return refuse('C3-4', 'the decision is dated after today', 'write the day it was made');
  const bare = tests.outcomes.find((finding) => isBare(tests.kind, finding));
  if (bare)
    return refuse(
      'C3-4',
      `“${textOf(tests.kind, bare.outcome)}” says unable, without a sense the law gives or without the words that show it`,
      'choose in which sense, and write what was said or seen',
    );
  const { isEligible, restsOnGaps, gaps } = determine(tests);
  if (restsOnGaps)
    return refuse(
      'C3-4',
      'this “no” would rest on what nobody has asked',
      gaps.map(({ question }) => question).join('; '),
    );
  if (!isEligible && !writtenAdvice?.trim())
    return refuse(
      'C3-4',
      'when the law does not require us to help, the person is owed written advice',
      'write what can be done to meet, lessen or put off what they need',
    );
  return null;
}

function isBare(kind: Kind, { finding, sense, words }: Finding): boolean {
  if (finding !== 'unable') return false;
  return !words.trim() || !sensesFor(kind).some(({ key }) => key === sense);
}

export function textOf(kind: Kind, outcome: string): string {
  return outcomesFor(kind).find(({ key }) => key === outcome)?.text ?? outcome;
}
