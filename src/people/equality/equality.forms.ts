import { z } from 'zod';
import { day, wordsOrNothing } from '../../platform/http/reading.ts';
import { type EqualityKind, equalityKinds } from './categories.ts';
import { type Answers, fieldOf } from './equality.ts';

const answered = z
  .union([z.array(z.string().max(60)).max(20), z.string().max(60)])
  .optional()
  .transform((value) =>
    value === undefined ? undefined : [...new Set([value].flat().filter((key) => key !== ''))],
  );
const ownWords = wordsOrNothing(500);
const both = <Kind extends string>(field: Kind) => ({ [field]: answered, [`${field}Words`]: ownWords });

const fields = Object.assign({}, ...equalityKinds.map((kind) => both(fieldOf(kind)))) as Record<
  string,
  typeof answered | typeof ownWords
>;

/** Each thing may be left out, and then stays as it is; sent empty, it is taken back. */
export const EqualityForm = z
  .object({
    ...fields,
    saidBy: z.enum(['themselves', 'somebody-for-them'], { error: 'Choose who said it' }),
    saidByWho: wordsOrNothing(200),
    saidOn: day('Write the day they said it'),
    version: z.coerce.number().int().min(0),
  })
  .transform(({ saidBy, saidByWho, saidOn, version, ...typed }) => ({
    answers: answersIn(typed),
    by: { saidBy, saidByWho, saidOn },
    version,
  }));

function answersIn(typed: Record<string, unknown>): Answers {
  const answers: Answers = {};
  for (const kind of equalityKinds) {
    const { chosen, words } = ofKind(typed, kind);
    if (chosen !== undefined || words !== null) answers[kind] = { answers: chosen ?? [], ownWords: words };
  }
  return answers;
}

const ofKind = (typed: Record<string, unknown>, kind: EqualityKind) => ({
  chosen: typed[fieldOf(kind)] as string[] | undefined,
  words: (typed[`${fieldOf(kind)}Words`] ?? null) as string | null,
});
