import { anything, bounds, type Range, type Relations } from './bounds.ts';
import { another, type Counts, nearest, width } from './every-way.ts';

/** A count as everybody is told it: to the nearest 5, or hidden. */
export type Told = number | null;

/** E10: counts below this are hidden. */
export const TOLD_FROM = 8;
/** E10: counts that are told are told to the nearest this many. */
export const TOLD_TO = 5;
/** A hidden count must have at least this many answers left. A judgement. */
const LEAST_ANSWERS = 3;

/** One count before it is told. */
export interface Cell {
  key: string;
  count: number;
  /** Nobody is told it, but it stands in a sum they know of: those it did not happen to. */
  isNeverTold?: boolean;
  /** None, as the published dates alone already say: nobody has been followed that long. */
  isKnownNone?: boolean;
  /** Told before and not this time. */
  isKeptBack?: boolean;
  /** It may be less the next time, as those not yet known are. */
  mayFall?: boolean;
  /** Which counts are given up first to keep others hidden: the highest. */
  rank?: number;
  /** Told by another publication already, which cannot be taken back: it is audited with the rest and never changed. */
  already?: Standing;
}

/** Counts to be told together, and what is true of them. */
export interface Release extends Relations {
  cells: readonly Cell[];
}

/** How a count stands in a publication: what everybody is told, and the count at which that was last decided. */
export interface Standing {
  told: Told;
  counted: number;
  isAlready?: boolean;
}

/**
 * E10: what everybody may be told. 0 to 7 are hidden (none as well, unless the dates say so already: "none of them died"
 * says something of each of them), the rest is told to the nearest 5, always the same for the same count. A count that has
 * moved by fewer than eight since it was last told is told as before, so two publications never differ by a few people.
 *
 * Rounding each count by itself keeps totals from adding up but is not enough: 8, 8 and 1 are told as 10, 10 and hidden of
 * 15, which leaves only 1. So one hidden part of a told whole takes the smallest told part with it, and then the
 * attacker's own arithmetic (`bounds`, then a whole second council by `every-way.ts`) is run over what would be told: while
 * it leaves a hidden count fewer than three answers, or rules out none and no more, or has to give up the search, counts
 * beside it are given up, the least needed first. Beside another site's page a count of eight or more may be read from that
 * page, which gives nobody away, and hiding it here would keep nothing.
 * Sources: NHS Digital (2018), disclosure control for HES and ECDS (1 to 7 hidden, the rest to the nearest 5); Willenborg
 * and de Waal (2001), ch. 6, on secondary suppression and its audit.
 * @example protect({ cells: [{ key: 'few', count: 3 }], sums: [], within: [] }).get('few')?.told // null
 */
export function protect(
  release: Release,
  earlier: ReadonlyMap<string, Standing> = new Map(),
): Map<string, Standing> {
  const standing = new Map(
    release.cells
      .filter(({ isNeverTold }) => !isNeverTold)
      .map((cell) => [cell.key, standingOf(cell, earlier.get(cell.key))]),
  );
  hideBeside(release, standing);
  for (let found = unsafe(release, standing, earlier); found; found = unsafe(release, standing, earlier)) {
    giveUp(release, standing, found);
    hideBeside(release, standing);
  }
  return standing;
}

/** To the nearest 5. @example toldOf(17) // 15 */
export const toldOf = (count: number): Told =>
  count < TOLD_FROM ? null : Math.round(count / TOLD_TO) * TOLD_TO;

/**
 * What each count could be to whoever reads what is told: within two of a rounded one, and within nine of one told before,
 * which may have moved by seven since. One told as all of its whole may be more: a part is never told as more than its whole.
 */
export function readingOf(
  release: Release,
  standing: ReadonlyMap<string, Standing>,
  earlier: ReadonlyMap<string, Standing>,
): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const { key } of release.cells) {
    const told = standing.get(key)?.told ?? null;
    const off = earlier.get(key)?.told === told ? 2 + TOLD_FROM - 1 : 2;
    if (told === null) ranges.set(key, { ...anything });
    else if (told === 0) ranges.set(key, { low: 0, high: 0 });
    else ranges.set(key, { low: Math.max(TOLD_FROM, told - off), high: told + off });
  }
  for (const key of surelyFew(release, standing))
    if (earlier.get(key)?.told !== null) ranges.set(key, { low: 0, high: TOLD_FROM - 1 });
  if (earlier.size === 0) return ranges;
  for (const [part, whole] of release.within) {
    const told = standing.get(part)?.told;
    const range = ranges.get(part);
    if (!earlier.has(part) && !earlier.has(whole)) continue;
    if (range && told && told === standing.get(whole)?.told) range.high = Number.POSITIVE_INFINITY;
  }
  return ranges;
}

