import { z } from 'zod';
import { day, words, wordsOrNothing } from '../../platform/http/reading.ts';
import type { Finding } from './determine.ts';
import { adultOutcomes, carerOutcomes, type Kind, outcomesFor, sensesFor } from './outcomes.ts';

export const DeterminationPath = z.object({ id: z.uuid() });

export const KindQuery = z.object({ kind: z.enum(['adult', 'carer']).optional() });

const findings = ['achieved', 'unable', 'nothing-said'] as const;

const senses = ['without-help', 'pain-distress-anxiety', 'danger', 'much-longer'] as const;

/** The three fields of one outcome: `finding-nutrition`, `sense-nutrition`, `words-nutrition`. */
const OneOutcome = z.object({
  finding: z.enum(findings).default('nothing-said'),
  sense: z
    .union([z.enum(senses), z.literal('')])
    .nullish()
    .transform((sense) => sense || null),
  words: wordsOrNothing(4_000).transform((text) => text ?? ''),
});

const keys = [...new Set([...adultOutcomes, ...carerOutcomes].map(({ key }) => key))];

const outcomeFields = Object.fromEntries(
  keys.flatMap((key) => [
    [`finding-${key}`, z.enum(findings).optional()],
    [`sense-${key}`, z.string().max(40).nullish()],
    [`words-${key}`, z.string().max(4_000).nullish()],
  ]),
) as Record<`finding-${string}`, z.ZodOptional<z.ZodEnum>>;

const yesNo = (missing: string) =>
  z.enum(['yes', 'no'], { error: missing }).transform((answer) => answer === 'yes');

const fields = z.object({
  ...outcomeFields,
  kind: z.enum(['adult', 'carer']).default('adult'),
  causeIsMet: yesNo('Say whether this is where it comes from'),
  causeWords: words('Write what it comes from, in a sentence', 4_000),
  healthAtRisk: z
    .enum(['yes', 'no'])
    .optional()
    .transform((answer) => answer === 'yes'),
  impactIsMet: yesNo('Say whether it makes a significant difference'),
  impactWords: words('Write what difference it makes, in a sentence', 4_000),
  personsWish: words('Write what they want, in their words', 8_000),
  practitionersView: words('Write what you, or your colleague, think', 8_000),
  viewBy: z.uuid({ error: 'Choose whose view this is' }),
  reasons: words('Write the reasons for the decision', 8_000),
  decidedOn: day('Write the day of the decision'),
  writtenAdvice: wordsOrNothing(8_000),
});

/** The whole decision as one form. An "unable" carries its sense and its words; nothing else is asked for by force. */
export const DeterminationForm = fields.transform((form, context) => {
  const outcomes = outcomesFor(form.kind).map(({ key }) => oneOutcome(form, form.kind, key));
  for (const { outcome, finding, sense, words: said } of outcomes) {
    if (finding !== 'unable') continue;
    const problem = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!sense) problem(`sense-${outcome}`, 'Choose in which way they are unable');
    if (!said) problem(`words-${outcome}`, 'Write the words that show it');
  }
  return { ...form, outcomes };
});

function oneOutcome(form: Record<string, unknown>, kind: Kind, key: string): Finding {
  const read = OneOutcome.safeParse({
    finding: form[`finding-${key}`],
    sense: form[`sense-${key}`],
    words: form[`words-${key}`],
  });
  const {
    finding,
    sense,
    words: said,
  } = read.data ?? { finding: 'nothing-said' as const, sense: null, words: '' };
  const isTheirs = sensesFor(kind).some((one) => one.key === sense);
  return { outcome: key, finding, sense: finding === 'unable' && isTheirs ? sense : null, words: said };
}
