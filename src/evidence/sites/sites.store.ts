import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { KeptSite, SiteNamed } from './kept-site.ts';

/** A site as a line of the list. */
export interface SiteLine extends SiteNamed {
  teamName: string;
  owner: string | null;
  begunFrom: string | null;
}

/** Every site, those being set up too, the latest first. */
export async function listSites(db: CouncilReader): Promise<SiteLine[]> {
  const council = councilOf(db);
  return readRows<SiteLine>(
    db,
    sql`select s.id, s.name, s.started_on as "startedOn", t.name as "teamName", f.name as "begunFrom",
      (select a.owner from site_aim a where a.council_id = ${council} and a.site_id = s.id order by a.written_at desc, a.id desc limit 1) as owner
    from site s join team t on t.council_id = ${council} and t.id = s.team_id
    left join site f on f.council_id = ${council} and f.id = s.begun_from_id
    where s.council_id = ${council} order by s.started_on desc nulls first, s.set_up_at desc, s.id limit 100`,
  );
}

/** Of the long lists of a site, the latest so many are read. */
const MOST = 500;

/** Everything kept about one site, oldest first; null when there is none here. One statement. */
export async function readSite(db: CouncilReader, id: string): Promise<KeptSite | null> {
  const council = councilOf(db);
  const all = (table: string, columns: string, on: string) => rowsOf(council, id, { table, columns, on });
  const [row] = await readRows<KeptSite>(
    db,
    sql`select s.id, s.name, s.team_id as "teamId", t.name as "teamName", s.started_on as "startedOn", s.why_late as "whyLate",
      (s.set_up_at at time zone 'Europe/London')::date as "setUpOn",
      (select a.name from account a where a.council_id = ${council} and a.id = s.set_up_by) as "setUpBy",
      (select json_build_object('id', f.id, 'name', f.name, 'startedOn', f.started_on) from site f
        where f.council_id = ${council} and f.id = s.begun_from_id) as "begunFrom",
      coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name, 'startedOn', n.started_on) order by n.set_up_at, n.id)
        from site n where n.council_id = ${council} and n.begun_from_id = s.id), '[]') as "begunFromThis",
      ${all('site_scope', `'kind', r.kind, 'postcodes', r.postcodes, 'words', r.words, 'fromOn', r.from_on, 'why', r.why`, 'r.from_on')} as scopes,
      ${all('site_aim', `'owner', r.owner, 'whatStops', r.what_stops, 'whatMoneyMoves', r.what_money_moves, 'why', r.why`, 'r.written_at')} as aims,
      ${all('site_comparison', comparisonColumns, 'r.named_on, r.written_at')} as comparisons,
      ${all('site_baseline', `'fromOn', r.from_on, 'toOn', r.to_on, 'words', r.words, 'lookedOn', r.looked_on`, 'r.looked_on, r.written_at')} as baselines,
      ${all('site_person', `'name', r.name, 'part', r.part, 'comesAs', r.comes_as, 'thankedHow', r.thanked_how, 'sinceOn', r.since_on, 'untilOn', r.until_on`, 'r.since_on, r.name')} as people,
      ${all('site_rule', `'rule', r.rule, 'agreedOn', r.agreed_on, 'agreedBy', r.agreed_by, 'withPeople', r.with_people, 'replacesId', r.replaces_id, 'isSetAside', r.is_set_aside, 'why', r.why`, 'r.agreed_on, r.written_at')} as rules,
      ${all('measure_registered', `'about', r.about, 'measure', r.measure, 'definition', r.definition, 'registeredOn', r.registered_on, 'replacesId', r.replaces_id, 'whyChanged', r.why_changed`, 'r.registered_on, r.written_at')} as measures,
      ${all('tap_change', `'onDay', r.on_day, 'isOn', r.is_on, 'why', r.why, 'whyLate', r.why_late`, 'r.on_day, r.written_at')} as tap,
      ${all('site_log', `'kind', r.kind, 'onDay', r.on_day, 'byWhom', r.by_whom, 'words', r.words, 'evidence', r.evidence, 'whatChanges', r.what_changes, 'prompt', r.prompt, 'addsToId', r.adds_to_id`, 'r.on_day, r.written_at')} as log,
      ${all('site_evidence', evidenceColumns, 'r.on_day, r.written_at')} as evidence
    from site s join team t on t.council_id = ${council} and t.id = s.team_id
    where s.council_id = ${council} and s.id = ${id}`,
  );
  return row ?? null;
}

const comparisonColumns = `'kind', r.kind, 'teamId', r.team_id, 'words', r.words, 'howItDiffers', r.how_it_differs,
  'namedOn', r.named_on, 'why', r.why,
  'teamName', (select c.name from team c where c.council_id = r.council_id and c.id = r.team_id)`;

const evidenceColumns = `'step', r.step, 'kind', r.kind, 'words', r.words, 'whoseVoice', r.whose_voice, 'onDay', r.on_day, 'byWhom', r.by_whom,
  'pointsAt', coalesce(
    (select m.measure from measure_registered m where m.council_id = r.council_id and m.id = r.measure_id),
    (select u.rule from site_rule u where u.council_id = r.council_id and u.id = r.rule_id),
    (select n.name from rule_set n where n.council_id = r.council_id and n.id = r.rule_set_id),
    (select l.words from site_log l where l.council_id = r.council_id and l.id = r.log_id))`;

/** What is kept of a site in one table, as a list with its id, its day and its writer. Names are this file's own. */
function rowsOf(
  council: number,
  siteId: string,
  { table, columns, on }: { table: string; columns: string; on: string },
): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(json_build_object('id', r.id, ${sql.raw(columns)},
      'writtenOn', (r.written_at at time zone 'Europe/London')::date,
      'writtenBy', (select a.name from account a where a.council_id = r.council_id and a.id = r.written_by)) order by ${sql.raw(on)}, r.id)
    from (select * from ${sql.table(table)} where council_id = ${council} and site_id = ${siteId} order by written_at desc, id desc limit ${MOST}) r), '[]')`;
}

/** How many got in touch with a team in a week that begins on a Monday. */
export interface WeekSeen {
  weekOf: Day;
  contacts: number;
}

/** What the record holds of a team by whole weeks, up to a day: what a baseline is looked at in. The latest two years. */
export async function weeksBefore(db: CouncilReader, teamId: string, until: Day): Promise<WeekSeen[]> {
  return readRows<WeekSeen>(
    db,
    sql`with seen as (
      select date_trunc('week', made_on)::date as week, count(*) as contacts from contact
      where council_id = ${councilOf(db)} and team_id = ${teamId} and made_on >= ${addDays(until, -735)} and made_on < date_trunc('week', ${until}::date)::date
      group by 1)
    select w::date as "weekOf", coalesce(s.contacts, 0) as contacts
    from generate_series((select min(week) from seen), date_trunc('week', ${until}::date) - interval '1 week', interval '1 week') w
    left join seen s on s.week = w::date order by w`,
  );
}

/** What a form of a site chooses from: the council's teams and its sets of rules. */
export interface Choices {
  teams: { id: string; name: string }[];
  ruleSets: { id: string; name: string }[];
}

export async function choicesOf(db: CouncilReader): Promise<Choices> {
  const council = councilOf(db);
  const [row] = await readRows<Choices>(
    db,
    sql`select
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name) from team where council_id = ${council}), '[]') as teams,
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by starts_on, name) from rule_set
        where council_id = ${council} and starts_on <= ${dayOf(nowOf(db))}), '[]') as "ruleSets"`,
  );
  return row ?? { teams: [], ruleSets: [] };
}
