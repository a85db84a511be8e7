import { sql } from 'kysely';
import { defaultRules } from '../../conversations/rule-set.ts';
import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import type { Question } from '../counting/groups.store.ts';
import { type Group, groups } from '../measured.ts';
import type { Counted, ShareCount, SpreadCount, TallyCount } from './counted.ts';
import { dayOfInstant, going, type Sql } from './counting/since.store.ts';
import { type MeasureName, shareDefinitions, TALKS_DAYS, windowOf } from './definitions.ts';
import { type Answer, answerWithin, promiseAnswers, stillGoing } from './rules/answers.ts';
import { hasWordToSpare } from './rules/our-notes.ts';
import { stayedClose } from './rules/staying-close.ts';

/** Somebody in a group, from the day they got in touch until the day they count in another. Groups are held to their own rules elsewhere. */
interface Person {
  id: string;
  group: Group;
  startedOn: Day;
  untilOn: Day;
  diedOn: Day | null;
  movedOn: Day | null;
  hadOngoing: boolean;
  ongoingOn: Day | null;
}

type Row = Record<string, never> & { person: string; day: Day };
type Fields = Record<string, string | null> & { person: string; day: Day };

/** What the tables hold, row by row: fetched only by tests, so that the pure rules can be asked the same question. */
export async function readLives(db: CouncilReader, question: Question) {
  const people = await readRows<Person>(
    db,
    sql`with ${going(db, question)} select person_id as id, (array[${sql.join(groups.map((one) => sql`${one}::text`))}])[in_group] as "group", started_on as "startedOn",
      case when until_on = 'infinity' then '9999-12-31' else until_on::text end as "untilOn", died_on as "diedOn", moved_away_on as "movedOn",
      had_ongoing as "hadOngoing", happened_on as "ongoingOn" from going`,
  );
  const of = <T = Fields>(table: string, day: Sql, columns: Sql) =>
    readRows<T>(
      db,
      sql`select coalesce(p.merged_into, p.id) as person, ${day} as day, ${columns} from ${sql.table(table)} r
        join person p on p.id = r.person_id where r.council_id = ${councilOf(db)}`,
    );
  const noted = (at: Sql) => dayOfInstant(at);
  const rested = await readRows<{ person: string; group: Group; restedOn: Day; backOn: Day | null }>(
    db,
    sql`with ${going(db, question)} select f.person_id as person, (array[${sql.join(groups.map((one) => sql`${one}::text`))}])[f.in_group] as "group",
      f.rested_on as "restedOn", b.came_back_on as "backOn"
      from furthest f left join came_back b on b.person_id = f.person_id and b.rested_on = f.rested_on where not f.had_ongoing and f.rested_on is not null`,
  );
  return {
    people,
    rested,
    crises: await of<Row & Crisis>(
      'conversation',
      sql`r.opened_on`,
      sql`r.id, r.kind, r.resting_on as "restingOn", r.what_next as "whatNext", r.persons_view as view, r.is_made_up as "isMadeUp",
        (select ${noted(sql`k.went_on_at`)} from crisis_plan k where k.conversation_id = r.id) as "wentOn",
        (select coalesce(json_agg(json_build_object('on', ${noted(sql`k.at`)}, 'isWith', k.is_with_person)), '[]') from crisis_contact k where k.conversation_id = r.id) as contacts`,
    ),
    introductions: await of(
      'introduction',
      sql`r.offered_on`,
      sql`r.stage, r.agreed_on as agreed, r.introduced_on as introduced, r.went_on as went, r.still_going_30_on as still30, r.still_going_90_on as still90,
        r.ended_on as ended, case when r.group_answer = 'no' then r.group_answered_on end as "groupNo",
        (select min(${noted(sql`s.told_at`)}) from introduction_said s where s.introduction_id = r.id and s.what = 'not-going') as "notGoing"`,
    ),
    promises: await of<Row & Promised>(
      'promise',
      sql`r.made_on`,
      sql`r.account_id is not null as ours, r.due_on as "dueOn", r.settled_on as "settledOn", r.state, r.version`,
    ),
    refused: await of('refused_attempt', noted(sql`r.at`), sql`r.rule, r.tried`),
    decisions: await of<Fields & { eligible: boolean; findings: string[] }>(
      'determination',
      sql`r.decided_on`,
      sql`r.is_eligible as eligible, (select min(s.sent_on) from copy_sent s where s.determination_id = r.id and s.is_to_person and s.of = 'determination') as sent,
        (select coalesce(json_agg(o.outcome || ' ' || o.finding), '[]') from determination_outcome o where o.determination_id = r.id) as findings`,
    ),
    requests: await of('catch_up_request', sql`r.answered_on`, sql`r.answer`),
    notAgreed: await of('plan_not_agreed', sql`r.said_on`, sql`r.plan_id as plan`),
    agreed: await of('plan', sql`r.agreed_on`, sql`r.agreement, r.id as plan`),
    needs: await of<Fields & { unmet: number }>(
      'plan',
      sql`r.starts_on`,
      sql`r.state, (select count(*) from plan_need n where n.plan_id = r.id and n.met_by = 'not-met')::integer as unmet`,
    ),
    gaps: await of('gap', noted(sql`r.asked_at`), sql`r.words`),
    facts: await of('fact', noted(sql`r.recorded_at`), sql`r.kind, r.replaces`),
    enquiries: await of<Fields & { wished: { met: string | null; on: Day }[] }>(
      'enquiry',
      noted(sql`r.opened_at`),
      sql`r.ended_on as ended, r.risk_now as risk,
        (select coalesce(json_agg(json_build_object('met', o.is_met, 'on', o.said_on)), '[]') from enquiry_outcome o where o.enquiry_id = r.id) as wished`,
    ),
    catchUps: await of('catch_up', sql`r.held_on`, sql`r.comes_of_it as what`),
    handOns: await readRows<Fields>(
      db,
      sql`select coalesce(p.merged_into, p.id) as person, ${noted(sql`k.answered_at`)} as day from contact_asked k join contact c on c.id = k.contact_id
        join person p on p.id = c.person_id where k.council_id = ${councilOf(db)} and k.answer = 'yes'`,
    ),
    entries: await of(
      'entry',
      noted(sql`r.happened_at`),
      sql`r.said, r.noticed, r.think, r.agreed, ${noted(sql`r.signed_at`)} as signed`,
    ),
  };
}