/**
 * Who knows how we hide knows more: where three or more parts of a told whole are hidden and others told, none of them was
 * hidden to keep another hidden, so each is 7 or fewer (unless it was hidden before, or what it is a share of is hidden).
 */
function surelyFew({ sums, within }: Release, standing: ReadonlyMap<string, Standing>): string[] {
  const isHidden = (key: string): boolean => standing.get(key)?.told === null;
  const wholes = new Map(within);
  return sums.flatMap(({ whole, parts }) => {
    if (!standing.has(whole) || isHidden(whole) || !parts.every((key) => standing.has(key))) return [];
    const hidden = parts.filter(isHidden);
    if (hidden.length < 3 || hidden.length === parts.length) return [];
    return hidden.filter((key) => !isHidden(wholes.get(key) ?? whole));
  });
}

function standingOf(cell: Cell, before: Standing | undefined): Standing {
  return cell.already ? { ...cell.already, isAlready: true } : alone(cell, before);
}

function alone({ count, isKnownNone, isKeptBack }: Cell, before: Standing | undefined): Standing {
  if (isKnownNone) return { told: 0, counted: 0 };
  if (count < TOLD_FROM || isKeptBack) return { told: null, counted: count };
  const isFirstSome = before?.told === 0;
  if (before && !isFirstSome && Math.abs(count - before.counted) < TOLD_FROM) return { ...before };
  return { told: toldOf(count), counted: count };
}

/** What must be hidden with what is hidden, until nothing more must be. */
function hideBeside({ sums, within }: Relations, standing: Map<string, Standing>): void {
  const isHidden = (key: string): boolean => standing.get(key)?.told === null;
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const [part, whole] of within) {
      if (isHidden(whole) && !isHidden(part)) isMore = hide(standing, part) || isMore;
      else isMore = noMoreThan(standing, part, whole) || isMore;
    }
    for (const { whole, parts } of sums) {
      const hidden = parts.filter((key) => isHidden(key) || !standing.has(key));
      if (isHidden(whole)) for (const key of parts) isMore = hide(standing, key) || isMore;
      else if (hidden.length === 1 && standing.has(hidden[0] ?? '') && standing.has(whole))
        isMore = hide(standing, smallest(standing, parts)) || isMore;
    }
  }
}

function hide(standing: Map<string, Standing>, key: string | undefined): boolean {
  const one = key === undefined ? undefined : standing.get(key);
  if (!key || !one?.told || one.isAlready) return false;
  standing.set(key, { told: null, counted: one.counted });
  return true;
}

function noMoreThan(standing: Map<string, Standing>, part: string, whole: string): boolean {
  const one = standing.get(part);
  const most = standing.get(whole)?.told;
  if (!one?.told || !most || one.told <= most || one.isAlready) return false;
  standing.set(part, { told: most, counted: one.counted });
  return true;
}

const smallest = (standing: ReadonlyMap<string, Standing>, parts: readonly string[]): string | undefined =>
  parts
    .flatMap((key) => {
      const told = standing.get(key)?.told;
      return told ? [{ key, told }] : [];
    })
    .sort((one, other) => one.told - other.told || (one.key < other.key ? -1 : 1))[0]?.key;

/** The first count that what would be told gives away, if any: one of now, or one of the time before. */
function unsafe(
  release: Release,
  standing: ReadonlyMap<string, Standing>,
  earlier: ReadonlyMap<string, Standing>,
): string | undefined {
  const isWithOthers = release.cells.some(({ already }) => already);
  if (isWithOthers && !firstTold(release, standing)) return undefined;
  const now = { ranges: readingOf(release, standing, earlier), relations: release };
  const known = withTheTimeBefore(release, now.ranges, earlier);
  const read = bounds(known.ranges, known.relations);
  if (!read) {
    if (isWithOthers) return firstTold(release, standing);
    if (earlier.size === 0) throw new Error('what would be told fits no counts at all');
    return unsafe(release, standing, new Map());
  }
  const truth = new Map([
    ...release.cells.map(({ key, count }): [string, number] => [key, count]),
    ...[...earlier].map(([key, { counted }]): [string, number] => [before(key), counted]),
  ]);
  const isLong = release.cells.some(({ already, isKeptBack }) => already || isKeptBack);
  const seconds: Counts[] = [];
  const isGivenAway = (key: string, count: number, isNeverTold: boolean): boolean => {
    const range = read.get(key);
    if (!range || (isWithOthers && range.low >= TOLD_FROM)) return false;
    if (range.high - range.low + 1 < LEAST_ANSWERS) return true;
    if (isNeverTold || range.low >= TOLD_FROM) return false;
    if (range.low > 0) return true;
    const isOther = (other: number): boolean => (count > 0 ? other === 0 : other > 0);
    if (seconds.some((counts) => isOther(counts.get(key) ?? count))) return false;
    const others = count > 0 ? [0] : nearest(range, 1, width(range)).filter(isOther);
    const second = another({ ranges: read, relations: known.relations, truth }, key, others);
    if (second && isLong) seconds.push(second);
    return !second;
  };
  return release.cells.find(({ key, count, isNeverTold = false, isKnownNone }) => {
    if (isKnownNone) return false;
    const isHiddenNow = (standing.get(key)?.told ?? null) === null;
    const wasHidden = earlier.has(key) && earlier.get(key)?.told === null;
    const isSafe = (name: string, of: number): boolean => !isGivenAway(name, of, isNeverTold);
    return (
      (isHiddenNow && !isSafe(key, count)) ||
      (wasHidden && !isSafe(before(key), earlier.get(key)?.counted ?? 0))
    );
  })?.key;
}

