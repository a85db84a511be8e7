import { type RawBuilder, sql } from 'kysely';
import { type Waiting, waitingSince } from '../../people/contacts/contact.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** Somebody on the page, by name. */
interface Named {
  personId: string;
  name: string;
}

export interface NotSpoken extends Named, Waiting {
  contactId: string;
  madeBy: string;
  heldBy: string | null;
  isMine: boolean;
}

export interface Close extends Named {
  conversationId: string;
  openedOn: Day;
  namedPerson: string | null;
  lastContactAt: Date | null;
  nextContactAt: Date | null;
}

/** Who needs a human being today: everything the page shows, ready. */
export interface Today {
  isTeam: boolean;
  today: Day;
  now: Date;
  drafts: (Named & { savedAt: Date })[];
  asked: (Named & { askId: string; askedBy: string; sentence: string })[];
  notSpoken: NotSpoken[];
  /** Everyone the team has not yet spoken with, however many are shown. */
  notSpokenInAll: number;
  close: Close[];
}

/** How many of each are shown at once. */
const most = 50;

/**
 * Today in one statement. People not yet spoken with are listed by name to the whole team whoever looks (F2),
 * and people in conversation 2 are the worker's own, or with `isTeam` everybody's; what else is due the calendar
 * tells. Unfinished writing and what colleagues ask are only ever the worker's own.
 */
export async function readToday(db: CouncilReader, isTeam: boolean): Promise<Today> {
  const { accountId, teamIds } = actorOf(db);
  const now = nowOf(db);
  const today = dayOf(now);
  const whose: Whose = {
    council: councilOf(db),
    me: accountId,
    teams: sql`${teamIds}::uuid[]`,
    isTeam,
  };
  const [row] = await readRows<{ today: TodayRow }>(
    db,
    sql`with not_spoken as (${notSpokenRows(whose)})
    select json_build_object(
      'notSpokenInAll', coalesce((select max("inAll") from not_spoken), 0),
      'notSpoken', ${listed(sql`select * from not_spoken`)},
      'drafts', ${listed(draftRows(whose))},
      'asked', ${listed(askedRows(whose))},
      'close', ${listed(closeRows(whose))}
    ) as today`,
  );
  if (!row) throw new Error('one statement returns one row');
  return { isTeam, today, now, ...asToday(row.today, today) };
}

interface Whose {
  council: number;
  me: string;
  teams: Sql;
  isTeam: boolean;
}
type Sql = RawBuilder<unknown>;

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(t)), '[]') from (${rows}) t)`;

/** F2: one line a person, from the contact that has waited longest. */
function notSpokenRows({ council, me, teams }: Whose): Sql {
  return sql`select w.id as "contactId", w.person_id as "personId", p.full_name as name, w.made_at as "madeAt", w.made_by as "madeBy",
      a.name as "heldBy", w.held_by is not distinct from ${me}::uuid as "isMine", count(*) over () as "inAll"
    from (select distinct on (c.person_id) c.id, c.person_id, c.made_at, c.made_by, c.held_by from contact c
      where c.council_id = ${council} and c.spoken_on is null and (c.team_id = any (${teams}) or c.held_by = ${me})
      order by c.person_id, c.made_at, c.id) w
    join person p on p.council_id = ${council} and p.id = w.person_id
    left join account a on a.council_id = ${council} and a.id = w.held_by
    where p.died_on is null and p.merged_into is null
    order by w.made_at, w.id limit ${most}`;
}

function draftRows({ council, me }: Whose): Sql {
  return sql`select p.id as "personId", p.full_name as name, d.saved_at as "savedAt" from draft d
    join person p on p.council_id = d.council_id and p.id = d.person_id
    where d.council_id = ${council} and d.account_id = ${me} order by d.saved_at desc limit ${most}`;
}

function askedRows({ council, me }: Whose): Sql {
  return sql`select k.id as "askId", p.id as "personId", p.full_name as name, b.name as "askedBy", k.sentence from contact_asked k
    join contact c on c.council_id = k.council_id and c.id = k.contact_id
    join person p on p.council_id = c.council_id and p.id = c.person_id
    join account b on b.council_id = k.council_id and b.id = k.asked_by
    where k.council_id = ${council} and k.asked = ${me} and k.answer is null order by k.asked_at, k.id limit ${most}`;
}

/** C2-4: longest since contact with the person first. */
function closeRows({ council, me, teams, isTeam }: Whose): Sql {
  return sql`select c.id as "conversationId", p.id as "personId", p.full_name as name, c.opened_at as "openedAt",
      named.name as "namedPerson", last.at as "lastContactAt", k.next_contact_at as "nextContactAt"
    from conversation c
    join person p on p.council_id = c.council_id and p.id = c.person_id
    left join crisis_plan k on k.council_id = c.council_id and k.conversation_id = c.id
    left join account named on named.council_id = c.council_id and named.id = c.named_account_id
    left join lateral (select max(h.at) as at from crisis_contact h
      where h.council_id = c.council_id and h.conversation_id = c.id and h.is_with_person) last on true
    where c.council_id = ${council} and c.kind = 2 and c.resting_on is null
      and (${me} in (c.named_account_id, c.cover_account_id) ${isTeam ? sql`or c.team_id = any (${teams})` : sql``})
    order by coalesce(last.at, c.opened_at), c.id limit ${most}`;
}

/** The same page as JSON carries it: instants as text. */
interface TodayRow {
  drafts: (Named & { savedAt: string })[];
  asked: Today['asked'];
  notSpoken: (Omit<NotSpoken, keyof Waiting> & { madeAt: string; inAll: number })[];
  notSpokenInAll: number;
  close: (Named & Pick<Close, 'conversationId' | 'namedPerson'> & Instants)[];
}
interface Instants {
  openedAt: string;
  lastContactAt: string | null;
  nextContactAt: string | null;
}

function asToday(row: TodayRow, today: Day): Omit<Today, 'isTeam' | 'today' | 'now'> {
  return {
    ...row,
    drafts: row.drafts.map((draft) => ({ ...draft, savedAt: new Date(draft.savedAt) })),
    notSpoken: row.notSpoken.map(({ madeAt, inAll: _, ...one }) => ({
      ...one,
      ...waitingSince(new Date(madeAt), today),
    })),
    close: row.close.map(({ openedAt, lastContactAt, nextContactAt, ...one }) => ({
      ...one,
      openedOn: dayOf(new Date(openedAt)),
      lastContactAt: lastContactAt ? new Date(lastContactAt) : null,
      nextContactAt: nextContactAt ? new Date(nextContactAt) : null,
    })),
  };
}

/** Everybody the page names, each for their own line in who looked (W3). */
export function namedOn(page: Today): string[] {
  return [page.drafts, page.asked, page.notSpoken, page.close].flatMap((list: Named[]) =>
    list.map(({ personId }) => personId),
  );
}
