// Many made-up sites of one kind, and how often each way of asking was right.
import type { EstimateWithin } from '../../src/evidence/statistics/difference-of-estimates.ts';
import type { Kind } from './kinds.ts';
import { type Answer, oneSite } from './one-site.ts';

/** How one way of asking fared: shares of the sites. */
export interface Fared {
  /** The 95% interval held the truth. */
  covered: number;
  /** The interval said fewer, for sure. */
  declaredBetter: number;
  /** Mean of what was found less the truth. */
  error: number;
}

export interface Tally {
  kind: Kind;
  sites: number;
  truth: number;
  /** The way the product asks: `alike` where the patch differs, otherwise `whole`. */
  product: Fared;
  byNow: Fared;
  tapOn: Fared;
  crude: Fared;
  naive: { error: number; saysBetter: number };
}

export function tallyOf(kind: Kind, sites: number, seed: number): Tally {
  const answers = Array.from({ length: sites }, (_, site) => oneSite(kind, seed, numberOf(kind), site));
  const differs = kind.frail.here !== kind.frail.elsewhere;
  return {
    kind,
    sites,
    truth: answers[0]?.truth ?? 0,
    product: fared(answers, (one) => (differs ? one.alike : one.whole)),
    byNow: fared(answers, (one) => one.byNow),
    tapOn: fared(answers, (one) => one.tapOn),
    crude: fared(answers, (one) => one.whole),
    naive: {
      error: mean(answers.map((one) => one.naive - one.truth)),
      saysBetter: mean(answers.map((one) => Number(one.naive < 0))),
    },
  };
}

function fared(answers: readonly Answer[], asked: (answer: Answer) => EstimateWithin): Fared {
  const all = answers.map((answer) => ({ truth: answer.truth, said: asked(answer) }));
  return {
    covered: mean(all.map(({ truth, said }) => Number(said.low <= truth && truth <= said.high))),
    declaredBetter: mean(all.map(({ said }) => Number(said.high < 0))),
    error: mean(all.map(({ truth, said }) => said.value - truth)),
  };
}

/** Each kind its own dice, whatever else is asked beside it. */
const numberOf = (kind: Kind): number =>
  [...kind.name].reduce((number, letter) => (number * 31 + letter.charCodeAt(0)) | 0, 0);

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
