import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { rule } from '../introduction.ts';

export const lineKinds = [
  'first-name',
  'phone',
  'what-to-know',
  'getting-in',
  'how-to-meet',
  'something-else',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** As the person says yes or no to it, and as the group reads it. */
export const lineKindInWords: Record<LineKind, string> = {
  'first-name': 'First name',
  phone: 'Telephone number',
  'what-to-know': 'Good to know',
  'getting-in': 'Getting in and being comfortable',
  'how-to-meet': 'How they like to be met',
  'something-else': 'Something else',
};

/** One thing about the person, in the words the group would read, and what the person said to it. */
export interface Line {
  lineId: string;
  kind: LineKind;
  words: string;
  answer: 'yes' | 'no' | null;
  answeredAt: Date | null;
  answerWords: string | null;
  toldOn: string | null;
  withdrawnAt: Date | null;
  withdrawnWords: string | null;
}

/** W2: told to the group only while the person's own yes to this very line stands. */
export const stands = ({ answer, withdrawnAt }: Pick<Line, 'answer' | 'withdrawnAt'>): boolean =>
  answer === 'yes' && withdrawnAt === null;

export type SaidToLine = 'yes' | 'no' | 'take-back';

/**
 * May this be written as the person's answer to a line? Asked once: whoever changes their mind takes it back, or is asked
 * again with a line of its own, so that each yes keeps its words and its day.
 * @example mayAnswer({ answer: 'yes', withdrawnAt: null }, 'take-back') // null
 */
export function mayAnswer(line: Pick<Line, 'answer' | 'withdrawnAt'>, said: SaidToLine): Refusal | null {
  if (said === 'take-back')
    return stands(line)
      ? null
      : refuse(rule, 'the group is not told this', 'nothing more: it is already kept from them');
  if (line.answer === null) return null;
  return refuse(rule, 'they have answered this line already', 'write the line again, with what they say now');
}
