import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { SetBeside } from '../counting/groups.store.ts';
import { comparisonStanding } from '../sites/comparison-standing.ts';
import type { ComparisonKind, ComparisonNamed } from '../sites/kept-site.ts';

/** One rule of practice, and who agreed it when. */
export interface AgreedRule {
  rule: string;
  agreedOn: Day;
  agreedBy: string;
}

/** An innovation site as it was set up. */
export interface Site {
  id: string;
  name: string;
  teamId: string;
  startedOn: Day;
  scope: string;
  agreedRules: AgreedRule[];
  owner: string;
  ifItWorks: string;
  comparison: string;
  /** Whom the figures are set beside: one team's people, nobody, or everybody elsewhere (`site/compared.ts`). */
  compared: { kind: ComparisonKind | 'not-named'; teamId: string | null; teamName: string | null };
  /** E11: what every figure set beside the comparison says when it was not named before the start; else null. */
  comparisonMark: string | null;
}

export interface TapChange {
  onDay: Day;
  isOn: boolean;
  why: string;
}

export interface MeasureRegistered {
  measure: string;
  definition: string;
  registeredOn: Day;
  whyChanged: string | null;
}

export interface Counted {
  what: string;
  times: number;
}

/** What surrounds a site's figures: its tap, what was registered, what rules refused and what was let through as an exception. */
export interface SiteLog {
  tap: TapChange[];
  measures: MeasureRegistered[];
  /** Rule ids a colleague of the site was refused by since it began, most often first. */
  refusals: Counted[];
  exceptions: Counted[];
  /** Some of what is counted belongs to an invented council's made-up history. */
  isMadeUp: boolean;
}

/**
 * Every site of the council that has begun, the latest first, as what was said of it stood on a day, today unless another
 * is named. Of a site that was written down only afterwards, the first words said stand for the days before them; but a
 * comparison stands only from the day it was named (E11).
 */
export async function sitesOf(db: CouncilReader, asOf: Day = dayOf(nowOf(db))): Promise<Site[]> {
  const council = councilOf(db);
  const day = sql`${asOf}::date`;
  const isSaid = sql`(l.written_at at time zone 'Europe/London')::date <= ${day}`;
  const latest = (table: string, of: RawBuilder<unknown>) =>
    sql`(select ${of} from ${sql.table(table)} l where l.council_id = ${council} and l.site_id = s.id
      order by ${isSaid} desc, case when ${isSaid} then l.written_at end desc nulls last, l.written_at, l.id desc limit 1)`;
  const sites = await readRows<Omit<Site, 'comparisonMark' | 'compared'> & { named: Named[] }>(
    db,
    sql`select s.id, s.name, s.team_id as "teamId", s.started_on as "startedOn",
      coalesce(${latest('site_scope', SCOPE_IN_WORDS)}, '') as scope,
      coalesce((select json_agg(json_build_object('rule', r.rule, 'agreedOn', r.agreed_on, 'agreedBy', r.agreed_by) order by r.agreed_on, r.id)
        from site_rule r where r.council_id = ${council} and r.site_id = s.id and not r.is_set_aside and r.agreed_on <= ${day} and not exists (
          select from site_rule n where n.council_id = ${council} and n.replaces_id = r.id and n.agreed_on <= ${day})), '[]') as "agreedRules",
      coalesce(${latest('site_aim', sql`l.owner`)}, '') as owner,
      coalesce(${latest('site_aim', sql`concat_ws(' ', l.what_stops, nullif(l.what_money_moves, ''))`)}, '') as "ifItWorks",
      coalesce((select concat_ws(' ', c.words, c.how_it_differs) from site_comparison c
        where c.council_id = ${council} and c.site_id = s.id and c.named_on <= ${day} order by c.named_on desc, c.written_at desc, c.id desc limit 1), '') as comparison,
      coalesce((select json_agg(json_build_object('namedOn', c.named_on, 'kind', c.kind, 'teamId', c.team_id, 'teamName', t.name)
          order by c.named_on, c.written_at, c.id)
        from site_comparison c left join team t on t.council_id = c.council_id and t.id = c.team_id
        where c.council_id = ${council} and c.site_id = s.id and c.named_on <= ${day}), '[]') as named
    from site s where s.council_id = ${council} and s.started_on <= ${dayOf(nowOf(db))} order by s.started_on desc, s.id limit 50`,
  );
  return sites.map(({ named, ...site }) => {
    const { mark, current } = comparisonStanding({ startedOn: site.startedOn, comparisons: named });
    const { kind, teamId, teamName } = current ?? {
      kind: 'not-named' as const,
      teamId: null,
      teamName: null,
    };
    return { ...site, comparisonMark: mark, compared: { kind, teamId, teamName } };
  });
}

