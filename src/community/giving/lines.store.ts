import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { readAsking } from '../finder/asking.ts';
import type { LineWritten } from './giving.forms.ts';
import type { Direction, Kind } from './giving.ts';

/** A yes that neighbours may hear of something is for so many days; then it is asked again. */
const yesFor = 365;

export interface GivingLine {
  lineId: string;
  direction: Direction;
  kind: Kind;
  words: string;
  whenWords: string | null;
  days: string[];
  district: string | null;
  askAgainOn: Day;
}

const columns = sql`g.id as "lineId", g.direction, g.kind, g.words, g.when_words as "whenWords", g.days, g.district,
  g.ask_again_on as "askAgainOn"`;

/** This person's record and those since joined to it: what was written on any of them is theirs. */
export const recordsOf = (db: CouncilReader, personId: string): RawBuilder<unknown> =>
  sql`array(select id from person where council_id = ${councilOf(db)} and (id = ${personId} or merged_into = ${personId}))`;

/** What somebody would give, or would like, in words they said neighbours may hear. */
export async function saveLine(db: CouncilDb, personId: string, line: LineWritten): Promise<string> {
  const id = newId();
  const today = dayOf(nowOf(db));
  const things = readAsking(line.words).things.flatMap(({ said, same }) => [said, ...same]);
  await sql`insert into giving_line (council_id, id, person_id, direction, kind, words, when_words, days, district, things,
      permission_words, said_on, ask_again_on)
    values (${councilOf(db)}, ${id}, ${personId}, ${line.direction}, ${line.kind}, ${line.words}, ${line.whenWords},
      ${line.days}, ${line.district}, ${[...new Set(things)]}, ${line.permission}, ${today}, ${addDays(today, yesFor)})`.execute(
    db,
  );
  return id;
}

/** They would rather it was heard no more. @throws Unknown when it is not theirs */
export async function withdrawLine(db: CouncilDb, personId: string, lineId: string): Promise<void> {
  const gone = await sql`update giving_line set withdrawn_on = coalesce(withdrawn_on, ${dayOf(nowOf(db))})
    where council_id = ${councilOf(db)} and person_id = any (${recordsOf(db, personId)}) and id = ${lineId}`.execute(
    db,
  );
  if (!gone.numAffectedRows) throw new Unknown();
}

/** What a person gives and would like now. */
export async function linesOf(db: CouncilReader, personId: string): Promise<GivingLine[]> {
  return readRows<GivingLine>(
    db,
    sql`select ${columns} from giving_line g
      where g.council_id = ${councilOf(db)} and g.person_id = any (${recordsOf(db, personId)}) and g.withdrawn_on is null
      order by g.direction, g.said_on desc, g.id limit 100`,
  );
}

/** Somebody else's line that meets one of theirs. Who it is stays unsaid until both have said yes. */
export interface Meeting extends GivingLine {
  mineId: string;
  mineWords: string;
  /** For who looked, and for nothing that is shown. */
  personId: string;
}

/**
 * What neighbours would like that this person gives, and the other way round: about the same thing, on a day that suits
 * both where both said days, in the same half of a postcode first. A record restricted to another team is never among
 * them, nor anybody who has died or moved away, nor a yes older than a year.
 */
export async function meetingsFor(db: CouncilReader, personId: string, most = 6): Promise<Meeting[]> {
  const council = councilOf(db);
  return readRows<Meeting>(
    db,
    sql`select ${columns}, m.id as "mineId", m.words as "mineWords", p.id as "personId"
      from giving_line m join giving_line g on g.council_id = m.council_id and g.direction <> m.direction
        and g.things && m.things and g.withdrawn_on is null
        and g.ask_again_on > ${dayOf(nowOf(db))}
        and (g.days = '{}' or m.days = '{}' or g.days && m.days)
      join person w on w.council_id = g.council_id and w.id = g.person_id
      join person p on p.council_id = g.council_id and p.id = coalesce(w.merged_into, w.id) and p.id <> ${personId}
        and p.died_on is null and p.moved_away_on is null
        and (p.restricted_to_team is null or p.restricted_to_team = any ((select current_teams())::uuid[]))
      where m.council_id = ${council} and m.person_id = any (${recordsOf(db, personId)}) and m.withdrawn_on is null
        and not exists (select from giving v where v.council_id = m.council_id
          and v.gives_line_id in (m.id, g.id) and v.wish_line_id in (m.id, g.id))
      order by (g.district is not distinct from m.district) desc,
        cardinality(array(select unnest(g.things) intersect select unnest(m.things))) desc, g.said_on, g.id
      limit ${most}`,
  );
}

/** A group nearby that could do with what this person gives. */
export interface GroupThatCould {
  listingId: string;
  name: string;
  need: string;
  because: string;
}

/** Groups that said what they need, where it is what this person gives. */
export async function groupsThatCould(
  db: CouncilReader,
  personId: string,
  most = 4,
): Promise<GroupThatCould[]> {
  const council = councilOf(db);
  return readRows<GroupThatCould>(
    db,
    sql`select distinct on (l.name, l.id) l.id as "listingId", l.name, n.words as need, m.words as because
      from giving_line m cross join lateral unnest(m.things) thing
      join group_need n on n.council_id = m.council_id and n.met_on is null
        and to_tsvector('english', n.words) @@ phraseto_tsquery('english', thing)
      join listing l on l.council_id = ${council} and l.id = n.listing_id and l.state = 'listed'
      where m.council_id = ${council} and m.person_id = any (${recordsOf(db, personId)}) and m.direction = 'gives'
        and m.withdrawn_on is null
      order by l.name, l.id limit ${most}`,
  );
}
