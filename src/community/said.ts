import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../platform/clock.ts';
import type { Json } from './listing.ts';
import { type ListingKept, type OurAdditions, otherWordsOf } from './listing-kept.ts';
import { type Sayable, type SayableField, unknownToSources } from './said/sayable.ts';
import { weekdaysOf } from './weekdays.ts';

/** Who says a thing of a listing. Its source says all that nobody else has. */
export type Sayer = 'group' | 'editor' | 'steward' | 'source';

export interface SaidMark {
  by: Sayer;
  /** In words: "Sandra who runs it". */
  who: string;
  on: Day;
  /** What the source says instead. Missing when there is no source. */
  source?: Json;
}

/** Who said each field, where it was not simply its source. */
export type Said = { [Field in SayableField]?: SaidMark };

/** What an import writes of a listing and what may be said of it, with what follows from them. */
export type KeptFields = Pick<
  ListingKept,
  'name' | 'summary' | 'description' | 'otherWords' | 'particulars' | 'days' | 'places'
> &
  Partial<Pick<OurAdditions, 'whoToAskFor' | 'canGoWith' | 'room'>>;

/** @example sayableOf(kept).ages // { minimumAge: 18, maximumAge: null } */
export function sayableOf({ name, summary, description, particulars, places, ...ours }: KeptFields): Sayable {
  const { whoToAskFor = null, canGoWith = null, room = null } = ours;
  const { minimumAge, maximumAge, otherNames, phones, email, website, schedules, costs } = particulars;
  const { audiences, whoFor, ways, howToJoin, languages, accessibility, topics, alert } = particulars;
  return {
    ...{ name, summary, description, places, ages: { minimumAge, maximumAge } },
    ...{ otherNames, phones, email, website, schedules, costs, audiences, whoFor, ways, howToJoin },
    ...{ languages, accessibility, topics, alert, whoToAskFor, canGoWith, room },
  };
}

/**
 * A listing with these fields as said, and what follows from them: the words it is found by and its days. A place that
 * must stay unknown stays unknown whoever says it.
 */
export function withFields<Kept extends KeptFields>(kept: Kept, changes: Partial<Sayable>): Kept {
  const { name, summary, description, places, ages, ...more } = { ...sayableOf(kept), ...changes };
  const { whoToAskFor, canGoWith, room, ...inParticulars } = more;
  const particulars = { ...kept.particulars, ...inParticulars, ...ages };
  const shown = particulars.isPlaceWithheld ? [] : places;
  return {
    ...kept,
    ...{ name, summary, description, particulars, whoToAskFor, canGoWith, room },
    places: shown,
    otherWords: otherWordsOf(particulars, shown),
    days: weekdaysOf(particulars.schedules),
  };
}

/**
 * What an import makes of a listing somebody spoke for: what the group, an editor or a steward said stays, with the
 * source's differing value beside it. Where the source now says the same, the mark goes.
 * @example mergeFields(held, incoming, { email: { by: 'group', … } }).kept.email // as the group said
 */
export function mergeFields<Kept extends KeptFields>(
  held: KeptFields,
  incoming: Kept,
  said: Said,
): { kept: Kept; said: Said } {
  const [ours, theirs] = [sayableOf(held), sayableOf(incoming)];
  const isQuiet = incoming.particulars.isPlaceWithheld;
  const stays = entriesOf(said).filter(
    ([field]) => isOurs(field) || (!agree(ours[field], theirs[field]) && !(isQuiet && field === 'places')),
  );
  if (stays.length === 0) return { kept: incoming, said: {} };
  const values = Object.fromEntries(stays.map(([field]) => [field, ours[field]])) as Partial<Sayable>;
  const marks = stays.map(([field, mark]) => [
    field,
    isOurs(field) ? mark : { ...mark, source: theirs[field] },
  ]);
  return { kept: withFields(incoming, values), said: Object.fromEntries(marks) };
}

/** Who speaks, and whether there is a source they may differ from. */
export interface Speaking {
  by: Exclude<Sayer, 'source'>;
  who: string;
  on: Day;
  hasSource: boolean;
}

/** Somebody says these fields: the listing as it then is, who said each field, and which fields changed. */
export function sayFields<Kept extends KeptFields>(
  held: Kept,
  said: Said,
  changes: Partial<Sayable>,
  { hasSource, ...speaking }: Speaking,
): { kept: Kept; said: Said; changed: SayableField[] } {
  const before = sayableOf(held);
  const kept = withFields(held, changes);
  const after = sayableOf(kept);
  const changed = (Object.keys(after) as SayableField[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
  const marks: Said = { ...said };
  for (const field of changed) {
    const source = sourceOf(said, field, before);
    if (!hasSource || isOurs(field)) marks[field] = speaking;
    else if (agree(source, after[field])) delete marks[field];
    else marks[field] = { ...speaking, source };
  }
  return { kept, said: marks, changed };
}

const isOurs = (field: SayableField): boolean =>
  (unknownToSources as readonly SayableField[]).includes(field);

/** What the source said of a field before anybody said otherwise. */
function sourceOf(said: Said, field: SayableField, before: Sayable): Json {
  const mark = said[field];
  return mark && 'source' in mark ? (mark.source ?? null) : (before[field] as Json);
}

export const entriesOf = (said: Said): [SayableField, SaidMark][] =>
  Object.entries(said) as [SayableField, SaidMark][];

/** The same but for spaces and how an address ends. */
const agree = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other));

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ').replace(/\/$/, '');
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
