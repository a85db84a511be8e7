import { sql } from 'kysely';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { type Problem, Unknown } from '../../platform/http/problems.ts';
import { addAddress } from '../people.store.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { type AddressShown, endedBy, problemsWithMoving } from './address.ts';
import { tells } from './details.ts';

/** Under each id they have, were two records found to be one. */
const theirs = (db: CouncilReader, personId: string) =>
  sql`council_id = ${councilOf(db)} and person_id = any (array(
    select id from person where council_id = ${councilOf(db)} and (id = ${personId} or merged_into = ${personId})))`;
const latestFirst = sql`order by until_on is not null, since_on desc nulls last, id desc limit 100`;
const days = sql`id, is_protected as "isProtected", since_on as "sinceOn", until_on as "untilOn"`;

/** Where somebody lives and lived, latest first. The words of a private address never leave the database here (W4). */
export async function addressesOf(db: CouncilReader, personId: string): Promise<AddressShown[]> {
  return readRows<AddressShown>(
    db,
    sql`select ${days}, case when not is_protected then lines end as lines,
      case when not is_protected then postcode end as postcode
      from address where ${theirs(db, personId)} ${latestFirst}`,
  );
}

export interface PrivateAddress extends AddressShown {
  lines: string;
}

/** The private ones, words and all: only for a door whose every opening is written down as looking at an address (W4). */
export async function privateAddressesOf(db: CouncilReader, personId: string): Promise<PrivateAddress[]> {
  return readRows<PrivateAddress>(
    db,
    sql`select ${days}, lines, postcode from address where ${theirs(db, personId)} and is_protected ${latestFirst}`,
  );
}

/** An address by its id, with whose it is; `Unknown` where there is none here. */
export async function findAddress(db: CouncilReader, id: string): Promise<{ personId: string }> {
  const [found] = await readRows<{ personId: string }>(
    db,
    sql`select person_id as "personId" from address where council_id = ${councilOf(db)} and id = ${id}`,
  );
  if (!found) throw new Unknown();
  return found;
}

export interface NewAddress {
  lines: string;
  postcode: string | null;
  sinceOn: Day | null;
  isPrivate: boolean;
}

/** Somebody lives here from a day: the address before ends the day before, and is kept. The person is held by the caller. */
export async function moveTo(db: CouncilDb, personId: string, to: NewAddress): Promise<Problem[]> {
  const before = (await addressesOf(db, personId)).filter(({ untilOn }) => untilOn === null);
  const problems = problemsWithMoving(to.sinceOn, before, dayOf(nowOf(db)));
  if (problems.length) return problems;
  if (to.sinceOn)
    await sql`update address set until_on = ${endedBy(to.sinceOn)}::date
      where ${theirs(db, personId)} and until_on is null`.execute(db);
  await addAddress(db, personId, { ...to, isProtected: to.isPrivate });
  await tell(db, personId, to.isPrivate ? 'Address. It is kept private.' : 'Address.');
  return [];
}

/** Keeps an address private from now, or no longer. Why is told in the story, the address never (W4). */
export async function protect(
  db: CouncilDb,
  { personId, addressId }: { personId: string; addressId: string },
  isPrivate: boolean,
  why: string,
): Promise<Problem[]> {
  const [address] = await readRows<{ lines: string; postcode: string | null; isProtected: boolean }>(
    db,
    sql`select lines, postcode, is_protected as "isProtected" from address
      where council_id = ${councilOf(db)} and id = ${addressId} for update`,
  );
  if (!address) throw new Unknown();
  const isTold = tells(why, [...(await privateAddressesOf(db, personId)), address]);
  if (isTold)
    return [{ field: 'whyPrivate', message: 'Write why without the address itself: their story shows it' }];
  if (address.isProtected === isPrivate) return [];
  await sql`update address set is_protected = ${isPrivate}
    where council_id = ${councilOf(db)} and id = ${addressId}`.execute(db);
  await tell(db, personId, `An address is ${isPrivate ? 'kept private' : 'no longer private'}. Why: ${why}`);
  return [];
}

async function tell(db: CouncilDb, personId: string, words: string): Promise<void> {
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'details',
    title: 'Details changed',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words }],
    link: `/people/${personId}/details`,
  });
}
