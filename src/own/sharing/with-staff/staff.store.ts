import { sql } from 'kysely';
import { tellPerson } from '../../../people/messages/messages.store.ts';
import { dayOf } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { endSharing, type Sharing, sharingsOf } from '../sharing.store.ts';
import { type TalkAboutPressure, yearOn } from '../sharing.ts';
import type { TalkAsked } from './staff.forms.ts';

/** A talk as it was recorded: for staff only. */
export interface Talk extends TalkAboutPressure {
  whoWasThere: string;
  words: string;
  by: string;
}

/** A way in to what is shared. */
export interface Door {
  ownPageId: string;
  openedAt: Date;
  lastSeenAt: Date | null;
  letterEndsAt: Date | null;
}

export interface StaffSharing extends Sharing {
  talk: Talk | null;
  door: Door | null;
}

interface BesideRow {
  sharingId: string;
  talk: Talk | null;
  door: (Omit<Door, 'openedAt' | 'lastSeenAt' | 'letterEndsAt'> & Record<string, string | null>) | null;
}

/** Everybody somebody shares with, with the latest talk about pressure and the way in each has. */
export async function staffSharings(db: CouncilReader, personId: string): Promise<StaffSharing[]> {
  const sharings = await sharingsOf(db, personId);
  const council = councilOf(db);
  const beside = await readRows<BesideRow>(
    db,
    sql`select w.id as "sharingId", (select json_build_object('talkedOn', t.talked_on, 'lookAgainOn', t.look_again_on,
        'whoWasThere', t.who_was_there, 'words', t.words, 'by', b.name)
      from sharing_talk t join account b on b.council_id = t.council_id and b.id = t.talked_by
      where t.council_id = w.council_id and t.sharing_id = w.id and t.what <> 'stopped' order by t.talked_on desc, t.recorded_at desc limit 1) as talk,
      ${doorOf(sql`w.account_id`)} as door
    from sharing_with w where w.council_id = ${council} and w.person_id = ${personId} and w.ended_at is null`,
  );
  return sharings.map((sharing) => {
    const found = beside.find(({ sharingId }) => sharingId === sharing.sharingId);
    return { ...sharing, talk: found?.talk ?? null, door: doorFrom(found?.door ?? null) };
  });
}

/** The open way in to what is shared of an account, as JSON; null when it has none. */
export const doorOf = (
  account: ReturnType<typeof sql>,
) => sql`(select json_build_object('ownPageId', o.id, 'openedAt', o.opened_at,
    'lastSeenAt', (select max(s.seen_at) from session s where s.council_id = o.council_id and s.account_id = o.account_id),
    'letterEndsAt', (select max(c.ends_at) from own_code c where c.council_id = o.council_id and c.own_page_id = o.id and c.how = 'letter'
      and c.spent_at is null))
  from own_page o where o.council_id = current_council() and o.account_id = ${account} and o.opens = 'shared' and o.ended_at is null)`;

/** JSON has no instants. */
export function doorFrom(door: BesideRow['door']): Door | null {
  if (!door) return null;
  const at = (when: string | null | undefined) => (when ? new Date(when) : null);
  return {
    ownPageId: door.ownPageId,
    openedAt: at(door.openedAt) ?? new Date(0),
    lastSeenAt: at(door.lastSeenAt),
    letterEndsAt: at(door.letterEndsAt),
  };
}

/** Keeps what was said with the person alone about pressure and coercion: before a page is opened, and each year. */
export async function keepTalk(db: CouncilDb, sharing: StaffSharing, talk: TalkAsked): Promise<void> {
  const { talkedOn, whoWasThere, wasApart, words } = talk;
  await db
    .insertInto('sharing_talk')
    .values({
      ...{
        council_id: councilOf(db),
        id: newId(),
        person_id: sharing.personId,
        sharing_id: sharing.sharingId,
      },
      ...{
        what: sharing.talk ? 'looked-again' : 'pressure',
        talked_on: talkedOn,
        who_was_there: whoWasThere,
      },
      ...{ was_apart: wasApart, words, look_again_on: talk.lookAgainOn ?? yearOn(talkedOn) },
      ...{ talked_by: actorOf(db).accountId, recorded_at: nowOf(db) },
    })
    .execute();
}

/**
 * A worker stops it at once on a worry about safety. What the worry is stays with staff: whoever pressed the person
 * may make them show their page. The person is told; the other only where that is safe.
 */
export async function stopForSafety(
  db: CouncilDb,
  sharing: Sharing,
  { words, tell }: { words: string; tell: 'yes' | 'not-safe' },
): Promise<void> {
  const { sharingId, personId } = sharing;
  await db
    .insertInto('sharing_talk')
    .values({
      ...{
        council_id: councilOf(db),
        id: newId(),
        person_id: personId,
        sharing_id: sharingId,
        what: 'stopped',
      },
      ...{ talked_on: dayOf(nowOf(db)), words, talked_by: actorOf(db).accountId, recorded_at: nowOf(db) },
    })
    .execute();
  await endSharing(db, sharing, tell === 'yes');
  await tellPerson(db, {
    personId,
    reference: `ended ${sharingId}`,
    about: 'sharing-ended',
    thingId: sharingId,
  });
}
