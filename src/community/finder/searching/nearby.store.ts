import { dayOf } from '../../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../../platform/db/council.ts';
import type { FinderAsked } from '../../community.forms.ts';
import { readAsking, readNear } from '../asking.ts';
import { type FoundListing, findListings } from '../finder.store.ts';
import { freshSince } from '../freshness.ts';
import type { Wishes } from '../wishes.ts';
import type { FinderValue } from './finder.pages.tsx';

/** As many as somebody reads: three good ideas, and some to choose from. */
const most = 10;

export type FoundNearby = Pick<
  FinderValue,
  'asked' | 'near' | 'fresh' | 'older' | 'unsaid' | 'isPlaceKnown' | 'today' | 'pages' | 'read'
> & { rows: FoundListing[] };

/** One page of what answers a search, for colleagues or for whoever comes; `near` is where to look when nothing was typed. */
export async function findNearby(
  db: CouncilReader,
  asked: FinderAsked,
  elseNear: string = '',
): Promise<FoundNearby> {
  const today = dayOf(nowOf(db));
  const near = asked.near ?? elseNear;
  const { things, notFor, slips } = readAsking(asked.q ?? '');
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
