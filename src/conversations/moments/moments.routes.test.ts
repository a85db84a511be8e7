import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { conversationsOf, openConversation, restConversation } from '../conversations.store.ts';
import { factsOf } from '../facts.store.ts';
import { keepAnswers } from '../safeguarding/enquiries.store.ts';
import { factsToOfferBack } from './again.store.ts';
import { sayFact } from './saying.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: rowanAccount } = council.accounts;
const rowan = await home.signIn(council, rowanAccount);
const marlow = await home.signIn(council, council.accounts.marsh);

const as = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(rowanAccount, act);
const wilf = (kind: 1 | 3 = 1) =>
  as(async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    const conversationId = await openConversation(db, { personId, kind });
    return { personId, conversationId };
  });
const standing = (personId: string) => as((db) => factsOf(db, personId));
const ask = { sentence: 'What am I entitled to, then?', on: '2 November 2026' };
const no = {
  kind: 'declined',
  sentence: 'Not for me, not now.',
  on: '17 November 2026',
  declinedOn: '17 November 2026',
  capacity: 'not-in-doubt',
  abuseRisk: 'no',
  wouldBringBack: 'if the stairs get harder',
};

describe('N1 asking what one is entitled to', () => {
  it('N1 keeps their words and the day in the conversation that is open, and counts from that day', async () => {
    const { personId, conversationId } = await wilf();
    assert.match((await rowan.get(`/people/${personId}/rights`)).body, /Wilf has not asked yet/);
    assert.equal((await rowan.post(`/people/${personId}/entitled`, ask)).statusCode, 303);
    const [fact] = await standing(personId);
    assert.deepEqual(
      [fact?.kind, fact?.conversationId, fact?.details.askedOn, fact?.happenedOn, fact?.saidBy],
      ['asked-if-entitled', conversationId, '2026-11-02', '2026-11-02', 'Wilf'],
    );
    const page = (await rowan.get(`/people/${personId}/rights`)).body;
    assert.match(page, /Wilf asked on 2 November 2026, 19 days ago\. Not answered yet; to be answered by/);
    assert.match(page, /30 November 2026/);
    assert.match(page, /“What am I entitled to, then\?”/);
  });

  it('N2 the page of rights and safety begins with safety, for whoever comes to it frightened', async () => {
    const { personId } = await wilf();
    const page = (await rowan.get(`/people/${personId}/rights`)).body;
    const places = [
      'Who this is',
      '>Being safe<',
      '>What they are entitled to<',
      '>Being heard<',
      '>Deciding<',
      '>What they said no to<',
    ].map((one) => page.indexOf(one));
    assert.ok(!places.includes(-1), String(places));
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    );
    assert.match(page, /Nobody doubts that Wilf can decide\./);
  });

  it('N2 the page of rights and safety leads to the enquiry that is open', async () => {
    const { personId, conversationId } = await wilf();
    assert.doesNotMatch((await rowan.get(`/people/${personId}/rights`)).body, /Go to the enquiry/);
    const { id, isOpened } = await as((db) =>
      keepAnswers(db, personId, {
        ...{ conversationId, hasNeeds: 'yes', atRisk: 'yes', cannotProtect: 'yes' },
        ...{ words: 'He is frightened of the caller.', toldBy: 'Wilf', whyNot: '' },
      }),
    );
    assert.equal(isOpened, true);
    const page = (await rowan.get(`/people/${personId}/rights`)).body;
    assert.match(page, new RegExp(`href="/enquiries/${id}">Go to the enquiry`));
  });

  it('N1 with nothing open, opens conversation 1; with no day, counts from today', async () => {
    const personId = await as((db) => makePerson(db, { fullName: 'Jo Pell' }));
    await as((db) => openConversation(db, { personId, kind: 1 })).then((id) =>
      as(async (db) => {
        const [open] = await conversationsOf(db, personId);
        assert.equal(open?.id, id);
        if (open)
          await restConversation(db, open, {
            howToComeBack: 'Ring us.',
            checkBackOn: null,
            checkBackDeclined: true,
          });
      }),
    );
    await rowan.post(`/people/${personId}/entitled`, {
      sentence: 'Is there anything for me?',
      saidBy: 'his sister May',
    });
    const open = (await as((db) => conversationsOf(db, personId))).filter(({ restingOn }) => !restingOn);
    assert.deepEqual(
      open.map(({ kind }) => kind),
      [1],
    );
    const [fact] = await standing(personId);
    assert.deepEqual([fact?.details.askedOn, fact?.saidBy], ['2026-11-21', 'his sister May']);
  });

  it('N1, C3-2 leads straight on to conversation 3, which is under way and no answer', async () => {
    const { personId } = await wilf();
    await rowan.post(`/people/${personId}/entitled`, ask);
    const page = (await rowan.get(`/people/${personId}/entitled`)).body;
    assert.match(page, /Begin the conversation that answers it/);
    const reason = /name="reason" value="([^"]+)"/.exec(page)?.[1] ?? '';
    assert.match(reason, /They asked on 2 November 2026/);
    const opened = await rowan.post(`/people/${personId}/conversation-3`, {
      way: 'at-once',
      exception: 'asked-for-a-determination',
      reason,
    });
    assert.equal(opened.statusCode, 303);
    const rights = (await rowan.get(`/people/${personId}/rights`)).body;
    assert.match(rights, /The answer is being worked out/);
    assert.match(rights, /\/determination"/);
  });

  it('N1 gives back what was typed, without words or with a day that has not come', async () => {
    const { personId } = await wilf();
    const wordless = await rowan.post(`/people/${personId}/entitled`, { on: '2 November 2026' });
    assert.equal(wordless.statusCode, 422);
    assert.match(wordless.body, /value="2 November 2026"/);
    const early = await rowan.post(`/people/${personId}/entitled`, { ...ask, on: '22 November 2026' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /that day has not come yet|That day has not come yet/);
    assert.match(early.body, /What am I entitled to, then\?/);
    assert.equal((await standing(personId)).length, 0);
  });
});

