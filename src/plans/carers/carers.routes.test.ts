import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { openConversation } from '../../conversations/conversations.store.ts';
import { findEntry, saveEntry } from '../../conversations/entries.store.ts';
import { tagFact } from '../../conversations/facts.store.ts';
import { caredFor } from '../../people/carers/caring.fixture.ts';
import { needsLeftOpen } from '../../people/carers/leaning.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { determinationsIn, saveDetermination } from '../determinations/determinations.store.ts';
import { carerOutcomes } from '../determinations/outcomes.ts';
import { supportOf } from '../support.store.ts';
import { agree, of, type Planned, planned, planOf, says, written } from './carers.fixture.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

/** Wilf with a plan begun, and Jean with a record of her own. */
async function wilfAndJean(): Promise<Planned & { jean: string }> {
  const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
  return { ...(await planned(council, visitor, personId, 'wilf')), jean: carerIds[0] ?? '' };
}
const nights = (jean: string) => ({ who: 'Jean', leansOn: `${jean} nights` });

/** A plan that stands and leans on Jean for nights. */
async function leaning() {
  const about = await wilfAndJean();
  await says(visitor, about.jean, about.personId);
  await written(council, visitor, about, 'wilf', nights(about.jean));
  const stands = await agree(council, visitor, about, 'wilf');
  assert.equal(stands.statusCode, 303, stands.body);
  return about;
}
const leftOpen = (personId: string) => council.as(rowan, (db) => needsLeftOpen(db, personId));
const story = (personId: string) => council.as(rowan, (db) => readTimeline(db, personId, 10));

describe('N5 a plan leans on a carer by their own word', () => {
  it('N5 a need is agreed while willing and able stand, and says since when', async () => {
    const about = await leaning();
    const [need] = (await planOf(council, about.planId)).needs;
    assert.partialDeepStrictEqual(need, {
      who: 'Jean',
      carerId: about.jean,
      carerThing: 'nights',
      ownerSaidYesOn: '2026-11-20',
    });
    assert.match(
      (await visitor.get(`/plans/${about.planId}`)).body,
      /They said yes to “nights” on 20 November 2026/,
    );
    assert.match((await visitor.get(`/people/${about.jean}/willing-and-able`)).body, /a plan leans on this/);
    assert.deepEqual(await leftOpen(about.personId), []);
  });

  const grounds: [string, Record<string, string> | null, RegExp][] = [
    ['nobody asked her', null, /nobody has asked whether they are willing/],
    ['she was asked about one side only', { able: '' }, /nobody has asked whether they are able/],
    ['she is not able', { able: 'no' }, /they are not able/],
    ['she said no', { willing: 'no' }, /they said no to/],
  ];
  for (const [when, fields, because] of grounds)
    it(`N5 it is not agreed when ${when}`, async () => {
      const about = await wilfAndJean();
      if (fields) await says(visitor, about.jean, about.personId, fields);
      await written(council, visitor, about, 'wilf', nights(about.jean));
      const refused = await agree(council, visitor, about, 'wilf');
      assert.equal(refused.statusCode, 409);
      assert.match(refused.body, because);
      assert.match(refused.body, /Rule N5/);
    });

  it('N5 a day somebody wrote for her does not stand in for her own word', async () => {
    const about = await wilfAndJean();
    await written(council, visitor, about, 'wilf', { who: 'Jean', ownerSaidYesOn: '18 November 2026' });
    const refused = await agree(council, visitor, about, 'wilf');
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /a record of their own/);
  });

  it('N5 for somebody with no record of their own the plain day stays as it was', async () => {
    const about = await wilfAndJean();
    await written(council, visitor, about, 'wilf', { who: 'Carol', ownerSaidYesOn: '18 November 2026' });
    assert.equal((await agree(council, visitor, about, 'wilf')).statusCode, 303);
  });

  it('N5 nobody else’s carer can be leaned on by asking for them', async () => {
    const about = await wilfAndJean();
    const others = await wilfAndJean();
    await says(visitor, others.jean, others.personId);
    await written(council, visitor, about, 'wilf', { who: 'Jean', leansOn: `${others.jean} nights` });
    assert.equal((await planOf(council, about.planId)).needs[0]?.carerId, null);
    assert.equal((await agree(council, visitor, about, 'wilf')).statusCode, 409);
  });
});

