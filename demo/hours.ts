import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { keepReading, writeReading } from '../src/evidence/cost/calendar/calendars.store.ts';
import { type CalendarRead, wholeWeeks } from '../src/evidence/cost/calendar/read-calendar.ts';
import { sayHourCost } from '../src/evidence/cost/hours/hour-cost.store.ts';
import { type HourKind, hourKinds } from '../src/evidence/cost/hours/kinds.ts';
import { addDays, type Day, daysBetween } from '../src/platform/clock.ts';
import { type CouncilDb, councilOf } from '../src/platform/db/council.ts';
import { chance } from './random.ts';
import { site } from './saltbeck/council.ts';
import { actAs, known, type Stage } from './saltbeck/playing/stage.ts';

/** How long things usually take the invented teams, in minutes: the least and the most. */
const usually: Record<string, [number, number]> = {
  'at home': [45, 110],
  'by phone': [10, 35],
  'by video': [20, 45],
  'out and about': [40, 120],
  'on the ward': [25, 60],
  'at the office': [30, 60],
  phone: [5, 20],
  visit: [30, 75],
  text: [2, 5],
  video: [15, 30],
  ward: [20, 45],
  peers: [20, 40],
  walk: [60, 150],
  event: [120, 240],
};

/** Of ten who wrote something, about seven said how long it took. */
const SAYS = 0.7;

/**
 * How long somebody said it took, or that they did not say: the same words always give the same, and no other invented
 * thing changes because of it. @example minutesSaid('by phone', 'Rang to ask about Friday') // 20, or null
 */
export function minutesSaid(how: string, words: string): number | null {
  const luck = chance(createHash('sha256').update(`${how} ${words}`).digest().readUInt32BE(0));
  if (!luck.happens(SAYS)) return null;
  const [least, most] = usually[how] ?? [20, 60];
  const minutes = luck.between(least, most);
  return minutes < 15 ? minutes : Math.round(minutes / 5) * 5;
}

/** Hours a worker spends in a usual week, by kind, before anything changed; and after the Harbour site began. */
const usualWeek: Record<HourKind, number> = {
  ...{ 'with-people': 11, travelling: 3.5, 'writing-up': 10.5, meetings: 4 },
  ...{ learning: 1, 'in-the-community': 1, other: 2 },
};
const sinceTheSite: Partial<Record<HourKind, number>> = {
  'with-people': 13.5,
  'writing-up': 7,
  'in-the-community': 2.5,
  learning: 1.5,
};
/** New ways take some weeks to settle. */
const WEEKS_TO_SETTLE = 10;

/**
 * A team's made-up calendar as hours by week and kind: a year before the site began, and since. The site's team moves, in
 * ten weeks, from writing up to people and the community; the other goes on as it was.
 */
export function madeUpCalendar(
  team: 'harbour' | 'marsh',
  workers: number,
  startedOn: Day,
  today: Day,
): CalendarRead {
  const luck = chance(20261122, team === 'harbour' ? 1 : 2);
  const weeks = wholeWeeks(addDays(startedOn, -371), today);
  if (!weeks) throw new Error('a year has whole weeks');
  const minutes: CalendarRead['minutes'] = [];
  let events = 0;
  for (let weekOn = weeks.fromOn; weekOn < weeks.toOn; weekOn = addDays(weekOn, 7)) {
    const settled =
      team === 'harbour' ? Math.min(1, Math.max(0, daysBetween(startedOn, weekOn) / 7 / WEEKS_TO_SETTLE)) : 0;
    const isHoliday = /-12-2[2-9]$/.test(weekOn);
    const there = isHoliday ? 0.75 : 0.85 + luck.next() * 0.2;
    for (const kind of hourKinds) {
      const goal = sinceTheSite[kind] ?? usualWeek[kind];
      const each = usualWeek[kind] + (goal - usualWeek[kind]) * settled;
      const hours = each * workers * there * (0.85 + luck.next() * 0.3);
      minutes.push({ weekOn, kind, minutes: Math.max(15, Math.round((hours * 60) / 15) * 15) });
      events += Math.round(hours);
    }
  }
  const leftOut = {
    private: luck.between(30, 60),
    free: luck.between(80, 140),
    allDay: luck.between(60, 110),
    cancelled: luck.between(20, 50),
  };
  return { ...weeks, minutes, events, leftOut };
}