describe('anything said at any moment', () => {
  it('C1-2 what they said no to, what brings it back, and that it came back', async () => {
    const { personId } = await wilf();
    assert.equal((await rowan.post(`/people/${personId}/said`, no)).statusCode, 303);
    const refused = (await rowan.get(`/people/${personId}/rights`)).body;
    assert.match(refused, /A needs assessment\./);
    assert.match(refused, /What would bring it back: If the stairs get harder\./);
    assert.doesNotMatch(refused, /Offer it again now/);
    await rowan.post(`/people/${personId}/said`, {
      kind: 'situation-changed',
      sentence: 'He fell on the stairs.',
      voice: 'noticed',
      changedOn: '20 November 2026',
    });
    assert.match(
      (await rowan.get(`/people/${personId}/rights`)).body,
      /Offer it again now: something changed/,
    );
  });

  it('N4 a “no” that they may not have been able to decide leads to deciding', async () => {
    const { personId } = await wilf();
    await rowan.post(`/people/${personId}/said`, { ...no, capacity: 'in-doubt' });
    assert.match(
      (await rowan.get(`/people/${personId}/rights`)).body,
      /We are not sure[^<]*<a href="[^"]*\/deciding">Look at whether they could decide it/,
    );
  });

  it('asks one kind at a time, with the law that asks', async () => {
    const { personId } = await wilf();
    assert.match((await rowan.get(`/people/${personId}/said`)).body, /Something offered/);
    const page = (await rowan.get(`/people/${personId}/said?kind=ordinary-residence`)).body;
    assert.match(page, /Is this council the one that answers for where they live\?/);
    assert.match(page, /Care Act 2014 s13\(4\)\(c\), s39/);
  });

  it('gives back what was typed when a day cannot be read', async () => {
    const { personId } = await wilf();
    const back = await rowan.post(`/people/${personId}/said`, { ...no, declinedOn: 'Monday-ish' });
    assert.equal(back.statusCode, 422);
    for (const words of [/Not for me, not now\./, /value="Monday-ish"/, /Write the day like/])
      assert.match(back.body, words);
  });

  it('W5 another team may neither read nor say', async () => {
    const { personId } = await wilf();
    const asked = [
      await marlow.get(`/people/${personId}/rights`),
      await marlow.get(`/people/${personId}/entitled`),
      await marlow.get(`/people/${personId}/said`),
      await marlow.post(`/people/${personId}/said`, no),
      await marlow.post(`/people/${personId}/entitled`, ask),
    ];
    assert.deepEqual(
      asked.map(({ statusCode }) => statusCode),
      [403, 403, 403, 403, 403],
    );
    assert.equal((await standing(personId)).length, 0);
  });
});

