import { sql } from 'kysely';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { conversationsOf } from '../conversations.store.ts';
import { factsToOfferBack, type OfferedBack } from '../moments/again.store.ts';
import { type Return, returnOf } from './returning.ts';

/** What somebody told us before, to be offered back and not asked for again. */
export interface ToldBefore {
  identity: Identity;
  today: Day;
  offered: OfferedBack[];
  /** Their latest return, when the last time they got in touch was one. */
  cameBack: Return | null;
  /** What we agreed the last time something came to rest. */
  wayBack: string | null;
}

export async function readToldBefore(db: CouncilReader, personId: string): Promise<ToldBefore> {
  const conversations = await conversationsOf(db, personId);
  const [contact] = await readRows<{ madeAt: Date }>(
    db,
    sql`select made_at as "madeAt" from contact where council_id = ${councilOf(db)} and person_id = ${personId}
      order by made_at desc, id desc limit 1`,
  );
  const lastRest = conversations
    .filter(({ restingOn }) => restingOn)
    .toSorted((one, other) => (other.restingOn ?? '').localeCompare(one.restingOn ?? ''))[0];
  return {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    offered: await factsToOfferBack(db, personId),
    cameBack: contact ? returnOf(contact.madeAt, conversations) : null,
    wayBack: lastRest?.howToComeBack ?? null,
  };
}