type Named = Pick<ComparisonNamed, 'namedOn' | 'kind' | 'teamId' | 'teamName'>;

const SCOPE_IN_WORDS = sql`concat_ws(' ', case l.kind when 'all-new' then 'Everybody new.' when 'everyone' then 'Everybody, new or known.'
  else concat('Everybody from ', array_to_string(l.postcodes, ', '), '.') end, l.words)`;

/** What surrounds a site's figures, as at a day: what came later is not there yet. */
export async function siteLog(
  db: CouncilReader,
  site: Pick<Site, 'id' | 'teamId' | 'startedOn'>,
  asOf: Day = dayOf(nowOf(db)),
): Promise<SiteLog> {
  const council = councilOf(db);
  const day = sql`${asOf}::date`;
  const began = sql`(${site.startedOn}::date)::timestamp at time zone 'Europe/London'`;
  const ended = sql`(${day} + 1)::timestamp at time zone 'Europe/London'`;
  const [row] = await readRows<SiteLog>(
    db,
    sql`select
      coalesce((select json_agg(json_build_object('onDay', t.on_day, 'isOn', t.is_on, 'why', t.why) order by t.on_day, t.id)
        from tap_change t where t.council_id = ${council} and t.site_id = ${site.id} and t.on_day <= ${day}), '[]') as tap,
      coalesce((select json_agg(json_build_object('measure', m.measure, 'definition', m.definition, 'registeredOn', m.registered_on,
          'whyChanged', m.why_changed) order by m.registered_on, m.id)
        from measure_registered m where m.council_id = ${council} and m.site_id = ${site.id} and m.registered_on <= ${day}), '[]') as measures,
      coalesce((select json_agg(json_build_object('what', r.rule, 'times', r.times) order by r.times desc, r.rule) from (
        select a.rule, count(*) as times from refused_attempt a
        where a.council_id = ${council} and a.at >= ${began} and a.at < ${ended} and exists (select from membership m
          where m.council_id = a.council_id and m.account_id = a.account_id and m.team_id = ${site.teamId})
        group by a.rule) r), '[]') as refusals,
      coalesce((select json_agg(json_build_object('what', c.why, 'times', c.times) order by c.times desc, c.why) from (
        select opened_by_exception as why, count(*) as times from conversation
        where council_id = ${council} and team_id = ${site.teamId} and opened_on between ${site.startedOn} and ${day} and opened_by_exception is not null
        group by opened_by_exception) c), '[]') as exceptions,
      exists (select from contact where council_id = ${council} and is_made_up and made_on <= ${day}) as "isMadeUp"`,
  );
  if (!row) throw new Error('one statement returns one row');
  return row;
}

export interface Waiting {
  personId: string;
  name: string;
  madeOn: Day;
  days: number;
  madeBy: string;
  heldBy: string | null;
  isFromBeforeTheSite: boolean;
}

/** F2: from this many days on, somebody not yet spoken with is on the site's page too. */
const DAYS_TO_SITE_PAGE = 28;

