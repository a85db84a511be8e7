import { sql } from 'kysely';
import type { Day } from '../../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../../platform/db/council.ts';
import { everybody } from '../../counting/everybody.store.ts';
import type { Question } from '../../counting/groups.store.ts';
import { windows } from '../../counting/windows.store.ts';
import { wholeFourWeeks } from '../../looking/whole-four-weeks.ts';
import type { WindowCount } from '../../measured.ts';
import { joinByHashing } from '../../measures.store.ts';
import type { ChangeKind } from './changes.ts';
import { changes, cohorts } from './lines.store.ts';
import { fullYear } from './year.ts';

/** Those who had ongoing support on the site's first day, and those who are new since. */
export type Cohort = 'already' | 'since';
export type Where = 'here' | 'there';

/** Some people's changes of one kind, all together; what `sumsOf` says of them. */
export interface KindSum {
  cohort: Cohort;
  where: Where;
  kind: ChangeKind;
  people: number;
  weeklyPence: number;
  inYearPence: number;
  fullYearPence: number;
}

/** Whole-year amounts of what began, or of what rose: one amount a person. */
export interface YearAmounts {
  people: number;
  meanPence: number;
  spreadPence: number;
}

export interface CohortSize {
  cohort: Cohort;
  where: Where;
  people: number;
  /** With ongoing support at any time, and how many of them have some with no weekly amount written. */
  supported: number;
  unpriced: number;
  increased: number;
}

/** What stands beside what went down. */
export interface BesideReductions {
  /** Of those whose support went down or ended, but not by death or a move. */
  people: number;
  undone: number;
  /** Later somebody was worried about their safety, or life became a crisis. */
  enquiries: number;
  crises: number;
  /** Plans that would have taken something down, kept as they were because the person did not agree. */
  notAgreed: number;
  /** Plans that took something down although the person agreed in part, or not at all. */
  partlyAgreed: number;
}

/** All that is counted of money about a site, as the database hands it over. */
export interface MoneyCounted {
  sums: KindSum[];
  sizes: CohortSize[];
  /** In the comparison: what began for those new since, and what rose for those who had support. */
  usualStart: YearAmounts;
  usualIncrease: YearAmounts;
  beside: BesideReductions;
  windows: WindowCount[];
  /** The last day whose changes are counted. */
  changesTo: Day;
}

/**
 * What changed in the cost of support of the same people since a site began, in one statement; nobody's row comes into Node. Changes are
 * counted in whole four weeks since it began: between two days that follow one another often one person's support changed,
 * and looking on both would tell what it costs.
 */
export async function countMoney(db: CouncilReader, question: Question): Promise<MoneyCounted> {
  const { site, asOf } = question;
  const changesTo = wholeFourWeeks(site.startedOn, asOf);
  await joinByHashing(db, 'off');
  const [row] = await readRows<Omit<MoneyCounted, 'changesTo'>>(
    db,
    sql`with ${everybody(db, question)}, ${windows(question)}, ${cohorts(db, question)}, ${changes(db, question)},
    mine as materialized (
      select c.*, k.cohort, case when k.is_here then 'here' else 'there' end as "where"
      from changes c join cohorts k using (person_id) where c.on_day between ${site.startedOn}::date and ${changesTo}::date
    ),
    ${amounts('usual_start', 'begun', 'since')}, ${amounts('usual_increase', 'increased', 'already')},
    ${beside(db, question)}
    select
      coalesce((select json_agg(s) from (
        select cohort, "where", kind, count(distinct person_id) as people, sum(pence) as "weeklyPence", sum(${inYear}) as "inYearPence"
        from mine group by cohort, "where", kind) s), '[]') as sums,
      coalesce((select json_agg(s) from (
        select k.cohort, case when k.is_here then 'here' else 'there' end as "where", count(*) as people,
          count(l.person_id) as supported, count(*) filter (where l.is_unpriced) as unpriced, count(i.person_id) as increased
        from cohorts k left join (select person_id, bool_or(weekly_pence = 0) as is_unpriced from lines group by person_id) l using (person_id)
        left join (select distinct person_id from mine where kind = 'increased') i using (person_id)
        group by 1, 2) s), '[]') as sizes,
      (select row_to_json(u) from usual_start u) as "usualStart", (select row_to_json(u) from usual_increase u) as "usualIncrease",
      (select row_to_json(b) from beside_downs b) as beside,
      coalesce((select json_agg(w) from windows w where w.measure <> 'episodes'), '[]') as windows
    where ${asOf}::date is not null`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  return {
    ...row,
    changesTo,
    sums: row.sums.map((sum) => ({ ...sum, fullYearPence: fullYear(sum.weeklyPence) })),
  };
}

/** `inYear` of one change. */
const inYear = sql`round(pence * (make_date((extract(year from on_day) + case when to_char(on_day, 'MM-DD') > '03-31' then 1 else 0 end)::integer, 4, 1)
  - on_day) / 7.0)`;

/** One amount a person: the first that began, or all that rose, for a whole year. */
const amounts = (name: string, kind: ChangeKind, cohort: Cohort) => sql`${sql.raw(name)} as (
    select count(*) as people, coalesce(round(avg(pence) * 365.25 / 7), 0) as "meanPence",
      coalesce(round(stddev_samp(pence) * 365.25 / 7), 0) as "spreadPence"
    from (select person_id, ${kind === 'begun' ? sql`(array_agg(pence order by on_day))[1]` : sql`sum(pence)`} as pence
      from mine where cohort = ${cohort} and "where" = 'there' and kind = ${kind} group by person_id) p
  )`;

/** E8: what went down is never told without what came after it. */
function beside(db: CouncilReader, { site, asOf }: Question) {
  const council = councilOf(db);
  const began = sql`${site.startedOn}::date`;
  const until = sql`((${asOf}::date + 1)::timestamp at time zone 'Europe/London')`;
  return sql`downs as (
    select person_id, min(on_day) as on_day,
      bool_or(exists (select from mine later where later.person_id = m.person_id and later.on_day > m.on_day and later.after_pence >= m.before_pence)) as is_undone
    from mine m where "where" = 'here' and kind in ('reduced', 'ended') group by person_id
  ),
  records as (
    select k.person_id, k.person_id as record_id from cohorts k where k.is_here
    union select k.person_id, m.person_id from cohorts k join merged m on m.same_person = k.person_id where k.is_here
  ),
  beside_downs as (
    select (select count(*) from downs) as people, (select count(*) from downs where is_undone) as undone,
      (select count(distinct d.person_id) from downs d join records r using (person_id)
        join enquiry e on e.council_id = ${council} and e.person_id = r.record_id
        where e.opened_at >= (d.on_day::timestamp at time zone 'Europe/London') and e.opened_at < ${until}) as enquiries,
      (select count(distinct d.person_id) from downs d join records r using (person_id)
        join conversation c on c.council_id = ${council} and c.person_id = r.record_id and c.kind = 2
        where c.opened_on >= d.on_day and c.opened_on <= ${asOf}::date) as crises,
      (select count(*) from plan_not_agreed n join records r on r.record_id = n.person_id
        where n.council_id = ${council} and cardinality(n.would_go_down) > 0 and n.said_on between ${began} and ${asOf}::date) as "notAgreed",
      (select count(*) from plan p join records r on r.record_id = p.person_id
        where p.council_id = ${council} and p.state <> 'being-written' and p.agreement in ('partly', 'disagree')
          and (cardinality(p.down_because) > 0 or p.down_reasons <> '') and p.starts_on between ${began} and ${asOf}::date) as "partlyAgreed"
  )`;
}
