import { about } from './en/about.ts';
import { around } from './en/around.ts';
import { caring } from './en/caring.ts';
import { door } from './en/door.ts';
import { entitled } from './en/entitled.ts';
import { fields } from './en/fields.ts';
import { files } from './en/files.ts';
import { frame } from './en/frame.ts';
import { paper } from './en/paper.ts';
import { posters } from './en/posters.ts';
import { codes } from './en/reaching/codes.ts';
import { message } from './en/reaching/message.ts';
import { waysIn } from './en/reaching/ways-in.ts';
import { wishes } from './en/reaching/wishes.ts';
import { dates } from './en/record/dates.ts';
import { ideas } from './en/record/ideas.ts';
import { letters } from './en/record/letters.ts';
import { looked } from './en/record/looked.ts';
import { now } from './en/record/now.ts';
import { plan } from './en/record/plan.ts';
import { pictures, reading } from './en/record/reading.ts';
import { talked } from './en/record/talked.ts';
import { refused } from './en/refused.ts';
import { say } from './en/say.ts';
import { sharing } from './en/sharing.ts';
import { shell } from './en/shell.ts';
import { stories } from './en/stories.ts';

/**
 * Everything a person's own pages say, by part. Another language is another file of this shape: what is missing
 * does not compile. Short sentences, everyday words: a child of nine should follow them.
 */
export const english = {
  frame,
  shell,
  fields,
  door,
  refused,
  dates,
  now,
  pictures,
  reading,
  talked,
  plan,
  letters,
  ideas,
  looked,
  say,
  sharing,
  stories,
  posters,
  message,
  entitled,
  wishes,
  codes,
  waysIn,
  paper,
  about,
  around,
  caring,
  files,
};

/** The shape of a language: its sentences may differ, never what there is to say. */
export type Words = Said<typeof english>;
type Said<Part> = {
  [Name in keyof Part]: Part[Name] extends string
    ? string
    : Part[Name] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Said<Part[Name]>;
};