/** F2: everybody the site's team has owed a conversation for 28 days or more, by name, the longest first; each person once. */
export async function longNotYetSpokenWith(
  db: CouncilReader,
  site: Pick<Site, 'teamId' | 'startedOn'>,
  asOf: Day = dayOf(nowOf(db)),
  most = 200,
): Promise<Waiting[]> {
  const isToday = asOf === dayOf(nowOf(db));
  const waits = isToday
    ? sql`c.spoken_on is null`
    : sql`(c.spoken_on is null or c.spoken_on > ${asOf}::date)`;
  return readRows<Waiting>(
    db,
    sql`select w.person_id as "personId", p.full_name as name, w.made_on as "madeOn", ${asOf}::date - w.made_on as days,
      w.made_by as "madeBy", a.name as "heldBy", w.made_on < ${site.startedOn}::date as "isFromBeforeTheSite"
    from (
      select distinct on (c.person_id) c.person_id, c.made_on, c.made_by, c.held_by
      from contact c
      where c.council_id = ${councilOf(db)} and c.team_id = ${site.teamId} and ${waits} and c.made_on <= ${addDays(asOf, -DAYS_TO_SITE_PAGE)}
      order by c.person_id, c.made_at) w
    join person p on p.council_id = ${councilOf(db)} and p.id = w.person_id
    left join account a on a.council_id = ${councilOf(db)} and a.id = w.held_by
    where coalesce(least(p.died_on, p.moved_away_on) > ${asOf}::date, true) and p.merged_into is null
    order by w.made_on, p.full_name, p.id limit ${most}`,
  );
}

/** Writes down a site that was set up elsewhere, such as on paper, as it was said day by day. Returns its id. */
export async function makeSite(
  db: CouncilDb,
  site: Omit<Site, 'id' | 'comparisonMark' | 'compared'> & {
    compared?: SetBeside;
    tap: readonly TapChange[];
    measures: readonly MeasureRegistered[];
  },
): Promise<string> {
  const council_id = councilOf(db);
  const id = newId();
  const { name, teamId, startedOn, scope, owner, ifItWorks, comparison } = site;
  const at = noonOf(startedOn);
  await db
    .insertInto('site')
    .values({
      ...{ council_id, id, name, team_id: teamId },
      ...{ started_on: startedOn, set_up_at: at, start_said_at: at },
    })
    .execute();
  const row = () => ({ council_id, id: newId(), site_id: id, written_at: at });
  const aim = { owner, what_stops: ifItWorks, what_money_moves: '' };
  await db
    .insertInto('site_aim')
    .values({ ...row(), ...aim })
    .execute();
  const whose = { kind: 'everyone', words: scope, from_on: startedOn };
  await db
    .insertInto('site_scope')
    .values({ ...row(), ...whose })
    .execute();
  const { kind, teamId: team_id } = site.compared ?? { kind: 'elsewhere', teamId: null };
  const beside = { kind, team_id, words: comparison, named_on: addDays(startedOn, -1) };
  await db
    .insertInto('site_comparison')
    .values({ ...row(), ...beside })
    .execute();
  for (const { rule, agreedOn, agreedBy } of site.agreedRules) {
    const agreed = { rule, agreed_on: agreedOn, agreed_by: agreedBy };
    await db
      .insertInto('site_rule')
      .values({ ...row(), ...agreed })
      .execute();
  }
  for (const { onDay, isOn, why } of site.tap) {
    const turned = { on_day: onDay, is_on: isOn, why, written_at: noonOf(onDay) };
    await db
      .insertInto('tap_change')
      .values({ ...row(), ...turned })
      .execute();
  }
  for (const { measure, definition, registeredOn, whyChanged } of site.measures) {
    const registered = { measure, definition, registered_on: registeredOn, why_changed: whyChanged };
    const written = { ...row(), ...registered, written_at: noonOf(registeredOn) };
    await db.insertInto('measure_registered').values(written).execute();
  }
  return id;
}

const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);
