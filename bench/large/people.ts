import { firstNames } from '../../demo/invented-people.ts';
import { sentences, textArray } from './invented-words.ts';

/** One step of filling: what it makes, and the tables it fills so fast that their indexes are made afterwards. */
export interface Step {
  what: string;
  sql: string;
  fills: readonly string[];
}

export const sizes = {
  people: 100_000,
  /** The first so many belong to the large council, the rest to the small one. */
  inLarge: 90_000,
  contacts: 300_000,
  conversations: 300_000,
  events: 2_000_000,
  audit: 500_000,
} as const;

/** Two lives of known length, both answered for by the first team of the large council. */
export const lives = { ordinary: 1, long: 2, ordinaryEvents: 60, longEvents: 2_000 } as const;

/** Kinds of id: the fourth block of a UUID says which, its last block which one. */
export const idKinds = {
  team: 1,
  account: 2,
  person: 3,
  conversation: 4,
  event: 5,
  entry: 6,
  contact: 7,
  listing: 8,
} as const;

/** @example idOf('person', 1) // '00000000-0000-7003-8000-000000000001' */
export function idOf(kind: keyof typeof idKinds, n: number): string {
  return `00000000-0000-7${String(idKinds[kind]).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The two councils, and helpers of this session only: `pg_temp.deal` is chance from a seed, `pg_temp.id` a UUID from a number. */
export const councils = (seed: number): string => `
  create function pg_temp.deal(n bigint, salt integer, among integer) returns integer language sql immutable parallel safe
    return ((hashint8extended(n, ${seed}::bigint * 1000 + salt) & 9223372036854775807) % among)::integer;
  create function pg_temp.id(kind integer, n bigint) returns uuid language sql immutable parallel safe
    return ('00000000-0000-7' || lpad(kind::text, 3, '0') || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
  insert into council (name, slug, is_demo) values ('Bench Large Council', 'bench-large', true), ('Bench Small Council', 'bench-small', true);`;

/** For this session too: `pg_temp.words` says something, `who` is everybody, `happening` everything that happens, in order. */
export const helpers = `
  create function pg_temp.words(n bigint, salt integer) returns text language sql immutable parallel safe
    return (${textArray(sentences)})[1 + pg_temp.deal(n, salt, ${sentences.length})];
  create temporary table who as
    select n, case when n <= ${sizes.inLarge} then (select council_id from council where slug = 'bench-large')
      else (select council_id from council where slug = 'bench-small') end as council_id,
      case when n <= ${sizes.inLarge} then 1000 + (n / 8) % 30 else 2000 + (n / 8) % 4 end as team
    from generate_series(1, ${sizes.people}) n;
  alter table who add primary key (n);
  create temporary table happening as
    select row_number() over (order by at, e) as e, n, at from (
      select e, 3 + pg_temp.deal(e, 1, ${sizes.people - 2}) as n,
        now() - interval '1095 days' * (1 - e / ${sizes.events}.0) as at from generate_series(1, ${sizes.events}) e
      union all
      select ${sizes.events} + e, case when e <= ${lives.ordinaryEvents} then ${lives.ordinary} else ${lives.long} end,
        now() - interval '1 minute' * (1 + pg_temp.deal(e, 2, 1576800))
      from generate_series(1, ${lives.ordinaryEvents + lives.longEvents}) e) one;
  analyze who; analyze happening;`;

export const staff = `
  insert into site (council_id, id, name, team_id, started_on, set_up_at, start_said_at)
    select council_id, pg_temp.id(20, 1), 'The first team', pg_temp.id(${idKinds.team}, 1000), current_date - 300, now() - interval '301 days', now() - interval '301 days'
    from council where slug = 'bench-large';
  insert into team (council_id, id, name)
    select c.council_id, pg_temp.id(${idKinds.team}, t), 'Team ' || t
    from council c, generate_series(case c.slug when 'bench-large' then 1000 else 2000 end, case c.slug when 'bench-large' then 1029 else 2003 end) t
    where c.slug in ('bench-large', 'bench-small');
  insert into account (council_id, id, name, email, role, persona, enabled_at)
    select t.council_id, pg_temp.id(${idKinds.account}, substring(t.name from 6)::bigint * 10 + a), 'Worker ' || substring(t.name from 6) || '-' || a,
      'worker-' || substring(t.name from 6) || '-' || a || '@bench.example.org',
      case a when 8 then 'site-lead' when 9 then 'governance' else 'practitioner' end, 'Somebody invented for measuring', now()
    from team t, generate_series(1, 9) a where t.name ~ '^Team [12]0';
  insert into membership (council_id, team_id, account_id)
    select a.council_id, pg_temp.id(${idKinds.team}, substring(a.name from 8 for 4)::bigint), a.id from account a where a.email like '%@bench.example.org'`;

export const people: readonly Step[] = [
  {
    what: 'people',
    fills: ['person'],
    sql: `insert into person (council_id, id, full_name, known_as, born_on, about_line, what_matters, phone, restricted_to_team, died_on, is_made_up, search_text, created_at)
      select council_id, id, name, known_as, '1926-01-01'::date + pg_temp.deal(n, 14, 27000), pg_temp.words(n, 15), pg_temp.words(n, 16),
        '0999 ' || lpad((n * 77 % 10000000)::text, 7, '0'),
        case when n % 200 = 7 then pg_temp.id(${idKinds.team}, team) end, case when n % 25 = 9 then current_date - pg_temp.deal(n, 17, 900) end,
        true, lower(name || coalesce(' ' || known_as, '')), now() - interval '1100 days'
      from (select council_id, n, team, pg_temp.id(${idKinds.person}, n) as id,
          first[1 + pg_temp.deal(n, 10, array_length(first, 1))] || ' '
            || start[1 + pg_temp.deal(n, 11, array_length(start, 1))] || finish[1 + pg_temp.deal(n, 12, array_length(finish, 1))] as name,
          case when n % 3 = 0 then first[1 + pg_temp.deal(n, 13, array_length(first, 1))] end as known_as
        from who, (select ${textArray([...firstNames, 'William', 'Robert', 'Elizabeth', 'Mary', 'John'])} as first,
          ${textArray('Ash Birt Carr Dun Eccle Fair Gar Hebble Ibbot Jess Ker Lang Mars Nettle Old Pick Quar Rush Sower Tatter Under Var Wain Yea Brad Corn Green Holl Mid North'.split(' '))} as start,
          ${textArray('down whistle ver more sley hurst side thwaite son op shaw thorne den ton royd gill mby worth by sall hill ley scott don field well wood bank dale brook'.split(' '))} as finish) names) p`,
  },
  {
    what: 'where they live and how to be understood',
    fills: ['address', 'communication_need'],
    sql: `insert into address (council_id, id, person_id, lines, postcode, is_protected, since_on)
        select council_id, pg_temp.id(10, n), pg_temp.id(${idKinds.person}, n), (1 + n % 90) || ' Invented Street',
          'ZZ' || (1 + pg_temp.deal(n, 20, 40)) || ' ' || pg_temp.deal(n, 21, 10) || chr(65 + pg_temp.deal(n, 22, 20)) || chr(65 + pg_temp.deal(n, 23, 20)),
          n % 300 = 5, current_date - 2000 from who;
      insert into communication_need (council_id, id, person_id, kind, need, recorded_on)
        select council_id, pg_temp.id(11, n * 4 + k), pg_temp.id(${idKinds.person}, n), case k when 0 then 'communication' else 'good-to-know' end,
          pg_temp.words(n, 24 + k), current_date - 300 from who, generate_series(0, 2) k where n <= 2 or pg_temp.deal(n, 27, 3) > k`,
  },
  {
    what: 'people around them and their gifts',
    fills: ['person_around', 'gift'],
    sql: `insert into person_around (council_id, id, person_id, name, relation, phone, gives, is_carer, carer_person_id)
        select w.council_id, pg_temp.id(12, w.n * 8 + k), pg_temp.id(${idKinds.person}, w.n), 'Somebody ' || k,
          (array['daughter', 'son', 'neighbour', 'friend', 'wife', 'husband'])[1 + pg_temp.deal(w.n, 30 + k, 6)], '0999 0000000', pg_temp.words(w.n, 40 + k),
          k = 0 and w.n % 10 = 1, case when k = 0 and w.n % 10 = 1 then pg_temp.id(${idKinds.person}, w.n + 1) end
        from who w, generate_series(0, 4) k where w.n <= 2 or pg_temp.deal(w.n, 50, 4) > k;
      insert into gift (council_id, id, person_id, gift)
        select council_id, pg_temp.id(13, n * 4 + k), pg_temp.id(${idKinds.person}, n), pg_temp.words(n, 52 + k)
        from who, generate_series(0, 2) k where n <= 2 or pg_temp.deal(n, 55, 3) > k`,
  },
  {
    what: 'who is alongside whom',
    fills: ['relationship'],
    sql: `insert into relationship (council_id, id, person_id, team_id, why, began_at)
        select council_id, pg_temp.id(14, n), pg_temp.id(${idKinds.person}, n), pg_temp.id(${idKinds.team}, team), 'contact', now() - interval '1000 days' from who;
      insert into relationship (council_id, id, person_id, account_id, why, began_at, ends_at)
        select council_id, pg_temp.id(14, ${sizes.people} + n), pg_temp.id(${idKinds.person}, n), pg_temp.id(${idKinds.account}, team * 10 + 1), 'cover',
          now() - interval '100 days', now() - interval '50 days' from who where n % 4 = 0`,
  },
];