describe('N5 a change opens the plan again', () => {
  it('N5 on the plan, on the person’s page and in the story; and nothing is cut by it', async () => {
    const about = await leaning();
    await says(visitor, about.jean, about.personId, {
      willing: '',
      able: 'no',
      saidOn: '21 November 2026',
      words: of('jean', 'back'),
    });
    assert.partialDeepStrictEqual(await leftOpen(about.personId), [{ carer: 'Jean', thing: 'nights' }]);
    for (const url of [
      `/people/${about.personId}`,
      `/people/${about.personId}/plan`,
      `/plans/${about.planId}`,
    ]) {
      const { body } = await visitor.get(url);
      assert.match(body, /Jean can no longer do nights: the plan is open again\./, url);
      assert.match(body, /Nothing in the plan is cut/, url);
      assert.doesNotMatch(body, /zqjean/, url);
    }
    assert.match(
      (await visitor.get(`/plans/${about.planId}`)).body,
      /Open again: Jean can no longer do this\./,
    );
    const [told] = await story(about.personId);
    assert.equal(told?.title, 'Something the plan leans on has changed');
    assert.equal(told?.link, `/people/${about.personId}/plan`);
    const plan = await planOf(council, about.planId);
    assert.equal(plan.state, 'standing');
    assert.equal(plan.needs.length, 1);
  });

  it('N5 willing may stop while able stays', async () => {
    const about = await leaning();
    await says(visitor, about.jean, about.personId, { willing: 'no', able: '', saidOn: '21 November 2026' });
    assert.equal((await leftOpen(about.personId)).length, 1);
  });

  it('N5 is told once, and stands again when she says yes again', async () => {
    const about = await leaning();
    for (const able of ['no', 'no', 'yes'])
      await says(visitor, about.jean, about.personId, { willing: '', able, saidOn: '21 November 2026' });
    assert.deepEqual(await leftOpen(about.personId), []);
    const told = (await story(about.personId)).filter(({ kind }) => kind === 'plan-ground');
    assert.deepEqual(
      told.map(({ title }) => title),
      ['Something the plan leans on stands again', 'Something the plan leans on has changed'],
    );
  });

  it('N5 another thing she no longer does opens nothing', async () => {
    const about = await leaning();
    await says(visitor, about.jean, about.personId, { thing: 'lifting', able: 'no' });
    assert.deepEqual(await leftOpen(about.personId), []);
    assert.ok((await story(about.personId)).every(({ kind }) => kind !== 'plan-ground'));
  });

  it('N5 is open until a later plan stands that meets it another way', async () => {
    const about = await leaning();
    await says(visitor, about.jean, about.personId, { willing: '', able: 'no', saidOn: '21 November 2026' });
    const made = await visitor.json(`/conversations/${about.conversationId}/plans`, {});
    const later = { ...about, planId: String(made.body.planId) };
    const { needs } = await planOf(council, later.planId);
    assert.equal(needs[0]?.carerThing, 'nights', 'it begins as the earlier one was');
    await visitor.post(`/plans/${later.planId}/needs/${needs[0]?.id}`, {
      need: of('wilf', 'need'),
      isEligible: 'yes',
      metBy: 'family',
      who: 'Carol',
      how: 'In turns',
      ownerSaidYesOn: '21 November 2026',
      leansOn: '',
      version: '1',
    });
    assert.equal((await leftOpen(about.personId)).length, 1, 'still open while the later one is written');
    const stands = await agree(council, visitor, later, 'wilf');
    assert.equal(stands.statusCode, 303, stands.body);
    assert.deepEqual(await leftOpen(about.personId), []);
    assert.doesNotMatch((await visitor.get(`/plans/${about.planId}`)).body, /the plan is open again/);
  });
});

