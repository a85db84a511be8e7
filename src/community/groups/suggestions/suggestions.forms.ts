import { z } from 'zod';
import { idOrNothing, words, wordsOrNothing } from '../../../platform/http/reading.ts';

export const SuggestionPath = z.object({ id: z.uuid() });

/** What is suggested: something missing, something its writer runs, or a change to a listing. */
const suggestionKinds = ['missing', 'i-run-it', 'change'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export const NewSuggestionQuery = z.object({
  listing: z.uuid().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
});

export const SuggestionForm = z
  .object({
    kind: z.enum(suggestionKinds, { error: 'Choose which it is' }),
    listing: idOrNothing(),
    words: words('Write what it is, in your own words', 2_000),
    place: wordsOrNothing(300),
    when: wordsOrNothing(300),
    reach: wordsOrNothing(300),
  })
  .superRefine(({ kind, listing }, context) => {
    if ((kind === 'change') !== (listing !== null))
      context.addIssue({ code: 'custom', path: ['kind'], message: 'Choose which it is' });
  });

export const LookQuery = z.object({ q: z.string().max(200).optional().catch(undefined) });

const answer = words('Write what they will read', 2_000);

export const AnswerForm = z.object({ answer });

export const JoinForm = z.object({
  answer,
  existing: z.uuid({ error: 'Choose the listing it belongs to' }),
});

export const MakeListingForm = z.object({
  name: words('Write the name people know it by', 300),
  summary: wordsOrNothing(300),
  description: wordsOrNothing(6_000),
  venue: wordsOrNothing(300),
  town: wordsOrNothing(100),
  postcode: wordsOrNothing(20),
  when: wordsOrNothing(300),
  checkedBy: wordsOrNothing(200),
  answer,
});
export type ListingTyped = z.output<typeof MakeListingForm>;
