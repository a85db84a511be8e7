import type { FeedPage } from '../feed-page.ts';
import { objectIn, textIn } from '../records/json-values.ts';

/**
 * Whether a feed asked for what changed (`modified_after`) answered only that. Most answer everything, silently, so it
 * must show that it heeds: by fewer records than it holds, none of them older. Anything doubtful is no, and it is read
 * whole.
 */
export function heedsChanges(changed: FeedPage, whole: FeedPage, since: Date): boolean {
  if (changed.records.some((record) => isOlder(record, since))) return false;
  if (changed.totalRecords !== null && whole.totalRecords !== null)
    return changed.totalRecords < whole.totalRecords;
  return changed.isLast === true && changed.records.length < whole.records.length;
}

/** A day of grace: `last_modified` is often a day without a time. */
function isOlder(record: FeedPage['records'][number], since: Date): boolean {
  const at = Date.parse(textIn(objectIn(record), 'last_modified', 'modified', 'updated_at') ?? '');
  return at < since.getTime() - 86_400_000;
}
