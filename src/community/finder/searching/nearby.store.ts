import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { FinderAsked } from '../../community.forms.ts';
import { type Asking, readAsking, readNear } from '../asking.ts';
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
  'asked' | 'near' | 'fresh' | 'older' | 'unsaid' | 'isMany' | 'isPlaceKnown' | 'today' | 'pages' | 'read'
> & { rows: FoundListing[] };

/**
 * One page of what answers a search, for colleagues or for whoever comes. A place said among the words ('a choir in
 * Kingswood') is where to look when none was typed and we know it. What is looked for in vain is counted, by words of
 * our own lists only. `elseNear` is where to look when nothing was said.
 */
export async function findNearby(
  db: CouncilDb,
  asked: FinderAsked,
  elseNear: string = '',
): Promise<FoundNearby> {
  const asking = readAsking(asked.q ?? '');
  const said = asked.near ? null : asking.near;
  const there = said === null ? null : await foundNear(db, asked, asking, said);
  const isThere = there?.isPlaceKnown === true;
  const near = (isThere ? said : asked.near) ?? elseNear;
  const { found, ...rest } = there && isThere ? there : await foundNear(db, asked, asking, near);
  const { fresh, older, unsaid } = rest;
  const missed = fresh + older + unsaid === 0 ? missedOf(asking, readNear(near)) : null;
  if (missed) await noteMissed(db, missed);
  const shown = fresh + (asked.older ? older : 0) + (asked.unsaid ? unsaid : 0);
  return {
    ...rest,
    ...{ asked, near, rows: found, today: dayOf(nowOf(db)) },
    pages: Math.ceil(shown / most),
    read: [...asking.slips, ...rest.read],
  };
}

const foundNear = (db: CouncilDb, asked: FinderAsked, { things, notFor }: Asking, near: string) =>
  findListings(db, {
    ...{ things, notFor },
    near: readNear(near),
    ...wishesOf(asked),
    freshSince: freshSince(dayOf(nowOf(db))),
    ...{ withOlder: asked.older !== undefined, withUnsaid: asked.unsaid !== undefined },
    offset: (asked.page - 1) * most,
    most,
  });

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
