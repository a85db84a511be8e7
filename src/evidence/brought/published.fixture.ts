import { type RawBuilder, sql } from 'kysely';
import { type CouncilDb, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Counted } from './counted.ts';
import { countLoad } from './counting.store.ts';
import { events, kinds } from './reading/format.ts';

/** Counts somebody has published, and made-up events of which they must come back. */
export interface Published {
  row: string;
  counts: Record<string, number>;
  /** How many of what was counted stand for one made-up event, so that every count stays whole. */
  tests: number;
  /** person, event, starts, ends, kind of everybody, `n` numbering whatever is counted. */
  made: (of: number) => RawBuilder<unknown>;
  read: (counted: Counted, of: number) => Record<string, number>;
}

const asOf = '2026-03-31';
const contactOn = `date '2025-05-01'`;

/** So many people, each with a contact and what followed. */
const people = (
  from: number,
  count: number,
  contactKind: number,
  after?: { kind: number; ends?: string },
) => `
  select n as person, ${events.contact} as event, ${contactOn} as starts, null::date as ends, ${contactKind} as kind from generate_series(${from + 1}, ${from + count}) n
  ${after ? `union all select n, ${events['service start']}, ${contactOn} + 7, ${after.ends ?? 'null'}, ${after.kind} from generate_series(${from + 1}, ${from + count}) n` : ''}`;

const sequelOf = (counted: Counted, ...answers: string[]): number =>
  counted.sequels
    .filter((one) => one.way === 'a needs assessment' && answers.includes(one.answer))
    .reduce((total, one) => total + one.episodes, 0);

