import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { saveContact } from '../contacts/contacts.store.ts';
import { comeAlongside } from '../opening.store.ts';
import { makePerson } from '../people.store.ts';
import { makePromise } from '../promises/promises.store.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { signIn, clock } = await testHouse(database);
const { rowan, lead, governance, marsh } = council.accounts;
const rowanVisits = await signIn(council, rowan);
const gwen = await signIn(council, governance);
const lena = await signIn(council, lead);

async function somebody(name: string) {
  const personId = await council.as(rowan, async (db) => {
    const id = await makePerson(db, { fullName: name });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });
  return { personId, account: await ownAccount(council, personId, name) };
}
const promised = (personId: string, what: string) =>
  council.as(rowan, (db) => makePromise(db, { personId, who: 'Rowan', what, dueOn: '2026-11-30' }));
const form = (thing: string, more: object = {}) => ({
  ...{ kind: 'promise', thing, law: 'serious-harm', reason: 'He reads her page', isSmallest: 'yes' },
  ...{ lookAgainOn: '21 May 2027', ...more },
});
const theirs = (db: CouncilDb) =>
  sql<{ what: string }>`select what from promise order by what`
    .execute(db)
    .then(({ rows }) => rows.map(({ what }) => what));

describe('W1 holding something back', () => {
  it('W1 is out of sight from the asking, stays so on somebody else’s yes, and is seen again when it is lifted', async () => {
    const { personId, account } = await somebody('Mags Treloar');
    const own = () => asOwn(council, account, personId, theirs);
    const thing = await promised(personId, 'ring the police');
    await promised(personId, 'ring the boat shed');
    assert.deepEqual(await own(), ['ring the boat shed', 'ring the police']);

    const page = await rowanVisits.get(`/people/${personId}/held-back/new?kind=promise&thing=${thing}`);
    assert.match(page.body, /Hold this back from Mags/);
    assert.match(page.body, /Schedule 3 paragraphs 7\(2\) and 11/);
    assert.doesNotMatch(page.body, /adoption/);
    assert.equal((await rowanVisits.post(`/people/${personId}/held-back`, form(thing))).statusCode, 303);
    assert.deepEqual(await own(), ['ring the boat shed']);

    const [asked] = (await gwen.json('/governance/held-back')).body.waiting as { id: string }[];
    const decision = `/governance/held-back/${asked?.id}/decision`;
    assert.equal((await rowanVisits.post(decision, { decision: 'yes', words: 'x' })).statusCode, 403);
    assert.equal(
      (await gwen.post(decision, { decision: 'yes', words: 'It would put her at risk' })).statusCode,
      303,
    );
    assert.equal((await gwen.json(decision, { decision: 'no', words: 'Again' })).status, 409);
    assert.deepEqual(await own(), ['ring the boat shed']);
    assert.match(
      (await rowanVisits.get(`/people/${personId}/held-back`)).body,
      /Gwen said yes: It would put her at risk/,
    );

    assert.equal(
      (await rowanVisits.post(`/people/${personId}/held-back/${asked?.id}/lifted`, {})).statusCode,
      303,
    );
    assert.deepEqual(await own(), ['ring the boat shed', 'ring the police']);
  });

  it('W1 a no shows it at once; nobody decides what they asked for, nor a lead of another team', async () => {
    const { personId, account } = await somebody('Nora Quill');
    const thing = await promised(personId, 'speak to her son');
    assert.equal((await lena.post(`/people/${personId}/held-back`, form(thing))).statusCode, 303);
    const [asked] = (await gwen.json('/governance/held-back')).body.waiting as { id: string }[];
    const decision = `/governance/held-back/${asked?.id}/decision`;
    assert.equal((await lena.json(decision, { decision: 'yes', words: 'Mine' })).body.rule, 'W1');
    const other = await signIn(council, { ...marsh, role: 'practitioner' });
    assert.equal((await other.post(`/people/${personId}/held-back`, form(thing))).statusCode, 403);
    assert.equal((await gwen.post(decision, { decision: 'no', words: 'She may know' })).statusCode, 303);
    assert.deepEqual(await asOwn(council, account, personId, theirs), ['speak to her son']);
    assert.match((await lena.get(`/people/${personId}/held-back`)).body, /Gwen said no, and they see it/);
  });

  it('W1 a wrong reason, too much, too long or no words is refused with what was typed', async () => {
    const { personId } = await somebody('Ivy Marlow');
    const thing = await promised(personId, 'call in');
    const post = (more: object) =>
      rowanVisits.post(`/people/${personId}/held-back`, form(thing, more) as never);
    assert.equal((await post({ law: 'court-order' })).statusCode, 409);
    assert.equal((await post({ isSmallest: 'no' })).statusCode, 409);
    assert.equal((await post({ lookAgainOn: '21 May 2028' })).statusCode, 409);
    const empty = await post({ reason: '' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write why, so that whoever decides can see it/);
    assert.equal((await post({ thing: personId })).statusCode, 404);
  });

  it('W1 nobody deciding in time stands in words, and what is due is looked at again by somebody else', async () => {
    const { personId } = await somebody('June Ashby');
    const thing = await promised(personId, 'see her sister');
    await rowanVisits.post(`/people/${personId}/held-back`, form(thing));
    assert.doesNotMatch((await gwen.get('/governance/held-back')).body, /five working days/);
    clock.set('2026-11-30T09:32:00Z');
    const late = await signIn(council, governance);
    assert.match(
      (await late.get('/governance/held-back')).body,
      /<h1>Held back<\/h1><p><b>One has waited for longer than five working days.*Nobody has decided within five working days/s,
    );
    const leads = (await (await signIn(council, lead)).get('/today')).body;
    assert.match(
      leads,
      /<b>Nobody has decided within five working days\. <\/b>.*June Ashby<\/a>: Rowan asked, .*to hold back a promise/s,
    );
    assert.doesNotMatch((await (await signIn(council, rowan)).get('/today')).body, /to hold back/);
    assert.doesNotMatch((await (await signIn(council, marsh)).get('/today')).body, /to hold back/);
    const [waits] = (await late.json('/governance/held-back')).body.waiting as { id: string }[];
    await late.post(`/governance/held-back/${waits?.id}/decision`, { decision: 'yes', words: 'Right' });
    clock.set('2027-05-22T09:32:00Z');
    const due = await signIn(council, governance);
    assert.match((await due.get('/governance/held-back')).body, /Nobody has looked at this again in time/);
    assert.match(
      (await (await signIn(council, lead)).get('/today')).body,
      /Nobody has looked at this again in time\. <\/b>.*June Ashby/s,
    );
    const [again] = (await due.json('/governance/held-back')).body.again as { id: string }[];
    const looked = `/governance/held-back/${again?.id}/look-again`;
    assert.equal((await due.json(looked, { lookAgainOn: '2029-01-01', words: 'Still' })).status, 409);
    assert.equal((await due.post(looked, { lookAgainOn: '2027-11-01', words: 'Still so' })).statusCode, 303);
    assert.deepEqual((await due.json('/governance/held-back')).body.again, []);
    clock.set(testNow.toISOString());
  });

  it('W1 is asked for where the thing is read: their page, the whole story, somebody getting in touch', async () => {
    const { personId } = await somebody('Wyn Harker');
    const contact = await council.as(rowan, async (db) => {
      await tellTimeline(db, {
        ...{ personId, at: testNow, kind: 'note', title: 'A visit', byLine: 'Rowan', voices: [] },
        ...{ link: null, sourceId: null },
      });
      return saveContact(db, {
        ...{ personId, madeAt: testNow, how: 'phone', madeBy: 'Carol', madeByRelation: 'niece' },
        ...{ permission: 'agreed', words: 'He has stopped coming.' },
      });
    });
    for (const url of [`/people/${personId}`, `/people/${personId}/story`, `/contacts/${contact}`]) {
      const { body } = await rowanVisits.get(url);
      const [, at] = /<a class="app-quiet" href="([^"]+)">Hold this back/.exec(body) ?? [];
      const asking = await rowanVisits.get((at ?? '').replaceAll('&amp;', '&'));
      assert.match(asking.body, /Hold this back from Wyn/, url);
    }
    assert.match((await gwen.get('/governance')).body, /href="\/governance\/held-back"/);
  });

  it('W1 beside what is held back already stands who asked and until when, and no way to ask again', async () => {
    const { personId } = await somebody('Jory Penrose');
    const contact = await council.as(rowan, (db) =>
      saveContact(db, {
        ...{ personId, madeAt: testNow, how: 'phone', madeBy: 'Carol', madeByRelation: 'niece' },
        ...{ permission: 'agreed', words: 'He has stopped coming.' },
      }),
    );
    const pages = ['', '/story', '/held-back'].map((part) => `/people/${personId}${part}`);
    const told = async () => {
      const bodies = await Promise.all([...pages, `/contacts/${contact}`].map((url) => rowanVisits.get(url)));
      return bodies.map(({ body }) => [
        /Rowan asked, and it is looked at again by 21 May 2027/.test(body),
        /Hold this back</.test(body),
      ]);
    };
    assert.deepEqual(await told(), Array(4).fill([false, true]));
    await rowanVisits.post(`/people/${personId}/held-back`, form(contact, { kind: 'contact' }));
    assert.deepEqual(await told(), Array(4).fill([true, false]));
    const [asked] = (await gwen.json('/governance/held-back')).body.waiting as { id: string }[];
    await gwen.post(`/governance/held-back/${asked?.id}/decision`, { decision: 'no', words: 'He may know' });
    assert.deepEqual(await told(), Array(4).fill([false, true]));
  });

  it('W1 more than a page may wait: every one is come to, and a form comes back with the one it was about', async () => {
    const { personId } = await somebody('Odile Penrose');
    for (let number = 0; number < 33; number += 1) {
      const thing = await promised(personId, `odile ${number}`);
      assert.equal((await rowanVisits.post(`/people/${personId}/held-back`, form(thing))).statusCode, 303);
    }
    const waiting: { id: string; personId: string }[] = [];
    let url: string | undefined = '/governance/held-back';
    for (let pages = 0; url && pages < 5; pages += 1) {
      waiting.push(...((await gwen.json(url)).body.waiting as typeof waiting));
      url = /href="([^"]+)">More</.exec((await gwen.get(url)).body)?.[1];
    }
    const ids = waiting.filter((one) => one.personId === personId).map(({ id }) => id);
    assert.deepEqual([ids.length, new Set(ids).size], [33, 33]);
    const last = ids.at(-1);
    const back = await gwen.post(`/governance/held-back/${last}/decision`, { decision: 'no', words: '' });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, new RegExp(`/governance/held-back/${last}/decision`));
  });
});
