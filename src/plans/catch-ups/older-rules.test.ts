import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import type { Day } from '../../platform/clock.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { answerCatchUpRequest, findCatchUpRequest, keepCatchUpRequest, rulesFor } from './requests.store.ts';
import { somebodyWithPlan } from './standing-plan.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;

const agreeRules = (startsOn: Day, catchUpWithinDays: number) =>
  council.as(rowan, (db) =>
    db
      .insertInto('rule_set')
      .values({
        ...{ council_id: councilOf(db), id: newId(), name: 'Our rhythm', agreed_by: 'The site' },
        ...{ starts_on: startsOn, rules: JSON.stringify({ catchUpWithinDays }) },
      })
      .execute(),
  );
const planMadeOn = (day: Day) =>
  council.as(rowan, (db) => somebodyWithPlan(db, day), new Date(`${day}T09:00:00Z`));

/** Whether a day may be set for somebody who asked on 3 December, with no word on why so late. */
const maySet = (personId: string, daySet: Day) =>
  council.as(
    rowan,
    async (db) => {
      const asked = { askedOn: '2026-12-03', askedBy: 'Jean', words: 'It is not working.' };
      const id = await keepCatchUpRequest(db, personId, asked);
      assert.ok(!isRefusal(id));
      const answer = { answer: 'yes' as const, daySet, words: null, toldHowToChallenge: false };
      return (await answerCatchUpRequest(db, await findCatchUpRequest(db, id), answer))?.refused ?? null;
    },
    new Date('2026-12-03T10:00:00Z'),
  );

describe('P2 a plan keeps the rules its conversation opened under', () => {
  before(async () => {
    await agreeRules('2026-11-01', 10);
    await agreeRules('2026-12-01', 20);
  });

  it('P2 who asks about an older plan is caught up with within its ten days, though the site has agreed twenty since', async () => {
    const { personId } = await planMadeOn('2026-11-20');
    assert.equal(await maySet(personId, '2026-12-13'), null);
    assert.equal(await maySet(personId, '2026-12-14'), 'P2');
  });

  it('P2 who asks about a plan made since has twenty', async () => {
    const { personId } = await planMadeOn('2026-12-02');
    assert.equal(await maySet(personId, '2026-12-23'), null);
    assert.equal(await maySet(personId, '2026-12-24'), 'P2');
  });

  it('P2 another thread that opened under newer rules changes nothing of the plan’s own', async () => {
    const { personId } = await planMadeOn('2026-11-20');
    const rules = await council.as(
      rowan,
      async (db) => {
        await openConversation(db, { personId, kind: 1 });
        return rulesFor(db, personId);
      },
      new Date('2026-12-03T09:00:00Z'),
    );
    assert.equal(rules.catchUpWithinDays, 10);
  });
});