describe('N5 a carer’s own conversation 3', () => {
  const manages = Object.fromEntries(carerOutcomes.map(({ key }) => [`finding-${key}`, 'achieved']));
  const form = {
    kind: 'carer',
    ...manages,
    'finding-recreation': 'unable',
    'sense-recreation': 'without-help',
    'words-recreation': 'I have not sung since May.',
    causeIsMet: 'yes',
    causeWords: 'Wilf at night.',
    healthAtRisk: 'no',
    impactIsMet: 'yes',
    impactWords: 'I have nobody.',
    personsWish: 'The choir.',
    practitionersView: 'A night a week.',
    viewBy: rowan.accountId,
    reasons: 'One outcome, and what it does to her.',
    decidedOn: '21 November 2026',
  };

  it('N5 she is eligible although he is not: one has nothing to do with the other (reg 3)', async () => {
    const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
    const jean = await planned(council, visitor, carerIds[0] ?? '', 'jean', 'carer');
    await council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 3 });
      await saveDetermination(db, {
        ...{
          personId,
          conversationId,
          kind: 'adult',
          causeIsMet: false,
          causeWords: 'Nothing.',
          outcomes: [],
        },
        ...{ healthAtRisk: false, impactIsMet: false, impactWords: 'None.', isEligible: false },
        ...{ personsWish: 'Leave me be.', practitionersView: 'He manages.', viewById: rowan.accountId },
        ...{ reasons: 'He manages.', decidedOn: '2026-11-20', writtenAdvice: 'Ring us.' },
      });
    });
    const given = await visitor.post(`/conversations/${jean.conversationId}/determination`, form);
    assert.equal(given.statusCode, 303, given.body);
    const [decided] = await council.as(rowan, (db) => determinationsIn(db, jean.conversationId));
    assert.partialDeepStrictEqual(decided, { kind: 'carer', isEligible: true });
  });

  it('N5 and although he has said no to anything of the kind', async () => {
    const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
    const said = 'No thank you, none of that for me.';
    await council.as(rowan, async (db) => {
      const about = {
        personId,
        conversationId: await openConversation(db, { personId, kind: 1 }),
        kind: 1 as const,
      };
      const happenedAt = new Date('2026-11-18T10:00:00Z');
      const entryId = await saveEntry(db, { ...about, happenedAt, isWithPerson: true, said });
      await tagFact(db, {
        entry: await findEntry(db, entryId),
        ...{ voice: 'said', startsAt: 0, endsAt: said.length, kind: 'declined' },
        details: {
          declinedOn: '2026-11-18',
          capacity: 'not-in-doubt',
          abuseRisk: 'no',
          wouldBringBack: 'A fall',
        },
      });
    });
    const jean = await planned(council, visitor, carerIds[0] ?? '', 'jean', 'carer');
    const given = await visitor.post(`/conversations/${jean.conversationId}/determination`, form);
    assert.equal(given.statusCode, 303, given.body);
    assert.match(
      (await visitor.get(String(given.headers.location))).body,
      /The law requires us to help Jean/,
    );
  });

  it('N5 a page about the decision begins with her caring, for somebody who looks out for another', async () => {
    const { personId, carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
    await says(visitor, carerIds[0] ?? '', personId);
    const [hers, his] = await council.as(rowan, async (db) => [
      await openConversation(db, { personId: carerIds[0] ?? '', kind: 3 }),
      await openConversation(db, { personId, kind: 3 }),
    ]);
    assert.match(
      (await visitor.get(`/conversations/${hers}/determination`)).body,
      /care that somebody cannot do without/,
    );
    assert.match(
      (await visitor.get(`/conversations/${hers}/determination`)).body,
      /Nights: willing, yes, 20 November 2026; able, yes[\s\S]*Is Jean likely to go on/,
    );
    assert.match((await visitor.get(`/conversations/${his}/determination`)).body, /an impairment or illness/);
  });

  it('E3 her plan is worded for a carer, and what is paid once stands apart from what runs each week', async () => {
    const { carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
    const jean = await planned(council, visitor, carerIds[0] ?? '', 'jean', 'carer');
    assert.equal((await planOf(council, jean.planId)).kind, 'carer');
    await written(council, visitor, jean, 'jean', { metBy: 'paid', who: 'Whoever Wilf chooses' });
    const needId = (await planOf(council, jean.planId)).needs[0]?.id ?? '';
    const part = (what: string, howOften: string, council: string) =>
      visitor.post(`/plans/${jean.planId}/budget-parts`, { needId, what, howOften, council });
    await part('Somebody with Wilf on Tuesdays', 'weekly', '40');
    await part('A washing machine', 'once', '300');
    await part('Choir fees', 'once', '60.50');
    assert.match((await visitor.get(`/plans/${jean.planId}/words`)).body, /What would give Jean a break\?/);
    const { body } = await visitor.get(`/plans/${jean.planId}`);
    assert.match(body, /What would give Jean a break/);
    assert.match(body, /has to say yes to it first/);
    assert.match(
      body,
      /Each week[\s\S]*£40 a week: the council pays all of it[\s\S]*Once[\s\S]*£360\.50 once/,
    );
    const stands = await agree(council, visitor, jean, 'jean');
    assert.equal(stands.statusCode, 303, stands.body);
    const support = await council.as(rowan, (db) => supportOf(db, jean.personId));
    assert.deepEqual(support.map(({ kind, what }) => `${kind}: ${what}`).toSorted(), [
      'one-off: A washing machine',
      'one-off: Choir fees',
      'ongoing: Somebody with Wilf on Tuesdays',
    ]);
    const page = await visitor.get(`/people/${jean.personId}/plan`);
    assert.match(page.body, /£40 a week from the council in all/);
  });

  it('a plan begun before the decision becomes a carer’s when the decision is', async () => {
    const { carerIds } = await caredFor(council, 'Wilfred Acheson', 'Jean Acheson');
    const jean = await planned(council, visitor, carerIds[0] ?? '', 'jean');
    assert.equal((await planOf(council, jean.planId)).kind, 'adult');
    await visitor.post(`/conversations/${jean.conversationId}/determination`, form);
    assert.equal((await planOf(council, jean.planId)).kind, 'carer');
  });
});
