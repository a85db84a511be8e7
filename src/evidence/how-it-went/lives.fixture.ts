import fc from 'fast-check';
import { sql } from 'kysely';
import { type TestCouncil, testNow } from '../../../test/council.ts';
import { addDays, type Day } from '../../platform/clock.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Question } from '../counting/groups.store.ts';
import { makeSite } from '../site/site.store.ts';

export const startedOn = '2026-03-01';

// Days are counted from 60 before the site began; 325 is the day before our own, and some things are dated after it.
const day = fc.integer({ min: 0, max: 330 });
const near = fc.integer({ min: 0, max: 40 });
const long = fc.integer({ min: 0, max: 120 });
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 2 });
const few = <T>(of: fc.Arbitrary<T>, maxLength = 2) => fc.array(of, { maxLength, size: 'max' });
const words = fc.constantFrom(
  '',
  ' ',
  'Her garden.',
  'The case was closed.',
  'She said “my case”.',
  'In any case, a bus.',
);

/** One invented life, told in days. */
export const life = fc.record({
  died: fc.option(day, { freq: 1 }),
  moved: fc.option(day, { freq: 1 }),
  isFirst: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  contacts: fc.array(
    fc.record({ day: fc.oneof(near, near, day), isSites: fc.boolean(), passed: perhaps(near) }),
    { minLength: 1, maxLength: 3 },
  ),
  supported: perhaps(day),
  talks: few(
    fc.record({
      kind: fc.constantFrom(1, 2, 2, 2),
      ...{
        day,
        long: perhaps(long),
        isMadeUp: fc.boolean(),
        isDaily: fc.boolean(),
        next: perhaps(fc.constantFrom('resting', 'conversation-3')),
      },
      ...{ view: perhaps(words), wentOn: perhaps(near) },
      contacts: few(fc.record({ after: near, isWith: fc.boolean() }), 8),
    }),
    3,
  ),
  introductions: few(
    fc.record({
      day,
      steps: fc.array(near, { maxLength: 5 }),
      ...{ ended: perhaps(long), bySide: fc.constantFrom('not-for-me', 'declined-by-group') },
      ...{ groupNo: perhaps(near), notGoing: perhaps(long) },
    }),
  ),
  promises: few(
    fc.record({
      ...{ day, due: perhaps(near), settled: perhaps(near), state: fc.constantFrom('kept', 'broken') },
      ...{ moves: fc.integer({ min: 0, max: 2 }), isOurs: fc.boolean() },
    }),
    3,
  ),
  refused: few(fc.record({ day, rule: fc.constantFrom('C3-1', 'C1-1') })),
  decisions: few(fc.record({ day, isEligible: fc.boolean(), sent: perhaps(near) })),
  requests: few(fc.record({ day, answer: perhaps(fc.constantFrom('yes', 'no')) })),
  plan: perhaps(
    fc.record({
      day,
      agreement: perhaps(fc.constantFrom('agree', 'partly', 'disagree')),
      unmet: fc.integer({ min: 0, max: 2 }),
      isKept: fc.boolean(),
      caughtUp: perhaps(near),
    }),
  ),
  gaps: few(day),
  enquiries: few(
    fc.record({
      day,
      ended: perhaps(near),
      risk: perhaps(fc.constantFrom('gone', 'less', 'the-same')),
      wished: few(perhaps(fc.constantFrom('fully', 'partly', 'not'))),
    }),
  ),
  entries: few(fc.record({ day, late: near, said: words, noticed: words, think: words }), 3),
  facts: few(
    fc.record({
      day,
      kind: fc.constantFrom('declined', 'asked-again', 'what-matters'),
      isCorrection: fc.boolean(),
    }),
  ),
});
export type Life = typeof life extends fc.Arbitrary<infer One> ? One : never;

export const on = (number: number): Day => addDays(startedOn, number - 60);
const noon = (number: number): string => `${on(number)}T12:00:00Z`;

