import { z } from 'zod';
import { day, words } from '../../platform/http/reading.ts';
import type { Plan } from '../plan.ts';
import { version } from '../plans.forms.ts';
import { type Line, linesOf } from './lines.ts';

/** Fields that share a name arrive as a list, one or none of them too. */
const several = (most: number) =>
  z
    .union([z.array(z.string().max(most)), z.string().max(most)])
    .nullish()
    .transform((value) => [value ?? []].flat());

/** Each line of the plan comes with its words, so a word beside a line counts as a tick. */
export const AgreementForm = z
  .object({
    agreement: z.enum(['agree', 'partly', 'disagree'], { error: 'Choose whether they agree' }),
    agreementWords: words('Write what they said about it, in their words', 4_000),
    notAgreed: several(60),
    lines: several(60),
    lineWords: several(2_000),
    startsOn: day('Write the day it starts'),
    version,
  })
  .transform((body) => ({ ...body, ticked: tickedIn(body) }))
  .superRefine(({ agreement, ticked }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['notAgreed'], message });
    if (agreement === 'partly' && !ticked.length) wrong('Tick what they do not agree with');
    if (agreement === 'agree' && ticked.length)
      wrong('Something is ticked that they do not agree with: choose “In part”, or untick it');
  });

export interface Ticked {
  line: string;
  words: string;
}

function tickedIn(body: { notAgreed: string[]; lines: string[]; lineWords: string[] }): Ticked[] {
  const said = new Map(body.lines.map((line, index) => [line, (body.lineWords[index] ?? '').trim()]));
  const spoken = [...said].filter(([, words]) => words).map(([line]) => line);
  const ticked = body.notAgreed.filter((line) => line !== '');
  return [...new Set([...ticked, ...spoken])].map((line) => ({ line, words: said.get(line) ?? '' }));
}

/** The lines of this plan that were ticked; a line of another plan is none. */
export function notAgreedIn(plan: Plan, ticked: readonly Ticked[]): (Line & { words: string })[] {
  return linesOf(plan).flatMap((line) => {
    const found = ticked.find((one) => one.line === line.key);
    return found ? [{ ...line, words: found.words }] : [];
  });
}
