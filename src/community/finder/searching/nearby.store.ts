import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { FinderAsked } from '../../community.forms.ts';
import { readAsking, readNear } from '../asking.ts';
import { type FoundListing, findListings } from '../finder.store.ts';
import { freshSince } from '../freshness.ts';
import { noteMissed } from '../missed/missed.store.ts';
import { missedOf } from '../missed/missed.ts';
import type { Wishes } from '../wishes.ts';
import type { FinderValue } from './finder.pages.tsx';

/** As many as somebody reads: three good ideas, and some to choose from. */
const most = 10;

export type FoundNearby = Pick<
  FinderValue,
  'asked' | 'near' | 'fresh' | 'older' | 'unsaid' | 'isPlaceKnown' | 'today' | 'pages' | 'read'
> & { rows: FoundListing[] };

/**
 * One page of what answers a search, for colleagues or for whoever comes. What is looked for in vain is counted, by words
 * of our own lists only. `elseNear` is where to look when nothing was typed.
 */
export async function findNearby(
  db: CouncilDb,
  asked: FinderAsked,
  elseNear: string = '',
): Promise<FoundNearby> {
  const today = dayOf(nowOf(db));
  const near = asked.near ?? elseNear;
  const asking = readAsking(asked.q ?? '');
  const { things, notFor, slips } = asking;
  const withOlder = asked.older !== undefined;
  const withUnsaid = asked.unsaid !== undefined;
  const { found, fresh, older, unsaid, isPlaceKnown, read } = await findListings(db, {
    ...{ things, notFor },
    near: readNear(near),
    ...wishesOf(asked),
    freshSince: freshSince(today),
    ...{ withOlder, withUnsaid },
    offset: (asked.page - 1) * most,
    most,
  });
  const missed = fresh + older + unsaid === 0 ? missedOf(asking, readNear(near)) : null;
  if (missed) await noteMissed(db, missed);
  return {
    ...{ asked, near, fresh, older, unsaid, isPlaceKnown, today, rows: found },
    pages: Math.ceil((fresh + (withOlder ? older : 0) + (withUnsaid ? unsaid : 0)) / most),
    read: [...slips, ...read],
  };
}

function wishesOf({ day, cost, access, language, age, way, within }: FinderAsked): Wishes {
  return {
    day: day ?? null,
    costAtMost: cost ?? null,
    access,
    language: language || null,
    age: age ?? null,
    way: way ?? null,
    withinMiles: within ?? null,
  };
}