export const published: readonly Published[] = [
  {
    row: 'England 2014-15, what followed requests',
    counts: {
      requests: 1_846_000,
      signposted: 575_000,
      noService: 520_000,
      lowLevel: 304_000,
      shortTerm: 218_000,
      longTerm: 144_000,
      notItemised: 85_000,
    },
    tests: 1000,
    made: (of) =>
      sql.raw(
        [
          people(0, 575_000 / of, kinds.signposted),
          people(575_000 / of, 520_000 / of, kinds['no service']),
          people(1_095_000 / of, 304_000 / of, 0, { kind: kinds['low-level'] }),
          people(1_399_000 / of, 218_000 / of, 0, { kind: kinds['st-max'] }),
          people(1_617_000 / of, 144_000 / of, 0, { kind: kinds['long-term'] }),
          people(1_761_000 / of, 85_000 / of, 0),
        ].join(' union all '),
      ),
    read: (counted, of) => ({
      requests: counted.came.episodes * of,
      signposted: sequelOf(counted, 'signposted') * of,
      noService: sequelOf(counted, 'no service') * of,
      lowLevel: sequelOf(counted, 'low-level') * of,
      shortTerm: sequelOf(counted, 'st-max') * of,
      longTerm: sequelOf(counted, 'nursing', 'residential', 'community', 'prison') * of,
      notItemised: sequelOf(counted, 'cannot be told') * of,
    }),
  },
  {
    row: 'England 2014-15, after completed short-term support',
    counts: { ended: 250_000, ongoing: 65_000, community: 60_000 },
    tests: 1000,
    made: (of) =>
      sql.raw(
        [
          people(0, 250_000 / of, 0, { kind: kinds['st-max'], ends: `${contactOn} + 40` }),
          `select n, ${events['service start']}, ${contactOn} + 45, null::date, case when n <= ${60_000 / of} then ${kinds.community} else ${kinds.residential} end
            from generate_series(1, ${65_000 / of}) n`,
        ].join(' union all '),
      ),
    read: ({ afterShortTerm: { ended, ongoing, community } }, of) => ({
      ended: ended * of,
      ongoing: ongoing * of,
      community: community * of,
    }),
  },
  {
    row: 'England 2018-19, requests for each person',
    counts: { requests: 1_914_535, people: 1_335_535, timesTen: 14 },
    tests: 5,
    made: (of) =>
      sql.raw(
        [
          people(0, 1_335_535 / of, kinds.signposted),
          `select n, ${events.contact}, ${contactOn} + 60, null::date, ${kinds.signposted} from generate_series(1, ${579_000 / of}) n`,
        ].join(' union all '),
      ),
    read: ({ came, reached }, of) => ({
      requests: came.episodes * of,
      people: (reached.people + reached.alreadySupported) * of,
      timesTen: Math.round((10 * came.episodes) / (reached.people + reached.alreadySupported)),
    }),
  },
  {
    row: 'Hampshire 2010-12, introductions that reached a conference',
    counts: { introduced: 51, reached: 34, percent: 67 },
    tests: 1,
    made: () =>
      sql.raw(
        `${people(0, 51, 0)} union all select n, ${events.conversation}, ${contactOn} + 30, ${contactOn} + 30, 0 from generate_series(1, 34) n`,
      ),
    read: ({ reached }) => ({
      introduced: reached.people,
      reached: reached.spoken,
      percent: Math.round((100 * reached.spoken) / reached.people),
    }),
  },
  {
    row: 'England 30 April 2022, people waiting',
    counts: {
      forConversation: 294_449,
      overSixMonths: 73_792,
      forSupport: 37_447,
      catchUpsOverdue: 210_106,
      total: 542_002,
    },
    tests: 1,
    made: () =>
      sql.raw(`select n as person, ${events.contact} as event, case when n <= 73792 then date '2025-09-01' else date '2025-12-01' end as starts, null::date as ends, 0 as kind
          from generate_series(1, 294449) n
        union all select n, ${events['service agreed']}, date '2026-02-01', null, ${kinds['long-term']} from generate_series(300001, 337447) n
        union all select n, ${events.contact}, date '2025-06-01', null, ${kinds['no service']} from generate_series(300001, 337447) n
        union all select n, ${events['service start']}, date '2024-01-10', null, ${kinds['long-term']} from generate_series(400001, 610106) n
        union all select n, ${events.review}, date '2025-02-01', null, 0 from generate_series(400001, 420000) n
        union all select n, ${events['service start']}, date '2024-01-10', null, ${kinds['long-term']} from generate_series(700001, 705000) n
        union all select n, ${events.review}, date '2025-09-01', null, 0 from generate_series(700001, 705000) n`),
    read: ({ waiting }) => ({
      forConversation: waiting.forConversation,
      overSixMonths: waiting.forConversationOverSixMonths,
      forSupport: waiting.forSupport,
      catchUpsOverdue: waiting.catchUpsOverdue,
      total: waiting.forConversation + waiting.forSupport + waiting.catchUpsOverdue,
    }),
  },
];

/** Makes the events in the database, counts them, and reads the published counts back. */
export async function asPublished(
  db: CouncilDb,
  one: Published,
  of: number,
): Promise<Record<string, number>> {
  const historyId = newId();
  const council = councilOf(db);
  await sql`select set_config('statement_timeout', '0', true)`.execute(db);
  await sql`insert into brought_history (council_id, id, name) values (${council}, ${historyId}, ${one.row})`.execute(
    db,
  );
  const { rows } = await sql<{
    load: number;
  }>`insert into brought_load (council_id, history_id, state, digest, begun_by, begun_at)
    values (${council}, ${historyId}, 'kept', '', 'fixture', ${nowOf(db)}) returning load`.execute(db);
  const load = Number(rows[0]?.load);
  await sql`insert into brought_event (council_id, load, row_number, person, event, starts, ends, kind, team, age_band, district)
    select ${council}, ${load}, row_number() over (), hashint8extended(person, 1), event, starts, ends, kind, 0, 0, 0 from (${one.made(of)}) m`.execute(
    db,
  );
  return one.read(await countLoad(db, { load, from: '2025-04-01', asOf }), of);
}
