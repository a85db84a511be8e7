import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { findConversation, openConversation } from '../../conversations/conversations.store.ts';
import { findEntry, saveEntry } from '../../conversations/entries.store.ts';
import { tagFact } from '../../conversations/facts.store.ts';
import { saveToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { readTimeline } from '../../people/timeline/timeline.fixture.ts';
import { determinationsIn } from './determinations.store.ts';
import { hasMetPerson } from './has-met.store.ts';
import { adultOutcomes } from './outcomes.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, lead, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);

interface About {
  personId: string;
  conversationId: string;
}

/** Somebody with conversation 3 open, whom Rowan has met, and who said he cannot reach his feet. */
async function met(isTold = true): Promise<About> {
  return council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    const conversationId = await openConversation(db, { personId, kind: 3 });
    if (isTold)
      await saveToldBeforehand(db, await findConversation(db, conversationId), {
        toldOn: '2026-11-10',
        format: 'in large print',
      });
    const said = 'I cannot reach my feet.';
    const happenedAt = new Date('2026-11-12T10:00:00Z');
    const id = await saveEntry(db, {
      personId,
      conversationId,
      kind: 3,
      happenedAt,
      isWithPerson: true,
      said,
    });
    await tagFact(db, {
      entry: await findEntry(db, id),
      voice: 'said',
      startsAt: 0,
      endsAt: said.length,
      kind: 'unable',
      details: { outcome: 'hygiene', sense: 'danger' },
    });
    return { personId, conversationId };
  });
}

const manages = Object.fromEntries(adultOutcomes.map(({ key }) => [`finding-${key}`, 'achieved']));
const unable = (key: string) => ({
  [`finding-${key}`]: 'unable',
  [`sense-${key}`]: 'without-help',
  [`words-${key}`]: `About ${key}.`,
});
const form = {
  kind: 'adult',
  ...manages,
  causeIsMet: 'yes',
  causeWords: 'His hip.',
  impactIsMet: 'yes',
  impactWords: 'He stays in.',
  personsWish: 'My own door.',
  practitionersView: 'He would manage with a little.',
  viewBy: rowan.accountId,
  reasons: 'Two outcomes.',
  decidedOn: '21 November 2026',
  writtenAdvice: '',
};
const yes = { ...form, ...unable('hygiene'), ...unable('clothing') };
const decide = (about: About, fields: Record<string, string>, who = visitor) =>
  who.post(`/conversations/${about.conversationId}/determination`, fields);
const given = (about: About) => council.as(rowan, (db) => determinationsIn(db, about.conversationId));

