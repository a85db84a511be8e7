import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  readRows,
} from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { markChecked, readListing, saveAdditions } from '../../listings.store.ts';
import { type Learnt, learntFrom, pageAfter } from './learned.ts';
import type { VisitKind, VisitWritten } from './visits.forms.ts';

export interface Visit {
  visitId: string;
  kind: VisitKind;
  place: string;
  visitedOn: Day;
  who: string;
  wentWith: string | null;
  learned: string;
  listingId: string | null;
  listingName: string | null;
  /** What it changed on the group's page. */
  changed: { about: string; before: string | null; now: string }[];
}

/** Writes a visit, and what was learned of a group straight onto its page, in one go. */
export async function saveVisit(db: CouncilDb, visit: VisitWritten): Promise<string> {
  const id = newId();
  await sql`insert into patch_visit (council_id, id, account_id, kind, place, listing_id, visited_on, went_with, learned, minutes)
    values (${councilOf(db)}, ${id}, ${actorOf(db).accountId}, ${visit.kind}, ${visit.place}, ${visit.listing},
      ${visit.visitedOn}, ${visit.wentWith}, ${visit.learned}, ${visit.howLong ?? null})`.execute(db);
  if (visit.listing) await teach(db, id, visit.listing, visit);
  return id;
}

async function teach(db: CouncilDb, visitId: string, listingId: string, visit: VisitWritten): Promise<void> {
  const page = await readListing(db, listingId);
  const by = `${actorOf(db).name}, who was there`;
  const learnt = learntFrom(page, visit);
  if (learnt.length > 0) await saveAdditions(db, listingId, pageAfter(page, learnt, by), page.version);
  const isNews = visit.isStillRight && visit.visitedOn >= (page.checkedOn ?? visit.visitedOn);
  if (isNews) await markChecked(db, listingId, by, visit.visitedOn);
  await keepLearnt(db, visitId, learnt, isNews);
}

async function keepLearnt(db: CouncilDb, visitId: string, learnt: Learnt[], isRight: boolean): Promise<void> {
  const lines = learnt.map(({ about, before, now }) => ({ about, before, now }));
  const all = isRight ? [...lines, { about: 'still right', before: null, now: 'yes' }] : lines;
  await sql`insert into patch_learning (council_id, visit_id, about, said_before, says_now)
    select ${councilOf(db)}, ${visitId}, about, before, now
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r(about text, before text, now text)`.execute(
    db,
  );
}

/** Where we have been, newest first, a page at a time. */
export async function readVisits(
  db: CouncilReader,
  wanted: { offset: number; most: number },
): Promise<{ visits: Visit[]; count: number }> {
  const council = councilOf(db);
  const visits = await readRows<Visit>(
    db,
    sql`select v.id as "visitId", v.kind, v.place, v.visited_on as "visitedOn", a.name as who, v.went_with as "wentWith",
        v.learned, v.listing_id as "listingId", l.name as "listingName",
        coalesce((select json_agg(json_build_object('about', g.about, 'before', g.said_before, 'now', g.says_now) order by g.about)
          from patch_learning g where g.council_id = v.council_id and g.visit_id = v.id), '[]') as changed
      from patch_visit v
      join account a on a.council_id = v.council_id and a.id = v.account_id
      left join listing l on l.council_id = v.council_id and l.id = v.listing_id
      where v.council_id = ${council}
      order by v.visited_on desc, v.id desc limit ${wanted.most} offset ${wanted.offset}`,
  );
  const [counted] = await readRows<{ count: number }>(
    db,
    sql`select count(*) as count from patch_visit where council_id = ${council}`,
  );
  return { visits, count: counted?.count ?? 0 };
}
