import { dates } from './en/dates.ts';
import { frame } from './en/frame.ts';
import { now } from './en/now.ts';

/**
 * Everything a person's own pages say, by part. Another language is another file of this shape: what is missing
 * does not compile. Short sentences, everyday words: a child of nine should follow them.
 */
export const english = { frame, dates, now };

/** The shape of a language: its sentences may differ, never what there is to say. */
export type Words = Said<typeof english>;
type Said<Part> = {
  [Name in keyof Part]: Part[Name] extends string
    ? string
    : Part[Name] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Said<Part[Name]>;
};
