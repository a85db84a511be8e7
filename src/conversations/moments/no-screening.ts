import { type FactName, factKind } from '../facts.ts';

/** What the law asks only to decide who is eligible, and who pays. */
const decidesEligibility = /SI 2015\/313|Care Act 2014 s1[3-8]\b|s26\b|s3[1-3]\b/;
const askedOfMoney = /\b(money|pays?|paid|costs?|savings|income|afford|eligib\w*|entitle\w*|qualif\w*)\b/i;

/**
 * C1-3: would looking for this be screening? True for what the law’s tests of eligibility look at and for anything
 * about money: conversation 1 looks for neither (Care Act 2014 s1, s2 and s4 come first).
 * What somebody asks of their own accord, at any moment, is theirs to ask (N1).
 * @example wouldScreen('unable') // true; wouldScreen('what-matters') // false
 */
export function wouldScreen(name: FactName): boolean {
  const { law, moments, question, details } = factKind(name);
  if (moments.includes('any-moment')) return false;
  const words = [question, ...details.map(({ label }) => label)].join(' ');
  return decidesEligibility.test(law) || askedOfMoney.test(words);
}
