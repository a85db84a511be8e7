import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { ProtectedAddress } from './kept-private.ts';

/** What may show in the window of an envelope, and what may show nowhere (W4). */
export interface Window {
  /** Null where there is none, or where an address of theirs today is protected. */
  lines: string[] | null;
  isPrivate: boolean;
  protectedAddresses: ProtectedAddress[];
}

interface AddressRow {
  lines: string;
  postcode: string | null;
  isProtected: boolean;
  isNow: boolean;
}

/** The person's address today (under each id they have, were two records found to be one), unless one of theirs is protected: then none at all, and those kept out of the words. */
export async function windowOf(db: CouncilReader, ...personIds: string[]): Promise<Window> {
  const addresses = await readRows<AddressRow>(
    db,
    sql`select lines, postcode, is_protected as "isProtected", until_on is null as "isNow" from address
      where council_id = ${councilOf(db)} and person_id = any (${personIds}::uuid[]) order by since_on desc nulls last, id limit 50`,
  );
  const isPrivate = addresses.some(({ isProtected, isNow }) => isProtected && isNow);
  const current = isPrivate ? undefined : addresses.find(({ isProtected, isNow }) => isNow && !isProtected);
  return {
    lines: current ? linesOf(current) : null,
    isPrivate,
    protectedAddresses: addresses
      .filter(({ isProtected }) => isProtected)
      .map(({ lines, postcode }) => ({ lines, postcode })),
  };
}

const linesOf = ({ lines, postcode }: AddressRow): string[] =>
  [...lines.split(/\n|,\s*/), postcode ?? ''].map((line) => line.trim()).filter(Boolean);