type Lives = Awaited<ReturnType<typeof readLives>>;
interface Crisis {
  id: string;
  kind: number;
  restingOn: Day | null;
  whatNext: string | null;
  view: string | null;
  isMadeUp: boolean;
  wentOn: Day | null;
  contacts: { on: Day; isWith: boolean }[];
}
interface Promised {
  ours: boolean;
  dueOn: Day | null;
  settledOn: Day | null;
  state: 'open' | 'kept' | 'moved' | 'broken';
  version: number;
}

/** What is said of each, before it is counted. */
class Said {
  answers: [string, Group, Answer][] = [];
  values: [string, Group, number][] = [];
  told: [string, string, Group, string][] = [];
  lasted = new Map<string, number>();
}

/** The same counts as `countHowItWent` and the shares and spreads of `countDrift`, by the pure rules alone. */
export function countByRules(lives: Lives, question: Question): Counted {
  const said = new Said();
  for (const person of lives.people) sayOf(person, lives, question, said);
  return {
    shares: sharesOf(said),
    spreads: spreadsOf(said),
    tallies: talliesOf(said),
    lasted: lastedOf(said),
  };
}

function sayOf(person: Person, lives: Lives, { asOf }: Question, said: Said): void {
  const { group, startedOn, untilOn } = person;
  const mine = <T extends { person: string; day: Day | null }>(rows: readonly T[]): (T & { day: Day })[] =>
    rows.filter(
      (row): row is T & { day: Day } =>
        row.person === person.id &&
        row.day !== null &&
        row.day >= startedOn &&
        row.day < untilOn &&
        row.day <= asOf,
    );
  const say = (measure: MeasureName, answer: Answer) => said.answers.push([measure, group, answer]);
  const first = (days: readonly Day[]) => days.toSorted()[0];
  const within = (measure: MeasureName, startOn: Day, happenedOn: Day | null | undefined) =>
    say(
      measure,
      answerWithin(
        {
          startOn,
          happenedOn: happenedOn ?? undefined,
          diedOn: person.diedOn ?? undefined,
          movedOn: person.movedOn ?? undefined,
        },
        windowOf(measure),
        asOf,
      ),
    );
  const fromStart = (measure: MeasureName, happenedOn: Day | undefined) => {
    if (addDays(startedOn, windowOf(measure)) < untilOn) within(measure, startedOn, happenedOn);
  };
  const yes = (is: boolean): Answer => (is ? 'yes' : 'no');
  const tell = (measure: string, what: string) => said.told.push([measure, what, group, person.id]);

  const talks = mine(lives.crises);
  const crises = talks.filter(({ kind }) => kind === 2);
  fromStart('stayed-close', first(crises.map(({ day }) => day)));
  const spans = crises.map((one) => {
    const hasRested = one.restingOn !== null && one.restingOn <= asOf;
    const last = hasRested
      ? (one.restingOn ?? asOf)
      : (first([asOf, person.diedOn ?? asOf, person.movedOn ?? asOf]) ?? asOf);
    return { ...one, hasRested, openedOn: one.day, endedOn: last < one.day ? one.day : last };
  });
  for (const one of spans) {
    if (!one.isMadeUp || one.whatNext !== null) {
      const ended = (is: boolean): Answer => (one.hasRested ? yes(is) : 'unknown');
      say('ended-resting', ended(one.whatNext === 'resting'));
      say('ended-conversation-3', ended(one.whatNext === 'conversation-3'));
      say('ended-not-said', ended(one.whatNext === null));
      say('view-written', ended((one.view ?? '').trim() !== ''));
      say('went-on', yes(one.wentOn !== null && one.wentOn <= asOf));
    }
    const key = JSON.stringify([
      group,
      daysBetween(one.openedOn, one.endedOn),
      one.hasRested ? 'rested' : 'lookedNoFurther',
    ]);
    said.lasted.set(key, (said.lasted.get(key) ?? 0) + 1);
  }
  const kept = spans
    .filter((one) => !one.isMadeUp || one.contacts.length > 0)
    .map((one) => ({
      ...one,
      contactsOn: one.contacts.filter(({ isWith }) => isWith).map(({ on }) => on),
      rules: defaultRules,
    }));
  if (kept.length > 0) {
    const close = stayedClose(kept);
    say('over-rhythm', close ? yes(close.isOverRhythm) : 'unknown');
    if (close)
      said.values.push(['contacts-a-week', group, close.perWeek], ['longest-gap', group, close.longestGap]);
  }

  const groupNo = (one: Fields): Day | undefined =>
    first(
      [one.stage === 'declined-by-group' ? one.ended : null, one.groupNo ?? null].filter((on) => on != null),
    );
  for (const one of mine(lives.introductions)) {
    within('agreed', one.day, one.agreed);
    within('introduced', one.day, one.introduced);
    within('went', one.day, one.went);
    within('not-for-me', one.day, one.stage === 'not-for-me' ? one.ended : null);
    within('group-said-no', one.day, groupNo(one));
    if (!one.went || one.went > asOf) continue;
    const common = {
      wentOn: one.went,
      endedOn: one.ended ?? null,
      notGoingOn: one.notGoing ?? null,
      diedOn: person.diedOn,
      movedOn: person.movedOn,
    };
    say('still-going-30', stillGoing({ ...common, stillGoingOn: one.still30 ?? null }, 30, asOf));
    say('still-going-90', stillGoing({ ...common, stillGoingOn: one.still90 ?? null }, 90, asOf));
  }

  for (const one of mine(lives.promises)) {
    const whose = one.ours ? 'ours' : 'theirs';
    const answers = promiseAnswers(one, asOf);
    if (!answers) {
      tell('promises-with-no-day', whose);
      continue;
    }
    say(`${whose}-kept`, answers.kept);
    say(`${whose}-broken`, answers.broken);
    say(`${whose}-past-their-day`, answers.pastItsDay);
    say(`${whose}-moved`, answers.moved);
  }

  const disagreed = lives.notAgreed.map(({ plan }) => plan);
  const unmet: [string, Day][] = [
    ...mine(lives.decisions).flatMap((one): [string, Day][] =>
      one.eligible ? [] : [['not-eligible', one.day]],
    ),
    ...mine(lives.requests).flatMap((one): [string, Day][] =>
      one.answer === 'no' ? [['catch-up-not-agreed', one.day]] : [],
    ),
    ...mine(lives.notAgreed).map((one): [string, Day] => ['plan-not-agreed', one.day]),
    ...mine(lives.agreed).flatMap((one): [string, Day][] =>
      one.agreement === 'disagree' && !disagreed.includes(one.plan ?? null)
        ? [['plan-not-agreed', one.day]]
        : one.agreement === 'partly'
          ? [['plan-agreed-in-part', one.day]]
          : [],
    ),
    ...mine(lives.needs).flatMap((one): [string, Day][] =>
      one.state === 'being-written' ? [] : Array.from({ length: one.unmet }, () => ['need-not-met', one.day]),
    ),
    ...mine(lives.gaps).map((one): [string, Day] => ['not-there', one.day]),
    ...mine(lives.introductions.map((one) => ({ ...one, day: (groupNo(one) ?? null) as Day }))).map(
      (one): [string, Day] => ['group-said-no', one.day],
    ),
  ];
  for (const [what] of unmet) tell('unmet', what);
  const refused = mine(lives.refused);
  for (const one of refused) tell('not-yet', `${one.rule} ${one.tried}`);
  fromStart('not-got', first(unmet.map(([, on]) => on)));
  fromStart('not-yet', first(refused.map(({ day }) => day)));
  if (!person.hadOngoing) within('supported', startedOn, person.ongoingOn);
  for (const one of mine(lives.facts))
    if (['declined', 'asked-again', 'asked-if-entitled'].includes(one.kind ?? '') && one.replaces === null)
      tell('own-answer', one.kind ?? '');
  for (const one of mine(lives.decisions)) {
    say('not-eligible', yes(!one.eligible));
    if (!one.eligible) within('told-in-writing', one.day, one.sent);
    for (const finding of one.findings) tell('ten-outcomes', finding);
  }

  for (const one of mine(lives.enquiries)) {
    const hasEnded = Boolean(one.ended && one.ended <= asOf);
    say('less-at-risk', hasEnded && one.risk ? yes(one.risk !== 'the-same') : 'unknown');
    for (const { met, on } of one.wished.filter((wish) => wish.on <= asOf)) {
      void on;
      const judged = (is: string): Answer => (hasEnded && met ? yes(met === is) : 'unknown');
      say('wishes-met', judged('fully'));
      say('wishes-met-in-part', judged('partly'));
      say('wishes-not-met', judged('not'));
    }
  }
  for (const one of mine(lives.catchUps)) tell('catch-ups', one.what ?? '');

  for (const { restedOn, backOn } of lives.rested.filter(
    (one) => one.person === person.id && one.group === group && one.restedOn <= asOf,
  ))
    within('came-back', restedOn, backOn);

  fromStart('handed-on', first(mine(lives.handOns).map(({ day }) => day)));
  const one = first(talks.filter(({ kind }) => kind === 1).map(({ day }) => day));
  const last = one ? addDays(one, TALKS_DAYS) : asOf;
  const two = one
    ? first(crises.map(({ day }) => day).filter((day) => day >= one && day <= last))
    : undefined;
  if (one && two && last <= asOf && last < untilOn)
    said.values.push(['days-1-to-2', group, daysBetween(one, two)]);
  for (const entry of mine(lives.entries).filter(({ signed }) => (signed ?? '') <= asOf)) {
    say('own-words', yes((entry.said ?? '').trim() !== ''));
    const notes = [entry.noticed, entry.think, entry.agreed].join('\n');
    if (notes.trim() !== '') say('words-to-spare', yes(hasWordToSpare(notes)));
  }
}

