import type { Day } from '../../platform/clock.ts';
import { cardOf, type ListingCard } from '../finder/card.ts';
import type { ListingShown } from '../listings.store.ts';
import { type Published, publishedOf } from '../published.ts';

/** A listing as whoever comes may see it. */
export interface ShownToAll {
  card: ListingCard;
  published: Published;
}

/**
 * A listing in words for a page open to all: what `publishedOf` leaves out is not there, and who checked it is named by
 * what they are to it, not by name. Null when it is not shown to the public at all.
 * @example shownToAll(row, '2026-11-22')?.card.checking // 'checked 12 days ago by whoever runs it (10 November 2026)'
 */
export function shownToAll(
  listing: ListingShown & { kilometres?: number | null },
  today: Day,
): ShownToAll | null {
  const published = publishedOf(listing);
  if (!published) return null;
  const { pausedFrom, pausedUntil, pausedWords, onlyUntil, datesByHand, isUserLed, short } = listing;
  const card = cardOf(
    {
      ...published,
      ...{ pausedFrom, pausedUntil, pausedWords, onlyUntil, datesByHand, isUserLed, short },
      particulars: published,
      checkedBy: checkerInPublic(listing.checkedBy),
      whatItIsLikeBy: published.whatItIsLike === null ? null : 'says somebody who knows it',
      kilometres: published.isPlaceWithheld ? null : (listing.kilometres ?? null),
    },
    today,
  );
  return { card, published };
}

function checkerInPublic(checkedBy: string | null): string | null {
  if (checkedBy === null) return null;
  if (/\b(the group|runs? it|organis|leads? it)/i.test(checkedBy)) return 'whoever runs it';
  return null;
}
