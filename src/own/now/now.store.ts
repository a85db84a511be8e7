import { sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { isTheirs, type OwnPromise, type WhoToRing } from './now.ts';

/** What is done stays on this page for so many days, so that both see it was. */
const settledForDays = 42;

interface NowRow {
  names: (string | null)[];
  ring: WhoToRing;
  promises: (Omit<OwnPromise, 'isTheirs' | 'isOurs'> & { accountId: string | null })[];
}

/** What both sides said they would do, and who to ring, in one statement. */
export async function readNow(
  db: CouncilReader,
  personId: string,
): Promise<{ promises: OwnPromise[]; ring: WhoToRing; today: Day }> {
  const council = councilOf(db);
  const today = dayOf(nowOf(db));
  const [row] = await readRows<{ now: NowRow }>(
    db,
    sql`select json_build_object(
      'names', json_build_array(p.full_name, p.known_as),
      'ring', json_build_object('namedPerson', close.named_person, 'cover', close.cover,
        'team', coalesce(close.team, latest.team, alongside.name),
        'phone', nullif(c.settings->>'phone', ''), 'outOfHours', nullif(c.settings->>'outOfHoursPhone', '')),
      'promises', (select coalesce(json_agg(to_json(m)), '[]') from (
          select id, who, account_id as "accountId", what, due_on as "dueOn", why,
            case when state = 'open' and why is not null then 'moved' else state end as state
          from promise where council_id = ${council} and person_id = ${personId}
            and (state = 'open' or settled_on >= ${addDays(today, -settledForDays)}::date)
          order by state <> 'open', due_on nulls last, id limit 20) m)
    ) as now
    from person p join council c on c.council_id = p.council_id
    left join lateral (select * from person_now n where n.council_id = p.council_id and n.person_id = p.id and n.kind = 2
      order by n.opened_at desc limit 1) close on true
    left join lateral (select team from person_now n where n.council_id = p.council_id and n.person_id = p.id
      order by n.team is null, n.opened_at desc limit 1) latest on true
    left join lateral (select t.name from relationship r join team t on t.council_id = r.council_id and t.id = r.team_id
      where r.council_id = p.council_id and r.person_id = p.id and r.ends_at is null order by r.began_at desc limit 1) alongside on true
    where p.council_id = ${council} and p.id = ${personId}`,
  );
  if (!row) throw new Error('an open page has its person');
  const { names, ring, promises } = row.now;
  return {
    today,
    ring,
    promises: promises.map(({ accountId, ...one }) => {
      const theirs = isTheirs(one.who, names);
      return { ...one, isTheirs: theirs, isOurs: !theirs && accountId !== null };
    }),
  };
}
