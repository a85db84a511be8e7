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
function gapsIn(kind: Kind, findings: readonly Finding[]): Gap[] {
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

export function textOf(kind: Kind, outcome: string): string {
  return outcomesFor(kind).find(({ key }) => key === outcome)?.text ?? outcome;
}

/** One outcome as a sentence, about them or to them. @example 'Keeping clean: can, and it puts them or somebody in danger. “I slip.”' */
export function findingInWords(
  kind: Kind,
  { outcome, finding, sense, words }: Finding,
  to: 'them' | 'you' = 'them',
): string {
  const isToYou = to === 'you';
  const about = outcomesFor(kind).find(({ key }) => key === outcome);
  const text = (isToYou ? about?.toYou : undefined) ?? about?.text ?? outcome;
  const inSense = sensesFor(kind).find(({ key }) => key === sense);
  const found = {
    achieved: isToYou ? 'you manage' : 'manages',
    unable: (isToYou ? inSense?.toYou : inSense?.text) ?? 'unable',
    'nothing-said': 'nothing said',
  }[finding];
  return [`${text.charAt(0).toUpperCase()}${text.slice(1)}: ${found}.`, words].filter(Boolean).join(' ');
}
