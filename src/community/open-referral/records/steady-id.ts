import { createHash } from 'node:crypto';

/**
 * An id made from what a thing is, the same on every asking: UUID version 8 (RFC 9562). The database makes the same
 * (`steady_id` in 0025-open-referral.sql), so that an id can be looked up by.
 * @example steadyId(`${listingId}/0`) // the id of where a listing meets first
 */
export function steadyId(of: string): string {
  const hex = createHash('md5').update(of).digest('hex');
  const marked = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
