import type pg from 'pg';

/**
 * A year of one council's events, made by the database from a seed: about five for each person, lying in the order of their days as
 * in a file. Not like any real council; the shares only have to make every measure work.
 */
export async function makeUpEvents(
  client: pg.Client,
  where: { councilId: number; load: number; people: number; seed: number },
): Promise<void> {
  const { councilId, load, people, seed } = where;
  await client.query(
    `with chance as (
      select p as person, abs(hashint8extended(p, $4)) % 365 as began, n, abs(hashint8extended(p * 16 + n, $4 + 1)) % 1000 as c,
        abs(hashint8extended(p * 16 + n, $4 + 2)) as r
      from generate_series($1::bigint * 10000000, $1::bigint * 10000000 + $3 - 1) p, generate_series(1, 10) n
    ),
    made as (
      select person, began + case n when 1 then 0 when 2 then 1 + r % 200 when 3 then r % 12 when 4 then 20 + r % 100 when 5 then 3 + r % 90
          when 6 then 3 + r % 30 when 7 then 100 + r % 200 when 8 then -400 + r % 300 when 9 then r % 300 else r % 330 end as day,
        (array[1, 1, 2, 2, 4, 4, 6, 4, 7, 8])[n] as event, n, c, r
      from chance where c < (array[1000, 500, 900, 700, 550, 450, 600, 150, 60, 90])[n]
    )
    insert into brought_event (council_id, load, row_number, starts, ends, event, person, kind, team, age_band, district)
    select $1, $2, row_number() over (order by day, person, n), date '2025-04-01' + day::integer,
      case when event = 2 or (event = 4 and c % 2 = 0) then date '2025-04-01' + (day + r % 60)::integer end,
      event, hashint8extended(person, $4 + 3),
      case when event = 1 then (array[0, 0, 24, 25])[1 + r % 4] when event = 2 then (array[11, 11, 12, 13])[1 + r % 4]
        when n = 8 then 4 when event = 4 then (array[1, 2, 3, 4, 4, 6, 7, 8])[1 + r % 8] else 0 end,
      1 + r % 6, 0, 0
    from made`,
    [councilId, load, people, seed],
  );
}