/** Which of the two pages a share stands on. */
export const isDrift = (measure: string): boolean =>
  ['handed-on', 'own-words', 'words-to-spare', 'days-1-to-2'].includes(measure);

function sharesOf({ answers }: Said): ShareCount[] {
  const known = Object.keys(shareDefinitions);
  return [...Map.groupBy(answers, ([measure, group]) => JSON.stringify([measure, group])).values()].map(
    (same) => {
      const [measure, group] = same[0] ?? ['', 'site'];
      if (!known.includes(measure)) throw new Error(measure);
      const count = (answer: Answer) => same.filter((one) => one[2] === answer).length;
      return {
        ...{ measure, group, yes: count('yes'), no: count('no') },
        ...{ died: count('died'), moved: count('moved'), unknown: count('unknown') },
      };
    },
  );
}

function spreadsOf({ values }: Said): SpreadCount[] {
  return [...Map.groupBy(values, ([measure, group]) => JSON.stringify([measure, group])).values()].map(
    (same) => {
      const [measure, group] = same[0] ?? ['', 'site', 0];
      const sorted = same.map(([, , value]) => value).sort((one, other) => one - other);
      const at = (share: number): number => {
        const place = share * (sorted.length - 1);
        const low = sorted[Math.floor(place)] ?? 0;
        return low + ((sorted[Math.ceil(place)] ?? 0) - low) * (place - Math.floor(place));
      };
      return {
        ...{ measure, group, people: sorted.length, lower: at(0.25), median: at(0.5), upper: at(0.75) },
        ...{ ninetieth: sorted[Math.ceil(0.9 * sorted.length) - 1] ?? 0, most: sorted.at(-1) ?? 0 },
      };
    },
  );
}

function talliesOf({ told }: Said): TallyCount[] {
  return [
    ...Map.groupBy(told, ([measure, what, group]) => JSON.stringify([measure, what, group])).values(),
  ].map((same) => {
    const [measure, what, group] = same[0] ?? ['', '', 'site'];
    return {
      measure,
      what,
      group,
      times: same.length,
      people: new Set(same.map(([, , , person]) => person)).size,
    };
  });
}

function lastedOf({ lasted }: Said): Counted['lasted'] {
  return [...lasted].map(([key, people]) => {
    const [group, day, became] = JSON.parse(key);
    return { group, day, became, people };
  });
}

/** Both in one order, numbers to nine places, so that they can be compared whole. */
export function inOneOrder(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, value]) => [name, typeof value === 'number' ? value.toFixed(9) : value]),
      ),
    )
    .sort();
}