describe('R2 what was said before', () => {
  const before = (personId: string) =>
    as(async (db) => {
      const said = await sayFact(db, personId, {
        kind: 'what-matters',
        sentence: 'To hear an engine turn over.',
        voice: 'said',
        details: {},
        on: '2026-11-03',
      });
      assert.ok(!isRefusal(said));
      return said.factId;
    });

  it('R2 is offered back with who said it, and kept as right still', async () => {
    const { personId } = await wilf();
    const factId = await before(personId);
    assert.equal((await rowan.post(`/facts/${factId}/said-again`, { saidBy: 'Wilf' })).statusCode, 303);
    const [offered] = await as((db) => factsToOfferBack(db, personId));
    assert.deepEqual(
      [offered?.phrase, offered?.saidBy, offered?.happenedOn, offered?.stillRightOn, offered?.stillRightBy],
      ['To hear an engine turn over.', 'Wilf', '2026-11-03', '2026-11-21', 'Wilf'],
    );
    assert.match((await rowan.get(`/people/${personId}`)).body, /Still right: What matters/);
  });

  it('R2 is put right from a later conversation; the old words stay with their day', async () => {
    const { personId } = await wilf();
    const factId = await before(personId);
    const later = await as((db) => openConversation(db, { personId, kind: 2, ...named }));
    const page = (await rowan.get(`/facts/${factId}/correction`)).body;
    assert.match(page, /On 3 November 2026, from Wilf/);
    const kept = await rowan.post(`/facts/${factId}/correction`, {
      kind: 'what-matters',
      sentence: 'To see my sister.',
    });
    assert.equal(kept.statusCode, 303);
    const facts = await standing(personId);
    assert.deepEqual(
      facts.map(({ phrase, replaces, conversationId }) => [phrase, replaces, conversationId]),
      [['To see my sister.', factId, later]],
    );
    const earlier = await rowan.get(`/facts/${factId}/correction`);
    assert.match(earlier.body, /To hear an engine turn over\./);
    assert.match(earlier.body, /It has been put right since/);
    const late = await rowan.post(`/facts/${factId}/said-again`, { saidBy: 'Wilf' });
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /Rule R2/);
  });

  it('R2 nobody puts right the words of somebody else’s story', async () => {
    const { personId } = await wilf();
    const other = await wilf();
    const factId = await before(other.personId);
    await assert.rejects(
      as((db) =>
        sayFact(db, personId, {
          kind: 'what-matters',
          sentence: 'Mine.',
          voice: 'said',
          details: {},
          replaces: factId,
        }),
      ),
    );
    assert.equal((await standing(personId)).length, 0);
    assert.equal((await marlow.get(`/facts/${factId}/correction`)).statusCode, 403);
    assert.equal((await marlow.post(`/facts/${factId}/said-again`, { saidBy: 'me' })).statusCode, 403);
  });
});

const named = {
  namedAccountId: rowanAccount.accountId,
  coverAccountId: council.accounts.priya.accountId,
};