export async function askedOf(db: CouncilDb, council: TestCouncil, asOf: Day): Promise<Question> {
  const parts = { name: 'Harbour', teamId: council.teams.harbour, startedOn };
  const said = { scope: 'Everybody', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Marsh' };
  const tap = [
    { onDay: addDays(startedOn, 40), isOn: false, why: 'Breath' },
    { onDay: addDays(startedOn, 60), isOn: true, why: 'Back' },
  ];
  const id = await makeSite(db, { ...parts, ...said, agreedRules: [], tap, measures: [] });
  return { site: { id, ...parts }, asOf };
}

type Value = string | number | boolean | null | string[];
/** Writes a row as it is given: the council and, unless it has one, an id go with it. */
async function write(
  db: CouncilDb,
  table: string,
  row: Record<string, Value>,
  hasId = true,
): Promise<string> {
  const id = typeof row.id === 'string' ? row.id : newId();
  const all = { council_id: councilOf(db), ...(hasId ? { id } : {}), ...row };
  const names = Object.keys(all).map((name) => sql.ref(name));
  const values = Object.values(all).map((value) => sql`${value}`);
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(db);
  return id;
}

/** Lives the lives given, one after another. */
export async function liveAll(db: CouncilDb, council: TestCouncil, lives: readonly Life[]): Promise<void> {
  const listings = [
    await write(db, 'listing', { name: 'Choir' }),
    await write(db, 'listing', { name: 'Sheds' }),
  ];
  let first: string | null = null;
  for (const one of lives) {
    const personId = await write(db, 'person', {
      ...{ full_name: 'Somebody', search_text: 'somebody', created_at: testNow.toISOString() },
      ...{
        died_on: one.died === null ? null : on(one.died),
        moved_away_on: one.moved === null ? null : on(one.moved),
      },
      merged_into: one.isFirst ? first : null,
    });
    first ??= personId;
    await liveOne(new Living(db, council, personId), one, listings);
  }
}

class Living {
  readonly db: CouncilDb;
  readonly council: TestCouncil;
  readonly personId: string;
  constructor(db: CouncilDb, council: TestCouncil, personId: string) {
    this.db = db;
    this.council = council;
    this.personId = personId;
  }
  /** A row of a table about them. */
  of(table: string, row: Record<string, Value>, hasId = true): Promise<string> {
    return write(this.db, table, { person_id: this.personId, ...row }, hasId);
  }
  /** A row of a table that hangs on one of theirs. */
  under(table: string, row: Record<string, Value>, hasId = true): Promise<string> {
    return write(this.db, table, row, hasId);
  }
}

async function liveOne(living: Living, one: Life, listings: readonly string[]): Promise<void> {
  const { rowan, priya } = living.council.accounts;
  for (const contact of one.contacts) {
    const id = await living.of('contact', {
      ...{
        made_at: noon(contact.day),
        ended_on: on(contact.day),
        how: 'phone',
        made_by: 'x',
        made_by_relation: 'x',
      },
      ...{ permission: 'agreed', words: 'x' },
      team_id: contact.isSites ? living.council.teams.harbour : living.council.teams.marsh,
    });
    if (contact.passed !== null)
      await living.under('contact_asked', {
        ...{
          contact_id: id,
          asked_by: rowan.accountId,
          asked: priya.accountId,
          sentence: 'x',
          asked_at: noon(contact.day),
        },
        ...{
          answer: contact.passed % 3 ? 'yes' : 'not-now',
          answered_at: noon(contact.day + contact.passed),
        },
      });
  }
  if (one.supported !== null)
    await living.of('support', { kind: 'ongoing', what: 'x', started_on: on(one.supported) });
  const anchor = await living.of('conversation', { kind: 3, opened_at: noon(340) });
  await talk(living, one);
  await connect(living, one, listings);
  await beDecided(living, one, anchor);
  await beWrittenOf(living, one, anchor);
}

async function talk(living: Living, { talks }: Life): Promise<void> {
  const { rowan, priya } = living.council.accounts;
  let isOpen = false;
  for (const { kind, day: opened, long: lasted, contacts, ...said } of talks) {
    const rests = said.isDaily ? Math.min(lasted ?? 12, 12) : (lasted ?? (kind === 2 && isOpen ? 5 : null));
    if (kind === 2 && rests === null) isOpen = true;
    const named = kind === 2 ? { named_account_id: rowan.accountId, cover_account_id: priya.accountId } : {};
    const id = await living.of('conversation', {
      ...{
        kind,
        opened_at: noon(opened),
        resting_on: rests === null ? null : on(opened + rests),
        is_made_up: said.isMadeUp,
      },
      ...{ what_next: said.next, persons_view: said.view, ...named },
    });
    if (kind !== 2) continue;
    if (said.wentOn !== null)
      await living.of(
        'crisis_plan',
        {
          conversation_id: id,
          must_change: 'x',
          safety_note: 'x',
          went_on_at: noon(opened + said.wentOn),
          went_on_because: 'x',
        },
        false,
      );
    const daily = said.isDaily
      ? Array.from({ length: 13 }, (_, at) => ({ after: at + 2, isWith: true }))
      : [];
    for (const { after, isWith } of [...contacts, ...daily])
      await living.of('crisis_contact', {
        conversation_id: id,
        at: noon(opened + after - 2),
        line: 'x',
        is_with_person: isWith,
      });
  }
}

async function connect(
  living: Living,
  { introductions, promises, gaps }: Life,
  listings: readonly string[],
): Promise<void> {
  for (const [at, one] of introductions.entries()) {
    const reached = one.steps.map((_, step) =>
      on(one.day + one.steps.slice(0, step + 1).reduce((sum, next) => sum + next, 0)),
    );
    const [agreed = null, introduced = null, went = null, still30 = null, still90 = null] = reached;
    const id = await living.of('introduction', {
      ...{
        listing_id: listings[at] ?? '',
        how: 'message',
        why: 'x',
        permission_words: 'x',
        offered_on: on(one.day),
      },
      ...{
        agreed_on: agreed,
        introduced_on: introduced,
        went_on: went,
        still_going_30_on: still30,
        still_going_90_on: still90,
      },
      ...(one.ended === null ? {} : { stage: one.bySide, ended_on: on(one.day + one.ended), ended_why: 'x' }),
      ...(one.groupNo === null
        ? {}
        : { group_answer: 'no', group_answered_on: on(one.day + one.groupNo), group_answered_by: 'x' }),
    });
    if (one.notGoing !== null && one.day + one.notGoing <= 325)
      await living.of('introduction_said', {
        ...{ introduction_id: id, who: 'us', what: 'not-going', happened_on: on(one.day + one.notGoing) },
        told_at: noon(one.day + one.notGoing),
      });
  }
  for (const one of promises)
    await living.of('promise', {
      ...{
        who: 'x',
        what: 'x',
        made_on: on(one.day),
        account_id: one.isOurs ? living.council.accounts.rowan.accountId : null,
      },
      ...{
        due_on: one.due === null ? null : on(one.day + one.due),
        version: 1 + one.moves + (one.settled === null ? 0 : 1),
      },
      ...(one.settled === null ? {} : { state: one.state, settled_on: on(one.day + one.settled) }),
    });
  for (const asked of gaps)
    await living.of('gap', {
      words: 'x',
      asked_by: living.council.accounts.rowan.accountId,
      asked_at: noon(asked),
    });
}

async function beDecided(living: Living, one: Life, anchor: string): Promise<void> {
  const by = living.council.accounts.rowan.accountId;
  for (const { day: at, rule } of one.refused)
    await living.of('refused_attempt', {
      account_id: by,
      at: noon(at),
      tried: 'begin a plan',
      rule,
      because: 'x',
      satisfy_by: 'x',
    });
  for (const { day: decided, isEligible, sent } of one.decisions) {
    const id = await living.of('determination', {
      ...{
        conversation_id: anchor,
        kind: 'adult',
        cause_is_met: true,
        cause_words: 'x',
        impact_is_met: isEligible,
        impact_words: 'x',
      },
      ...{
        is_eligible: isEligible,
        persons_wish: 'x',
        practitioners_view: 'x',
        view_by: by,
        reasons: 'x',
        decided_by: by,
      },
      ...{ decider_has_met_person: true, decided_on: on(decided), written_advice: isEligible ? null : 'x' },
    });
    await living.under(
      'determination_outcome',
      { determination_id: id, outcome: 'hygiene', finding: 'achieved' },
      false,
    );
    if (sent !== null)
      await living.of('copy_sent', {
        determination_id: id,
        of: 'determination',
        is_to_person: decided % 5 > 0,
        sent_on: on(decided + sent),
        format: 'x',
        to_whom: 'x',
        sent_by: by,
      });
  }
  for (const { day: at, answer } of one.requests)
    await living.of('catch_up_request', {
      ...{
        asked_on: on(at),
        asked_by: 'x',
        words: 'x',
        answer,
        answered_on: answer ? on(at + 3) : null,
        answer_words: 'x',
      },
      ...{ day_set: on(at + 9), told_how_to_challenge: true },
    });
  if (one.plan) await planFor(living, one.plan, anchor);
}

async function planFor(living: Living, plan: NonNullable<Life['plan']>, anchor: string): Promise<void> {
  const by = living.council.accounts.rowan.accountId;
  const agreed = plan.agreement
    ? { agreement: plan.agreement, agreement_words: 'x', agreed_on: on(plan.day) }
    : {};
  const id = await living.of('plan', {
    ...{
      conversation_id: anchor,
      number: 1,
      state: plan.isKept ? 'standing' : 'being-written',
      starts_on: on(plan.day),
    },
    ...agreed,
  });
  for (let position = 0; position < plan.unmet; position += 1)
    await living.under('plan_need', {
      plan_id: id,
      position,
      need: 'x',
      met_by: 'not-met',
      who: 'x',
      how: 'x',
    });
  if (plan.agreement === 'disagree' && plan.isKept)
    await living.of('plan_not_agreed', {
      ...{
        plan_id: id,
        kept_plan_id: id,
        plan_version: 1,
        said_on: on(plan.day + 1),
        words: 'x',
        would_go_down: [],
        as_written: '{}',
      },
      ...{ told_how_to_challenge: ['x'], kept_by: by },
    });
  if (plan.caughtUp !== null)
    await living.of('catch_up', {
      ...{
        plan_id: id,
        why: 'due',
        held_on: on(plan.day + plan.caughtUp),
        persons_view: 'x',
        comes_of_it: 'nothing-changes',
        held_by: by,
      },
    });
}

async function beWrittenOf(living: Living, one: Life, anchor: string): Promise<void> {
  const by = living.council.accounts.rowan.accountId;
  for (const { day: opened, ended, risk, wished } of one.enquiries) {
    const id = await living.of('enquiry', {
      ...{
        has_needs: 'yes',
        at_risk: 'yes',
        cannot_protect: 'yes',
        words: 'x',
        told_by: 'x',
        answered_by: by,
        lead_id: by,
      },
      ...{
        answered_at: noon(opened),
        opened_at: noon(opened),
        ended_on: ended === null ? null : on(opened + ended),
        risk_now: risk,
      },
    });
    for (const [position, met] of wished.entries())
      await living.under('enquiry_outcome', {
        enquiry_id: id,
        position,
        wanted: 'x',
        said_on: on(opened + 2),
        is_met: met,
      });
  }
  for (const { day: at, late, said, noticed, think } of one.entries)
    await living.of('entry', {
      ...{
        conversation_id: anchor,
        happened_at: noon(at),
        is_with_person: true,
        said,
        noticed,
        think,
        agreed: 'A walk.',
      },
      signed_at: noon(at + (late % 4 ? 0 : late)),
    });
  const entry = one.facts.length
    ? await living.of('entry', {
        conversation_id: anchor,
        happened_at: noon(339),
        is_with_person: true,
        said: 'No.',
        signed_at: noon(339),
      })
    : '';
  let before: string | null = null;
  for (const { day: at, kind, isCorrection } of one.facts)
    before = await living.of('fact', {
      ...{
        conversation_id: anchor,
        entry_id: entry,
        voice: 'said',
        starts_at: 0,
        ends_at: 2,
        phrase: 'No',
        kind,
      },
      ...{ happened_on: on(at), recorded_at: noon(at), replaces: isCorrection ? before : null },
    });
}
