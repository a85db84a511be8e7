import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { catchUp, put, putFact, putPlan, somebody } from './calendar.fixture.ts';
import { comingFor, dueBetween, dueToday, whoseOf } from './calendar.store.ts';
import { clocks } from './clocks.ts';
import { enquiry, kindsMade, oneOfEach } from './every-kind.fixture.ts';

const { database } = await testDatabase();
const full = await testCouncil(database, 'calendar-full');
const everybody = await oneOfEach(full);
const until = '2027-02-01';

const asked = (council: TestCouncil, who: keyof TestCouncil['accounts'], isTeam: boolean) =>
  council.as(council.accounts[who], (db) => dueBetween(db, whoseOf(db, isTeam), '2026-11-21', until));
const kindsOf = (items: { kind: string }[]) => [...new Set(items.map(({ kind }) => kind))].sort();

describe('one calendar from facts', () => {
  it('every kind of clock is told by the view, and the view tells of no other', async () => {
    const { rows } = await full.as(full.accounts.rowan, (db) =>
      sql<{ kind: string }>`select distinct kind from clock_start order by kind`.execute(db),
    );
    assert.deepEqual(kindsMade.toSorted(), Object.keys(clocks).toSorted(), 'the fixture makes each kind');
    assert.deepEqual(rows.map(({ kind }) => kind).sort(), Object.keys(clocks).toSorted());
    const { rows: parts } = await full.as(full.accounts.rowan, (db) =>
      sql<{ text: string }>`select pg_get_viewdef('clock_fact') as text`.execute(db),
    );
    const named = [...String(parts[0]?.text).matchAll(/'([a-z0-9-]+)'::text AS kind/g)].map(
      ([, kind]) => kind,
    );
    assert.deepEqual(
      [...new Set(named)].sort(),
      Object.keys(clocks).toSorted(),
      'no part of the view is unknown',
    );
  });

  it('each has its own person on the team’s calendar, whoever of the team looks', async () => {
    const items = await asked(full, 'priya', true);
    for (const [kind, personId] of everybody)
      assert.ok(
        items.some((item) => item.kind === kind && item.personId === personId),
        `${kind} is on the team’s calendar`,
      );
    assert.deepEqual(kindsOf(items), Object.keys(clocks).toSorted());
  });

  it('and on that person’s own page, next first', async () => {
    for (const [kind, personId] of everybody) {
      const coming = await full.as(full.accounts.rowan, (db) => comingFor(db, personId));
      assert.ok(
        coming.some((item) => item.kind === kind),
        `${kind} comes next for the person`,
      );
      assert.deepEqual(coming.map(({ by }) => by).sort(), coming.map(({ by }) => by).sort());
    }
  });

  it('W5 another team has none of them, nor has somebody of no team', async () => {
    assert.deepEqual(await asked(full, 'marsh', true), []);
    assert.deepEqual(await asked(full, 'analyst', true), []);
  });

  it('a promise of one worker’s is theirs, and with the team’s everybody’s', async () => {
    assert.ok(kindsOf(await asked(full, 'rowan', false)).includes('promise'));
    assert.ok(!kindsOf(await asked(full, 'priya', false)).includes('promise'));
    assert.ok(kindsOf(await asked(full, 'priya', true)).includes('promise'));
  });

  it('C2-4 the named person and their cover have it on their own, each once', async () => {
    for (const who of ['rowan', 'priya'] as const) {
      const close = (await asked(full, who, false)).filter(({ kind }) => kind === 'conversation-2');
      assert.deepEqual(close.map(({ part }) => part).sort(), ['contact', 'peers', 'reread', 'team-talk']);
    }
    assert.ok(!kindsOf(await asked(full, 'lead', false)).includes('conversation-2'));
  });

  it('F2 is listed under its own heading on Today, and so is being in touch', async () => {
    const due = await full.as(full.accounts.rowan, (db) => dueToday(db, true));
    assert.ok(due.length > 10);
    assert.ok(!due.some(({ kind, part }) => kind === 'not-spoken' || part === 'contact'));
    assert.ok(due.every(({ from }) => from <= '2026-11-21'));
  });
});

