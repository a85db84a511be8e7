import { z } from 'zod';
import { idOrNothing, wordsOrNothing } from '../../platform/http/reading.ts';
import { type EntryVoice, voices } from '../conversation.ts';
import { factName, withDetails } from '../fact-fields.tsx';
import { wordsIn } from './sentences.ts';

/** Where words stand: a voice and its first and last position, as in 'said:0-42'. */
const place = /^(said|noticed|think|agreed):(\d{1,6})-(\d{1,6})$/;

export const ChooseQuery = z.object({
  place: z.string().regex(place).optional().catch(undefined),
  /** The words as copied or typed, for whoever would rather not point at them. */
  exact: z.string().trim().max(2_000).optional().catch(undefined),
  kind: factName.optional().catch(undefined),
  replaces: z.uuid().optional().catch(undefined),
});

export const FactForm = z
  .looseObject({
    place: z.string({ error: 'Choose the words' }).regex(place, { error: 'Choose the words' }),
    kind: factName,
    saidBy: wordsOrNothing(200),
    replaces: idOrNothing(),
  })
  .transform(withDetails);

export interface Words {
  voice: EntryVoice;
  startsAt: number;
  endsAt: number;
  phrase: string;
}

/** The words a place points at in an entry, without the white space around them; null when there are none. */
export function wordsAt(entry: Record<EntryVoice, string>, written: string): Words | null {
  const [, name, from, to] = place.exec(written) ?? [];
  const voice = voices.find((one) => one === name);
  if (!voice) return null;
  const [startsAt, endsAt] = [Number(from), Math.min(Number(to), entry[voice].length)];
  if (endsAt <= startsAt) return null;
  const slice = entry[voice].slice(startsAt, endsAt);
  const phrase = slice.trim();
  const begins = startsAt + slice.length - slice.trimStart().length;
  return phrase ? { voice, startsAt: begins, endsAt: begins + phrase.length, phrase } : null;
}

/** The words as they were copied, wherever they stand: in the voice chosen when they are there. */
export function wordsCopied(
  entry: Record<EntryVoice, string>,
  exact: string,
  chosen: string | undefined,
): Words | null {
  const first = place.exec(chosen ?? '')?.[1];
  for (const voice of voices.toSorted((one, other) => Number(other === first) - Number(one === first))) {
    const found = wordsIn(entry[voice], exact);
    if (found) return { voice, startsAt: found.startsAt, endsAt: found.endsAt, phrase: found.text };
  }
  return null;
}

export const placeOf = ({ voice, startsAt, endsAt }: Pick<Words, 'voice' | 'startsAt' | 'endsAt'>): string =>
  `${voice}:${startsAt}-${endsAt}`;