/** The two teams' calendars, read in and kept by the site's lead this morning, and what an hour costs here. */
export async function keepTheHours(stage: Stage): Promise<void> {
  const db = await actAs(stage, 'priya', stage.now);
  const startedOn = addDays(stage.today, -site.startedDaysAgo);
  for (const team of ['harbour', 'marsh'] as const) {
    const members = [...stage.accounts.values()].filter((one) => one.team === team);
    const [first] = members;
    if (!first) throw new Error(`nobody works in ${team}`);
    const read = madeUpCalendar(team, members.length, startedOn, stage.today);
    const id = await writeReading(db, { teamId: first.teamId, workers: members.length, wordsId: null }, read);
    await keepReading(db, id);
  }
  await changeSomeSupport(db, known(stage.accounts, 'priya').teamId, startedOn);
  await sayHourCost(db, {
    penceAnHour: 4_150,
    source: 'the town hall’s finance team: pay, on-costs and overheads of a usual worker, invented',
    sourceOn: addDays(stage.today, -60),
  });
}

/**
 * In the made-up history nobody's support changes once it has begun. Here, of those with support since before the site and no contact since, some
 * find it goes up, fewer than that down, and of those a few have it put back: more rises at Marsh than at Harbour. A rise or a
 * fall is a later line of the same support, from the day after the earlier ends, so nobody begins or stops because of it.
 */
async function changeSomeSupport(db: CouncilDb, harbour: string, startedOn: Day): Promise<void> {
  const council = councilOf(db);
  await sql`with drawing as (
      select s.id, s.person_id, s.what, s.weekly_pence, r.team_id = ${harbour}::uuid as is_harbour,
        row_number() over (order by s.started_on, p.full_name, p.born_on, s.weekly_pence) as n
      from support s join person p on p.council_id = s.council_id and p.id = s.person_id
      join relationship r on r.council_id = s.council_id and r.person_id = s.person_id
      where s.council_id = ${council} and s.is_made_up and s.kind = 'ongoing' and s.ended_on is null and s.started_on < ${startedOn}::date
        and p.died_on is null and p.moved_away_on is null and p.merged_into is null
        and not exists (select from contact c where c.council_id = s.council_id and c.person_id = s.person_id and c.made_on >= ${startedOn}::date - 1)
    ),
    dealt as (
      select *, (n * 7919) % 100 as roll, ${startedOn}::date + 5 + ((n * 37) % 180)::integer as on_day from drawing
    ),
    moved as (
      select *, case when roll < case when is_harbour then 9 else 15 end then round(weekly_pence * (1.15 + (n % 5) * 0.1), -2)
        when roll between 90 and 94 then round(weekly_pence * (0.6 + (n % 3) * 0.1), -2) end as then_pence, roll >= 90 and n % 3 = 0 as is_undone
      from dealt
    ),
    ended as (
      update support s set ended_on = m.on_day - 1, ended_because = 'a-later-plan'
      from moved m where s.council_id = ${council} and s.id = m.id and m.then_pence is not null returning s.id
    )
    insert into support (council_id, id, person_id, kind, what, started_on, ended_on, ended_because, weekly_pence, is_made_up)
    select ${council}, gen_random_uuid(), m.person_id, 'ongoing', m.what, later.from_on, later.to_on, case when later.to_on is not null then 'a-later-plan' end,
      later.pence, true
    from moved m cross join lateral (values
      (m.on_day, case when m.is_undone then m.on_day + 41 end, m.then_pence), (case when m.is_undone then m.on_day + 42 end, null::date, m.weekly_pence)
    ) later(from_on, to_on, pence)
    where m.then_pence is not null and later.from_on is not null`.execute(db);
}