/** What two publications say of one day does not fit: the record changed between them. Then less is told, until it does. */
const firstTold = ({ cells }: Release, standing: ReadonlyMap<string, Standing>): string | undefined =>
  cells.find(({ key, already, isKnownNone }) => !already && !isKnownNone && standing.get(key)?.told)?.key;

const before = (key: string): string => `before: ${key}`;

/**
 * What was told before stands beside what would be told now: whoever was counted then is counted still, so what is told
 * now may give away what was hidden then. A told count that was not there yet was none, as that of a month not begun.
 */
function withTheTimeBefore(
  release: Release,
  ranges: ReadonlyMap<string, Range>,
  earlier: ReadonlyMap<string, Standing>,
): { ranges: ReadonlyMap<string, Range>; relations: Relations } {
  if (earlier.size === 0) return { ranges, relations: release };
  const held = release.cells.filter(({ key, isNeverTold }) => isNeverTold || earlier.has(key));
  const then = { ...release, cells: held };
  const heldKeys = new Set(held.map(({ key }) => key));
  const isHeld = (key: string): boolean => heldKeys.has(key);
  const sums = release.sums
    .filter(({ isOnlyNow }) => !isOnlyNow)
    .map(({ whole, parts }) => ({ whole, parts: parts.filter(isHeld) }))
    .filter(({ whole, parts }) => isHeld(whole) && parts.length > 0);
  const within = release.within.filter((pair) => pair.every(isHeld));
  const readings = readingOf({ ...then, sums, within }, earlier, new Map());
  return {
    ranges: new Map([...ranges, ...[...readings].map(([key, one]): [string, Range] => [before(key), one])]),
    relations: {
      sums: [
        ...release.sums,
        ...sums.map(({ whole, parts }) => ({ whole: before(whole), parts: parts.map(before) })),
      ],
      within: [
        ...release.within,
        ...within.map(([part, whole]): [string, string] => [before(part), before(whole)]),
        ...held.filter(({ mayFall }) => !mayFall).map(({ key }): [string, string] => [before(key), key]),
      ],
    },
  };
}

/** Whatever else were hidden, this count could be worked out: from what was told already. */
export class NothingSafe extends Error {
  constructor(key: string) {
    super(`nothing more can be hidden to keep ${key} hidden`);
  }
}

/** Hides what is least needed among the counts nearest to this one, each with all that stand beside it in a told whole. */
function giveUp(release: Release, standing: Map<string, Standing>, key: string): void {
  let reached = new Set([key]);
  for (;;) {
    const next = beside(release, reached);
    const told = release.cells.filter(
      ({ key: one, already }) => !already && next.has(one) && standing.get(one)?.told,
    );
    const rank = Math.max(...told.map((cell) => cell.rank ?? 0));
    if (told.length > 0 && (rank > 0 || next.size === reached.size)) {
      for (const cell of told) if ((cell.rank ?? 0) === rank) hideWithItsOwn(release, standing, cell.key);
      return;
    }
    if (next.size === reached.size) throw new NothingSafe(key);
    reached = next;
  }
}

function beside({ sums, within }: Relations, some: ReadonlySet<string>): Set<string> {
  const all = [...sums.map(({ whole, parts }) => [whole, ...parts]), ...within];
  return new Set([...some, ...all.filter((keys) => keys.some((key) => some.has(key))).flat()]);
}

function hideWithItsOwn({ sums }: Relations, standing: Map<string, Standing>, key: string): void {
  hide(standing, key);
  for (const { whole, parts } of sums)
    if (parts.includes(key) && standing.has(whole)) for (const one of parts) hide(standing, one);
}