describe('who is on it', () => {
  const onCalendar = async (
    name: string,
    change: (personId: string, council: TestCouncil) => ReturnType<typeof sql>,
  ) => {
    const council = await testCouncil(database, name);
    const { personId } = await council.as(council.accounts.rowan, async (db) => {
      const who = await somebody(council, db, 'Ada Thorne', 3);
      await putPlan(db, who, '2026-09-28');
      return who;
    });
    assert.ok((await asked(council, 'rowan', false)).length, 'on it before');
    await council.as(council.accounts.rowan, (db) => change(personId, council).execute(db));
    return council;
  };

  it('nobody who has died', async () => {
    const council = await onCalendar(
      'calendar-died',
      (id) => sql`update person set died_on = '2026-11-20' where id = ${id}`,
    );
    assert.deepEqual(await asked(council, 'rowan', true), []);
  });

  it('nobody whose record turned out to be another’s', async () => {
    const council = await onCalendar(
      'calendar-merged',
      (id) => sql`update person set merged_into = id where id = ${id}`,
    );
    assert.deepEqual(await asked(council, 'rowan', true), []);
  });

  it('W5 somebody restricted only for their own team, although another is alongside too', async () => {
    const council = await onCalendar(
      'calendar-restricted',
      (
        id,
        { teams, councilId },
      ) => sql`with also as (insert into relationship (council_id, id, person_id, team_id, why, began_at)
        values (${councilId}, gen_random_uuid(), ${id}, ${teams.marsh}, 'contact', '2026-11-01'))
        update person set restricted_to_team = ${teams.harbour} where id = ${id}`,
    );
    assert.ok((await asked(council, 'rowan', true)).length);
    assert.deepEqual(await asked(council, 'marsh', true), []);
  });

  it('W5 nobody who is open only because the glass was broken', async () => {
    const council = await onCalendar(
      'calendar-glass',
      (
        id,
        { accounts, councilId },
      ) => sql`insert into relationship (council_id, id, person_id, account_id, why, began_at, ends_at, reason)
        values (${councilId}, gen_random_uuid(), ${id}, ${accounts.marsh.accountId}, 'break-glass', '2026-11-21', '2026-11-22', 'Out of hours')`,
    );
    assert.deepEqual(await asked(council, 'marsh', false), []);
  });

  it('a slip in a day hides nothing else', async () => {
    const council = await testCouncil(database, 'calendar-slip');
    await council.as(council.accounts.rowan, async (db) => {
      const who = await somebody(council, db, 'Ada Thorne');
      await putFact(db, who, council.accounts.rowan.accountId, 'asked-if-entitled', { askedOn: 'last week' });
      await put(db, 'communication_need', {
        ...{ person_id: who.personId, kind: 'communication', need: 'Large print', recorded_on: '2026-01-01' },
        check_again_on: '2026-11-20',
      });
    });
    const items = await asked(council, 'rowan', false);
    assert.deepEqual(kindsOf(items), ['entitled-asked', 'need-check']);
    assert.equal(
      items.find(({ kind }) => kind === 'entitled-asked')?.by,
      '2027-01-02',
      'from the day of the talk',
    );
  });
});

describe('what settles it', () => {
  const by = full.accounts.rowan.accountId;
  const comingIn = (personId: string) =>
    full.as(full.accounts.rowan, async (db) =>
      (await comingFor(db, personId, 50)).map(({ kind, by }) => [kind, by]),
    );

  it('P2 a catch-up settles the first and begins the year; one on the day the plan starts settles nothing', async () => {
    const { who, plan } = await full.as(full.accounts.rowan, async (db) => {
      const who = await somebody(full, db, 'Ada Thorne', 3);
      const plan = await putPlan(db, who, '2026-09-28');
      await put(db, 'catch_up', catchUp(who.personId, plan, '2026-09-28', by));
      return { who, plan };
    });
    const catchUps = async () =>
      (await comingIn(who.personId)).filter(([kind]) => kind?.startsWith('catch-up'));
    assert.deepEqual(await catchUps(), [['catch-up-first', '2026-11-23']]);
    await full.as(full.accounts.rowan, (db) =>
      put(db, 'catch_up', catchUp(who.personId, plan, '2026-11-21', by)),
    );
    assert.deepEqual(await catchUps(), [['catch-up-yearly', '2027-11-21']], 'the same day it is held');
  });

  it('P2 a later plan has a first catch-up of its own, and one on the earlier plan does not count for it', async () => {
    const who = await full.as(full.accounts.rowan, async (db) => {
      const who = await somebody(full, db, 'Ben Ashdown', 3);
      const earlier = await putPlan(db, who, '2026-01-05');
      await put(db, 'catch_up', catchUp(who.personId, earlier, '2026-10-20', by));
      await sql`update plan set state = 'followed-by-a-later-one' where id = ${earlier}`.execute(db);
      await put(db, 'plan', {
        ...{ person_id: who.personId, conversation_id: who.conversationId, number: 2, state: 'standing' },
        ...{ starts_on: '2026-10-12', follows: earlier },
      });
      return who;
    });
    const catchUps = (await comingIn(who.personId)).filter(([kind]) => kind?.startsWith('catch-up'));
    assert.deepEqual(catchUps, [['catch-up-first', '2026-12-07']]);
  });

  it('N1 C1-2 only a no that counts stops the clock, and not while an enquiry is open; asking again starts it', async () => {
    const no = {
      declinedOn: '2026-11-10',
      capacity: 'not-in-doubt',
      abuseRisk: 'no',
      wouldBringBack: 'A fall',
    };
    const entitled = async (
      name: string,
      declined: Record<string, string>,
      then?: (who: Someone) => Promise<unknown>,
    ) => {
      const who = await full.as(full.accounts.rowan, async (db) => {
        const who = await somebody(full, db, name);
        await putFact(db, who, by, 'asked-if-entitled', { askedOn: '2026-11-10' });
        await putFact(db, who, by, 'declined', declined);
        return who;
      });
      await then?.(who);
      return (await comingIn(who.personId))
        .filter(([kind]) => kind === 'entitled-asked')
        .map(([, day]) => day);
    };
    const asRowan = <Value>(act: (db: CouncilDb) => Promise<Value>) => full.as(full.accounts.rowan, act);
    assert.deepEqual(await entitled('No that counts', no), [], 'on the same day');
    assert.deepEqual(await entitled('No, earlier', { ...no, declinedOn: '2026-11-09' }), ['2026-12-22']);
    assert.deepEqual(await entitled('No, in doubt', { ...no, capacity: 'in-doubt' }), ['2026-12-22']);
    assert.deepEqual(await entitled('No, at risk', { ...no, abuseRisk: 'yes' }), ['2026-12-22']);
    const opened = (who: Someone) => asRowan((db) => enquiry(db, who.personId, by));
    assert.deepEqual(await entitled('No, enquiry', no, opened), ['2026-12-22']);
    const again = (who: Someone) =>
      asRowan((db) => putFact(db, who, by, 'asked-again', { askedOn: '2026-11-15' }));
    assert.deepEqual(await entitled('No, then asked', no, again), ['2026-12-27']);
  });
});

type Someone = Awaited<ReturnType<typeof somebody>>;
