import { sql } from 'kysely';
import { endLinks, makeLink } from '../../../access/links/links.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { newId } from '../../../platform/ids.ts';

export interface NewClaim {
  listingId: string;
  wantsAll: boolean;
  name: string;
  reach: string;
  words: string | null;
}

export interface Claim extends NewClaim {
  claimId: string;
  listingName: string;
  organisationName: string | null;
  /** How many listings its organisation has, this one included. */
  listings: number;
  madeAt: Date;
  answer: 'yes' | 'no' | null;
  answerWhy: string | null;
  coversAll: boolean;
  answeredAt: Date | null;
}

/**
 * Somebody says they run a listing. Sent twice it is one claim; each sending gets a short address at which to read the
 * answer. @throws Unknown when this council lists no such thing
 */
export async function makeClaim(db: CouncilDb, claim: NewClaim): Promise<{ claimId: string; code: string }> {
  const council = councilOf(db);
  const [listing] = await readRows(
    db,
    sql`select id from listing where council_id = ${council} and id = ${claim.listingId} and state = 'listed' for share`,
  );
  if (!listing) throw new Unknown();
  const [same] = await readRows<{ id: string }>(
    db,
    sql`select id from claim where council_id = ${council} and listing_id = ${claim.listingId} and name = ${claim.name}
      and reach = ${claim.reach} and words = ${claim.words ?? ''} and wants_all = ${claim.wantsAll} and answered_at is null`,
  );
  const claimId = same?.id ?? newId();
  if (!same)
    await sql`insert into claim (council_id, id, listing_id, wants_all, name, reach, words, made_at)
      values (${council}, ${claimId}, ${claim.listingId}, ${claim.wantsAll}, ${claim.name}, ${claim.reach},
        ${claim.words ?? ''}, ${nowOf(db)})`.execute(db);
  return { claimId, code: await makeLink(db, { kind: 'claim', subjectId: claimId }) };
}

const claimColumns = (
  council: number,
) => sql`c.id as "claimId", c.listing_id as "listingId", l.name as "listingName",
  o.name as "organisationName", c.wants_all as "wantsAll", c.name, c.reach, nullif(c.words, '') as words, c.made_at as "madeAt",
  c.answer, c.answer_why as "answerWhy", c.covers_all as "coversAll", c.answered_at as "answeredAt",
  case when l.organisation_id is null then 1 else (select count(*) from listing x
    where x.council_id = ${council} and x.organisation_id = l.organisation_id and x.state <> 'joined') end as listings`;
const claimTables = (council: number) => sql`claim c
  join listing l on l.council_id = ${council} and l.id = c.listing_id
  left join organisation o on o.council_id = ${council} and o.id = l.organisation_id`;

/** @throws Unknown when this council has no such claim */
export async function readClaim(db: CouncilReader, claimId: string): Promise<Claim> {
  const council = councilOf(db);
  const [claim] = await readRows<Claim>(
    db,
    sql`select ${claimColumns(council)} from ${claimTables(council)} where c.council_id = ${council} and c.id = ${claimId}`,
  );
  if (!claim) throw new Unknown();
  return claim;
}

/** Claims that wait for an answer, longest first; or those answered, newest first. One more than asked says there is more. */
export async function readClaims(
  db: CouncilReader,
  wanted: { isAnswered: boolean; offset: number; most: number },
): Promise<Claim[]> {
  const council = councilOf(db);
  const which = wanted.isAnswered
    ? sql`c.answered_at is not null order by c.answered_at desc, c.id`
    : sql`c.answered_at is null order by c.made_at, c.id`;
  return readRows<Claim>(
    db,
    sql`select ${claimColumns(council)} from ${claimTables(council)}
      where c.council_id = ${council} and ${which} limit ${wanted.most + 1} offset ${wanted.offset}`,
  );
}

/** Locks a claim while it is answered, so that two editors cannot answer it differently. */
export async function lockClaim(db: CouncilDb, claimId: string): Promise<Claim> {
  await sql`select id from claim where council_id = ${councilOf(db)} and id = ${claimId} for update`.execute(
    db,
  );
  return readClaim(db, claimId);
}

/** Writes an editor's answer, which the rule allowed. */
export async function answerClaim(
  db: CouncilDb,
  claimId: string,
  { answer, why, coversAll }: { answer: 'yes' | 'no'; why: string | null; coversAll: boolean },
): Promise<void> {
  await sql`update claim set answer = ${answer}, answer_why = ${why}, covers_all = ${answer === 'yes' && coversAll},
      answered_by = ${actorOf(db).accountId}, answered_at = ${nowOf(db)}
    where council_id = ${councilOf(db)} and id = ${claimId} and answered_at is null`.execute(db);
}

export interface CoveredListing {
  listingId: string;
  name: string;
  state: string;
}

/** The listings an approved claim speaks for: its own, or all of its organisation's. None until somebody said yes. */
export async function listingsOfClaim(db: CouncilReader, claimId: string): Promise<CoveredListing[]> {
  const council = councilOf(db);
  return readRows<CoveredListing>(
    db,
    sql`select x.id as "listingId", x.name, x.state from claim c
      join listing l on l.council_id = ${council} and l.id = c.listing_id
      join listing x on x.council_id = ${council} and x.state <> 'joined'
        and (x.id = coalesce(l.joined_into, l.id) or (c.covers_all and x.organisation_id = l.organisation_id))
      where c.council_id = ${council} and c.id = ${claimId} and c.answer = 'yes' order by x.name, x.id limit 200`,
  );
}

/**
 * A short address to one of the listings this claim speaks for, made when it is asked for and ended after a day: the
 * claim's own address is the one to keep. @throws Unknown when the claim does not speak for it
 */
export async function openListingOfClaim(db: CouncilDb, claimId: string, listingId: string): Promise<string> {
  const covered = await listingsOfClaim(db, claimId);
  if (!covered.some((listing) => listing.listingId === listingId)) throw new Unknown();
  await sql`delete from link where council_id = ${councilOf(db)} and id in (select id from link
    where council_id = ${councilOf(db)} and kind = 'listing' and subject_id = ${listingId} and ends_at is not null
    order by made_at desc offset ${mostOpened - 1})`.execute(db);
  const endsAt = new Date(nowOf(db).getTime() + aDay);
  return makeLink(db, { kind: 'listing', subjectId: listingId, endsAt });
}

/** Of the addresses to one listing that last a day only the newest are kept, so that pressing on fills no table. */
const mostOpened = 20;
const aDay = 24 * 60 * 60 * 1_000;

/** A new short address to the answer, for the editor to hand on; the ones given before stop. */
export async function newClaimLink(db: CouncilDb, claimId: string): Promise<string> {
  await endLinks(db, 'claim', claimId);
  return makeLink(db, { kind: 'claim', subjectId: claimId });
}
