import { describeSchedule } from '../schedule-words.ts';
import type { Sayable, SayableField } from './sayable.ts';

const wordsOf: { [Field in SayableField]: (value: Sayable[Field]) => string } = {
  name: (text) => text,
  otherNames: (texts) => texts.join('; '),
  summary: (text) => text ?? '',
  description: (text) => text ?? '',
  schedules: (schedules) => schedules.map(describeSchedule).filter(Boolean).join('; '),
  places: (places) => places.map(placeInWords).filter(Boolean).join('; '),
  phones: (phones) => phones.map(({ number, label }) => (label ? `${number} (${label})` : number)).join('; '),
  email: (text) => text ?? '',
  website: (text) => text ?? '',
  costs: (costs) => costs.map(({ text }) => text).join('; '),
  ages: ({ minimumAge, maximumAge }) => agesInWords(minimumAge, maximumAge),
  accessibility: (texts) => texts.join('; '),
  languages: (texts) => texts.join(', '),
  audiences: (texts) => texts.join(', '),
  whoFor: (text) => text ?? '',
  ways: (texts) => texts.join(', '),
  howToJoin: (texts) => texts.join('; '),
  topics: (texts) => texts.join(', '),
  alert: (text) => text ?? '',
  whoToAskFor: (text) => text ?? '',
  canGoWith: (text) => text ?? '',
  room: (text) => text ?? '',
};

/** What a field says, in words; "nothing" when it says nothing. @example fieldSays('languages', ['English', 'Polish']) // 'English, Polish' */
export function fieldSays<Field extends SayableField>(field: Field, value: Sayable[Field]): string {
  return wordsOf[field](value) || 'nothing';
}

/** Several fields as sentences, for somebody who compares two writings. */
export function fieldsSay(fields: Partial<Sayable>): string {
  const said = Object.entries(fields) as [SayableField, never][];
  return said.map(([field, value]) => fieldSays(field, value)).join('. ');
}

/** @example placeInWords(hall) // 'Larkfield Hall, Chapel Row, Larkfield, ZZ9 9ZZ' */
export function placeInWords({ name, lines, town, postcode, district }: Sayable['places'][number]): string {
  return [name, ...lines, town, postcode ?? district].filter(Boolean).join(', ');
}

/** @example agesInWords(55, null) // '55 and over' */
export function agesInWords(minimumAge: number | null, maximumAge: number | null): string {
  if (minimumAge !== null && maximumAge !== null) return `${minimumAge} to ${maximumAge}`;
  if (minimumAge !== null) return `${minimumAge} and over`;
  return maximumAge === null ? '' : `up to ${maximumAge}`;
}