describe('C3-4 a decision', () => {
  it('C3-4 begins from the words already said, and asks plainly about the rest', async () => {
    const about = await met();
    const page = await visitor.get(`/conversations/${about.conversationId}/determination`);
    assert.match(page.body, /I cannot reach my feet\./);
    assert.match(page.body, /Nothing yet about getting about their home safely: ask, or say why not/);
    assert.doesNotMatch(page.body, /Nothing yet about keeping clean/);
  });

  it('C3-4 is given in three voices, told on the story, and shows in which sense with the words', async () => {
    const about = await met();
    const answer = await decide(about, yes);
    assert.equal(answer.statusCode, 303, answer.body);
    const [decision] = await given(about);
    assert.partialDeepStrictEqual(decision, {
      isEligible: true,
      decider: 'Rowan',
      viewBy: 'Rowan',
      deciderHasMetPerson: true,
    });
    const page = await visitor.get(`/determinations/${decision?.id}`);
    assert.match(
      page.body,
      /Keeping clean: cannot without help, or without being reminded\. About hygiene\./,
    );
    assert.doesNotMatch(page.body, /had not met/);
    const [told] = await council.as(rowan, (db) => readTimeline(db, about.personId, 1));
    assert.partialDeepStrictEqual(told, { kind: 'determination', byLine: 'Rowan decided' });
  });

  it('C3-3 is refused when nobody told them beforehand, and keeps what was typed', async () => {
    const about = await met(false);
    const refused = await decide(about, yes);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule C3-3/);
    assert.match(refused.body, /He would manage with a little\./);
    assert.deepEqual(await given(about), []);
  });

  it('C3-4 “unable” comes back for its sense and its words', async () => {
    const about = await met();
    const back = await decide(about, { ...yes, 'sense-clothing': '', 'words-hygiene': '' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Choose in which way they are unable/);
    assert.match(back.body, /Write the words that show it/);
  });

  it('C3-4 a no needs written advice, and may not rest on what nobody asked', async () => {
    const about = await met();
    const no = { ...form, ...unable('hygiene') };
    assert.match((await decide(about, no)).body, /owed written advice/);
    const silent = await decide(about, {
      ...no,
      'finding-clothing': 'nothing-said',
      writtenAdvice: 'Rails are free.',
    });
    assert.match(silent.body, /would rest on what nobody has asked/);
    assert.equal((await decide(about, { ...no, writtenAdvice: 'Rails are free.' })).statusCode, 303);
    const [decision] = await given(about);
    assert.equal(decision?.isEligible, false);
    const copy = await visitor.get(`/letters/decision/${decision?.id}`);
    assert.match(copy.body, /The law does not require us to help/);
    assert.match(copy.body, /Rails are free\./);
  });

  it('C3-4 a carer’s decision has the carer’s tests', async () => {
    const about = await met();
    const page = await visitor.get(`/conversations/${about.conversationId}/determination?kind=carer`);
    assert.match(page.body, /time for themselves and what they enjoy/i);
    assert.doesNotMatch(page.body, /takes much longer/);
    const carer = { ...form, kind: 'carer', healthAtRisk: 'yes' };
    assert.equal((await decide(about, carer)).statusCode, 303);
    const [decision] = await given(about);
    assert.partialDeepStrictEqual(decision, { kind: 'carer', isEligible: true, healthAtRisk: true });
    assert.match(
      (await visitor.get(`/letters/decision/${decision?.id}`)).body,
      /carer’s assessment\. That means/,
    );
  });

  it('C3-6 a decider who never met the person is shown as such, to everybody', async () => {
    const about = await met();
    const lena = await house.signIn(council, lead);
    assert.equal(await council.as(lead, (db) => hasMetPerson(db, lead.accountId, about.personId)), false);
    assert.match(
      (await lena.get(`/conversations/${about.conversationId}/determination`)).body,
      /You have not written of a time with Wilf/,
    );
    assert.equal((await decide(about, yes, lena)).statusCode, 303);
    const [decision] = await given(about);
    assert.equal(decision?.deciderHasMetPerson, false);
    assert.match((await visitor.get(`/determinations/${decision?.id}`)).body, /Lena had not met Wilf\./);
    assert.match((await visitor.get(`/letters/decision/${decision?.id}`)).body, /Lena had not met you\./);
    assert.match((await visitor.get(`/people/${about.personId}/plan`)).body, /Lena had not met them\./);
    const [told] = await council.as(rowan, (db) => readTimeline(db, about.personId, 1));
    assert.equal(told?.byLine, 'Lena decided, and had not met them');
  });

  it('C3-4 is given in conversation 3, not before', async () => {
    const { personId } = await met();
    const conversationId = await council.as(rowan, (db) => openConversation(db, { personId, kind: 1 }));
    const refused = await decide({ personId, conversationId }, yes);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /in an open conversation 3/);
  });

  it('C3-4 a copy sent is kept with its day and format', async () => {
    const about = await met();
    await decide(about, yes);
    const [decision] = await given(about);
    const sent = await visitor.post(`/people/${about.personId}/letters`, {
      of: 'determination',
      thing: decision?.id ?? '',
      toWhom: 'Wilf',
      sentOn: '21/11/2026',
      format: 'large-print',
      how: 'by-hand',
      isToPerson: 'yes',
    });
    assert.equal(sent.statusCode, 303);
    assert.match(
      (await visitor.get(`/determinations/${decision?.id}`)).body,
      /21 November 2026, by hand: to Wilf, in large print, by Rowan/,
    );
  });

  it('W5 is not open to a team that is not alongside', async () => {
    const about = await met();
    await decide(about, yes);
    const [decision] = await given(about);
    const stranger = await house.signIn(council, marsh);
    for (const url of [
      `/determinations/${decision?.id}`,
      `/letters/decision/${decision?.id}`,
      `/conversations/${about.conversationId}/determination`,
    ])
      assert.equal((await stranger.get(url)).statusCode, 403, url);
    assert.equal((await decide(about, yes, stranger)).statusCode, 403);
  });
});
