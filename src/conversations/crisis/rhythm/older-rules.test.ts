import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type TestAccount, testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { makePerson } from '../../../people/people.store.ts';
import { councilOf } from '../../../platform/db/council.ts';
import { newId } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { findConversation, openConversation } from '../../conversations.store.ts';
import { entitlementClock } from '../../moments/entitlement.ts';
import { readRights } from '../../moments/rights.store.ts';
import { sayFact } from '../../moments/saying.store.ts';
import { defaultRules, type RuleSet } from '../../rule-set.ts';
import { openCrisis } from '../crisis.store.ts';
import { spendMoney } from '../crisis-log.store.ts';
import { contactDueOn } from './rhythm.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya } = council.accounts;

const agreeRules = (startsOn: string, rules: Partial<RuleSet>) =>
  council.as(rowan, (db) =>
    db
      .insertInto('rule_set')
      .values({
        ...{ council_id: councilOf(db), id: newId(), name: 'Our rhythm', agreed_by: 'The site' },
        ...{ starts_on: startsOn, rules: JSON.stringify(rules) },
      })
      .execute(),
  );
const on = <Value>(instant: string, act: Parameters<typeof council.as<Value>>[1], who: TestAccount = rowan) =>
  council.as(who, act, new Date(instant));
const crisis = {
  ...{ mustChange: 'Nights.', safetyNote: 'Ring first.', steadyLooksLike: '', todaysOneThing: '' },
  ...{ namedAccountId: rowan.accountId, coverAccountId: priya.accountId, nextContactAt: null },
};

/** Somebody in conversation 2 since a moment. */
const inCrisisSince = (instant: string) =>
  on(instant, async (db) => {
    const personId = await makePerson(db, { fullName: 'Ada Thorne' });
    const id = await openCrisis(db, personId, crisis);
    assert.ok(!isRefusal(id));
    return { personId, id };
  });
const rulesOf = (id: string) =>
  on('2026-12-20T09:00:00Z', async (db) => (await findConversation(db, id)).rules);

describe('a conversation keeps the rules it opened under, whatever the site agrees later', () => {
  before(async () => {
    await agreeRules('2026-11-01', { dailyToDay: 5, smallMoneyLimitPence: 5_000, entitledFromDays: 10 });
    await agreeRules('2026-12-01', { dailyToDay: 9, smallMoneyLimitPence: 30_000, entitledFromDays: 20 });
  });

  it('C2-4 contact is daily to day 5 where it opened under 5, and to day 9 where it opened under 9', async () => {
    const older = await rulesOf((await inCrisisSince('2026-11-20T09:00:00Z')).id);
    const newer = await rulesOf((await inCrisisSince('2026-12-02T09:00:00Z')).id);
    assert.deepEqual([older.dailyToDay, newer.dailyToDay], [5, 9]);
    assert.equal(contactDueOn('2026-11-20', '2026-11-25', older), '2026-11-27');
    assert.equal(contactDueOn('2026-12-02', '2026-12-07', newer), '2026-12-08');
  });

  it('C2-4 the day new rules begin is England’s: a minute before midnight is the day before', async () => {
    const before = await rulesOf((await inCrisisSince('2026-11-30T23:59:00Z')).id);
    const after = await rulesOf((await inCrisisSince('2026-12-01T00:00:00Z')).id);
    assert.deepEqual([before.dailyToDay, after.dailyToDay], [5, 9]);
  });

  it('C2-4 before a site had agreed any, the defaults stand', async () => {
    const rules = await rulesOf((await inCrisisSince('2026-10-20T09:00:00Z')).id);
    assert.deepEqual(rules, defaultRules);
  });

  it('C2-5 small money keeps the limit it opened under, to the penny', async () => {
    const { id } = await inCrisisSince('2026-11-20T09:00:00Z');
    const spend = (amountPence: number) =>
      on('2026-12-05T09:00:00Z', (db) =>
        spendMoney(db, id, {
          amountPence,
          whatFor: 'A night light.',
          whatItChanged: '',
          spentOn: '2026-12-05',
        }),
      );
    assert.equal(await spend(5_000), null);
    assert.equal((await spend(1))?.refused, 'C2-5');
  });

  it('N1 the day to answer by keeps the days of the thread they asked in, with two threads open', async () => {
    const { personId } = await inCrisisSince('2026-12-02T09:00:00Z');
    const older = await on('2026-11-20T09:00:00Z', (db) => openConversation(db, { personId, kind: 1 }));
    await on('2026-12-03T09:00:00Z', (db) =>
      sayFact(db, personId, {
        ...{ kind: 'asked-if-entitled', voice: 'said', sentence: 'Am I entitled to anything?' },
        ...{ details: { askedOn: '2026-12-03' }, conversationId: older },
      }),
    );
    const rights = await on('2026-12-10T09:00:00Z', (db) => readRights(db, personId));
    assert.equal(rights.entitlement?.clock.answerBy, '2026-12-13');
    assert.equal(rights.entitlement?.clock.days, 7);
  });

  it('N1 the clock goes by the number it is given, old or new', () => {
    const asked = {
      ...{ kind: 'asked-if-entitled' as const, phrase: 'Am I?', happenedOn: '2028-02-20' },
      ...{ details: { askedOn: '2028-02-20' }, recordedAt: new Date('2028-02-20T09:00:00Z') },
    };
    const by = (withinDays: number) =>
      entitlementClock({
        ...{ facts: [asked], decidedOn: [], isConversation3Open: false, hasOpenEnquiry: false },
        ...{ withinDays, today: '2028-02-29' },
      })?.answerBy;
    assert.deepEqual([by(10), by(20)], ['2028-03-01', '2028-03-11']);
  });
});
