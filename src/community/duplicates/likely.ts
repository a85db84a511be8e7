import type { Coordinates } from '../listing.ts';
import { kilometresBetween } from '../near.ts';
import { nameLikeness, tellingWords } from './names.ts';

/** What is compared of a listing, each in a form in which the same is the same. */
export interface Compared {
  feedId: string | null;
  /** Each of its names, in words. */
  names: readonly (readonly string[])[];
  towns: readonly string[];
  townWords: readonly string[];
  /** `GB-CHC 1098765`. */
  identifiers: readonly string[];
  organisation: readonly string[] | null;
  /** Ten digits, the area code without its nought. */
  phones: readonly string[];
  emails: readonly string[];
  /** Host and path, without www. */
  website: string | null;
  postcodes: readonly string[];
  points: readonly Coordinates[];
  /** `TU 10:00`. */
  when: readonly string[];
}

/** One thing that is the same of two listings, or that tells them apart. */
export interface Evidence {
  what: 'name' | 'organisation' | 'telephone' | 'email' | 'website' | 'place' | 'when' | 'source';
  words: string;
  isSame: boolean;
}

export interface Likeness {
  points: number;
  isLikely: boolean;
  evidence: Evidence[];
}

/** So many points make two listings worth a person's look. Set on the labelled pairs beside this file. */
const likelyFrom = 50;
/** Kilometres: nearer is the same place under two positions, farther is another branch. */
const sameSpot = 0.15;
const elsewhere = 1;

type Found = Evidence & { points: number };

/**
 * How likely two listings are the same group told twice. Names alike are needed, or else the same telephone at the same
 * place and time; then each further thing counts for or against. Nothing is joined by this: it says whom to ask a person about.
 * @example likeness(harbourSingers, theHarbourSingersCio).isLikely // true
 */
export function likeness(one: Compared, other: Compared): Likeness {
  const name = nameFound(one, other);
  const found = [name, ...shared(one, other), ...placeFound(one, other), ...whenFound(one, other)].filter(
    (each) => each !== null,
  );
  if (one.feedId !== null && one.feedId === other.feedId)
    found.push({ what: 'source', words: 'Both from one source', isSame: false, points: -10 });
  const points = found.reduce((sum, each) => sum + each.points, 0);
  const has = (what: Evidence['what']) => found.some((each) => each.what === what && each.isSame);
  const isNamed = (name?.points ?? 0) >= 25;
  const isElsewise = has('telephone') && has('place') && has('when');
  return {
    points,
    isLikely: points >= likelyFrom && (isNamed || isElsewise),
    evidence: found.map(({ points: _points, ...evidence }) => evidence),
  };
}

function nameFound(one: Compared, other: Compared): Found | null {
  const here = [...one.townWords, ...other.townWords];
  const read = (names: Compared['names']) => names.map((name) => tellingWords(name, here));
  const [ours, theirs] = [read(one.names), read(other.names)];
  const all = ours.flatMap((mine) => theirs.map((its) => nameLikeness(mine, its)));
  const best = all.sort((a, b) => b.points - a.points)[0];
  return best && best.points > 0 ? { what: 'name', ...best, isSame: true } : null;
}

function shared(one: Compared, other: Compared): (Found | null)[] {
  return [
    organisationFound(one, other),
    same('telephone', 'The same telephone number', meets(one.phones, other.phones) ? 20 : 0),
    same('email', 'The same email address', meets(one.emails, other.emails) ? 15 : 0),
    same('website', 'The same website', one.website && one.website === other.website ? 15 : 0),
  ];
}

function organisationFound(one: Compared, other: Compared): Found | null {
  if (meets(one.identifiers, other.identifiers))
    return same('organisation', 'The same registered organisation', 20);
  const register = (identifier: string) => identifier.split(' ')[0] ?? '';
  if (meets(one.identifiers.map(register), other.identifiers.map(register)))
    return {
      what: 'organisation',
      words: 'Organisations registered under two numbers',
      isSame: false,
      points: -20,
    };
  if (one.organisation === null || other.organisation === null) return null;
  const [ours, theirs] = [tellingWords(one.organisation), tellingWords(other.organisation)];
  return nameLikeness(ours, theirs).points >= 35 ? same('organisation', 'The same organisation', 10) : null;
}

function placeFound(one: Compared, other: Compared): (Found | null)[] {
  if (meets(one.postcodes, other.postcodes)) return [same('place', 'The same postcode', 20)];
  const distances = one.points.flatMap((here) => other.points.map((there) => kilometresBetween(here, there)));
  const nearest = Math.min(...distances);
  if (nearest <= sameSpot) return [same('place', 'The same spot on the map', 20)];
  if (nearest > elsewhere && Number.isFinite(nearest))
    return [{ what: 'place', words: 'More than a kilometre apart', isSame: false, points: -40 }];
  if (one.postcodes.length > 0 && other.postcodes.length > 0 && distances.length === 0)
    return [{ what: 'place', words: 'Two postcodes', isSame: false, points: -15 }];
  return [same('place', 'The same town', meets(one.towns, other.towns) ? 10 : 0)];
}

function whenFound(one: Compared, other: Compared): (Found | null)[] {
  if (one.when.length === 0 || other.when.length === 0) return [];
  if (one.when.some((here) => other.when.some((there) => isSameTime(here, there))))
    return [same('when', 'The same day and time', 15)];
  const days = (times: readonly string[]) => times.map((time) => time.slice(0, 2));
  if (meets(days(one.when), days(other.when))) return [same('when', 'The same day, at another time', 5)];
  return [{ what: 'when', words: 'Other days or times', isSame: false, points: -15 }];
}

/** A source that gives only the day agrees with any time of it. */
const isSameTime = (here: string, there: string): boolean => here.startsWith(there) || there.startsWith(here);

function same(what: Evidence['what'], words: string, points: number): Found | null {
  return points === 0 ? null : { what, words, isSame: true, points };
}

const meets = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.some((each) => theirs.includes(each));
