import { z } from 'zod';
import type { Address } from '../../access/own-page/codes-to.store.ts';
import { addressLacks } from '../../access/own-page/own-address.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { wordsOrNothing } from '../../platform/http/reading.ts';
import type { Words } from '../words/english.ts';

/** What is wrong is said in the person's own language, so that nothing here is required. */
export const CodesForm = z.object({
  way: z.enum(['text', 'email', 'none']).optional().catch(undefined),
  mobile: wordsOrNothing(40),
  email: wordsOrNothing(200),
  number: wordsOrNothing(40),
});

export const CodeForm = z.object({ code: wordsOrNothing(100) });

/** Where they want their codes (null: nowhere) and their number, or what is wrong and with which field. */
export function codesIn(
  { way, mobile, email, number }: z.infer<typeof CodesForm>,
  { codes: { lacks } }: Pick<Words, 'codes'>,
): { wanted: Address | null; number: string } | Problem[] {
  if (!way) return [{ field: 'way', message: lacks.way }];
  const [field, to] = way === 'text' ? ['mobile', mobile ?? ''] : ['email', email ?? ''];
  const lacking = way === 'none' ? null : addressLacks(way, to);
  const problems: Problem[] = [
    ...(lacking ? [{ field, message: lacks[lacking] }] : []),
    ...(number ? [] : [{ field: 'number', message: lacks.number }]),
  ];
  if (problems.length || !number) return problems;
  return { wanted: way === 'none' ? null : { by: way, to }, number };
}
