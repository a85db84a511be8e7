import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openConversation } from '../../conversations/conversations.store.ts';
import { addNeed } from '../../plans/plan-lines.store.ts';
import { beginPlan, findPlan } from '../../plans/plans.store.ts';
import { magsAtHome } from './say.fixture.ts';

const { asRowan, mags, personId, rowan } = await magsAtHome();
const { planId, needId } = await asRowan(async (db) => {
  const conversationId = await openConversation(db, { personId, kind: 3 });
  const planId = await beginPlan(db, { personId, conversationId });
  const needId = await addNeed(db, await findPlan(db, planId), {
    ...{ need: 'Somebody near at night', isEligible: true, metBy: 'paid', who: 'Saltbeck Nights' },
    ...{ how: 'At two.', ownerSaidYesOn: null },
  });
  return { planId, needId };
});
const agreement = async () => (await rowan.get(`/plans/${planId}/agreement`)).body;
const isTicked = (body: string): boolean =>
  new RegExp(
    `<input[^>]*value="need-${needId}"[^>]*checked|<input[^>]*checked[^>]*value="need-${needId}"`,
  ).test(body);

describe('what they say of their plan at their own page', () => {
  it('C3-5 what they do not agree with stands ready when the plan is read together', async () => {
    assert.ok(!isTicked(await agreement()));
    const at = `/my/say/need/${needId}`;
    assert.match((await mags.get(at)).body, /Somebody near at night/);
    await mags.post(at, { what: 'disagree', words: 'Two is too late.' });
    const body = await agreement();
    assert.ok(isTicked(body));
    assert.match(body, /value="Two is too late\."/);
    assert.equal((await asRowan((db) => findPlan(db, planId))).state, 'being-written');
  });

  it('W1 a later word stands before an earlier', async () => {
    await mags.post(`/my/say/need/${needId}`, { what: 'agree' });
    const body = await agreement();
    assert.ok(!isTicked(body));
    assert.doesNotMatch(body, /Two is too late/);
  });
});
