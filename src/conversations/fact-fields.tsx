import { z } from 'zod';
import { readDay } from '../platform/http/reading.ts';
import type { Again } from '../platform/http/routes.ts';
import { longDate } from '../platform/ui/dates.ts';
import { errorOf, valueOf } from '../platform/ui/form.tsx';
import { Radios } from '../platform/ui/govuk/choices.tsx';
import { Input } from '../platform/ui/govuk/input.tsx';
import { type FactDetail, type FactName, factKind, factKinds } from './facts.ts';

export const factName = z.enum(Object.keys(factKinds) as [FactName, ...FactName[]], {
  error: 'Choose what this settles',
});

/**
 * Reads the details a kind of fact carries out of a form that has them beside its own fields. A detail left
 * out is left out: the rules say what is still half written. A day that cannot be read is said beside its field.
 */
export function withDetails<Body extends { kind: FactName }>(
  body: Body & Record<string, unknown>,
  context: z.RefinementCtx,
) {
  const details: Record<string, string> = {};
  for (const detail of factKind(body.kind).details) {
    const typed = String(body[detail.name] ?? '').trim();
    if (!typed) continue;
    const value = readDetail(detail, typed);
    if (value === null)
      context.addIssue({ code: 'custom', path: [detail.name], message: askAgain[detail.type] });
    else details[detail.name] = value;
  }
  return { ...(body as Body), details };
}

const askAgain = {
  day: 'Write the day like 21 November 2026 or 21/11/2026',
  words: 'Use 2,000 characters or fewer',
  choice: 'Choose one of these',
} as const;

function readDetail(detail: FactDetail, typed: string): string | null {
  if (detail.type === 'day') return readDay(typed);
  if (detail.type === 'words') return typed.length <= 2_000 ? typed : null;
  return detail.choices?.some(({ value }) => value === typed) ? typed : null;
}

export interface FactFieldsProps {
  kind: FactName;
  again: Again | undefined;
  /** What stands already, when this corrects it. */
  begins?: Record<string, string>;
  /** Parts the ids of one form from those of another on the same page. */
  idPrefix?: string;
}

/** The few things a kind of fact carries besides the words. */
export function FactFields({ kind, again, begins = {}, idPrefix = '' }: FactFieldsProps) {
  return (
    <>
      {factKind(kind).details.map((detail: FactDetail) => {
        const kept = begins[detail.name] ?? '';
        const props = {
          name: detail.name,
          id: `${idPrefix}${detail.name}`,
          value: valueOf(again, detail.name, detail.type === 'day' && kept ? longDate(kept) : kept),
          error: errorOf(again, detail.name),
        };
        const hint = whenAsked(kind, detail);
        if (detail.type !== 'choice')
          return <Input key={detail.name} {...props} label={detail.label} hint={hint} autoComplete="off" />;
        const items = (detail.choices ?? []).map(({ value, text }) => ({ value, label: text }));
        return <Radios key={detail.name} {...props} legend={detail.label} items={items} />;
      })}
    </>
  );
}

/** Says when a detail is asked for at all: “Only if: Not now, or No thank you”. */
function whenAsked(kind: FactName, { onlyWhen }: FactDetail): string | undefined {
  const asked = onlyWhen && factKind(kind).details.find(({ name }) => name === onlyWhen.detail);
  const answers = asked?.choices?.filter(({ value }) => onlyWhen?.is.includes(value));
  return answers?.length ? `Only if: ${answers.map(({ text }) => text).join(', or ')}` : undefined;
}

/** A fact's details in a line: “The day they said no: 17 November 2026”. */
export function detailsInWords(kind: FactName, details: Record<string, string>): string[] {
  return factKind(kind).details.flatMap((detail: FactDetail) => {
    const value = details[detail.name];
    if (!value) return [];
    const choice = detail.choices?.find((one) => one.value === value)?.text;
    return [
      `${detail.label.replace(/\?$/, '')}: ${detail.type === 'day' ? longDate(value) : (choice ?? value)}`,
    ];
  });
}
