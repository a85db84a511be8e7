import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { addPersonAround, makePerson } from '../../people/people.store.ts';
import { someoneInCrisis } from './crisis.fixture.ts';
import { logContact } from './crisis-log.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { signIn, clock } = await testHouse(database);
const { rowan, priya, sam, marsh, analyst } = council.accounts;
const asRowan = await signIn(council, rowan);

describe('W5 conversation 2 is for those alongside the person', () => {
  it('another team is told there is nothing they may open, on every page and form', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    const stranger = await signIn(council, marsh);
    for (const url of [`/people/${personId}/crisis`, `/conversations/${conversationId}/crisis`])
      assert.equal((await stranger.get(url)).statusCode, 403);
    for (const [name, fields] of Object.entries(forms(conversationId)))
      assert.equal((await stranger.post(name, fields)).statusCode, 403, name);
    assert.ok(!(await stranger.get('/glue')).body.includes('Dilys'));
    assert.equal((await (await signIn(council, analyst)).get('/glue')).statusCode, 403);
  });

  it('a conversation that is not a crisis has no crisis page', async () => {
    assert.equal(
      (await asRowan.get('/conversations/00000000-0000-7000-8000-000000000000/crisis')).statusCode,
      404,
    );
  });
});

const forms = (id: string): Record<string, Record<string, string>> => ({
  [`/conversations/${id}/crisis/contacts`]: { line: 'Rang' },
  [`/conversations/${id}/crisis/money`]: { amount: '5', whatFor: 'a taxi' },
  [`/conversations/${id}/crisis/peers`]: { attendees: priya.accountId },
  [`/conversations/${id}/crisis/plan`]: { mustChange: 'a', safetyNote: 'b', version: '1' },
  [`/conversations/${id}/crisis/named-person`]: { colleague: marsh.accountId, sentence: 'me' },
  [`/conversations/${id}/crisis/cover`]: { cover: marsh.accountId },
  [`/conversations/${id}/crisis/end`]: { next: 'on', whatChanged: 'a', personsView: 'b' },
  [`/glue/${id}/contacts`]: { line: 'Rang' },
});

describe('C2-1 opening on the page', () => {
  const someone = () =>
    council.as(rowan, async (db) => {
      const personId = await makePerson(db, { fullName: 'Idris Penhale', knownAs: 'Idris' });
      await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
      return personId;
    });

  it('C2-1 a form with something missing comes back with what was typed and a sentence for each gap', async () => {
    const personId = await someone();
    const answer = await asRowan.post(`/people/${personId}/crisis`, {
      mustChange: 'I want my door to lock',
      namedAccountId: rowan.accountId,
    });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /I want my door to lock/);
    assert.match(answer.body, /href="#coverAccountId"/);
    assert.match(answer.body, /href="#safetyNote"/);
  });

  it('C2-1 opens, leads to the crisis page, and is then found from the person’s page', async () => {
    const personId = await someone();
    const opening = {
      mustChange: 'I want my door to lock',
      safetyNote: 'Two of us',
      namedAccountId: rowan.accountId,
      coverAccountId: priya.accountId,
      nextContact: 'tomorrow 10am',
    };
    const answer = await asRowan.post(`/people/${personId}/crisis`, opening);
    assert.equal(answer.statusCode, 303);
    const page = await asRowan.get(String(answer.headers.location));
    assert.match(page.body, /Day 1: what must change now/);
    assert.match(page.body, /Agreed for 10am tomorrow\./);
    assert.match((await asRowan.get(`/people/${personId}`)).body, /href="\/conversations\/[^"]+\/crisis"/);
    assert.match(
      (await asRowan.get(`/people/${personId}/crisis`)).body,
      /Conversation 2 is already open, and Rowan holds it/,
    );
    const { status, body } = await asRowan.json(`/people/${personId}/crisis`, opening);
    assert.deepEqual([status, body.rule], [409, 'C2-2']);
  });
});

describe('the crisis page', () => {
  it('C2-4 shows the rhythm in sentences, and blocks nothing when it is past', async () => {
    const { conversationId } = await someoneInCrisis(council, {}, new Date('2026-11-10T09:00:00Z'));
    const page = (await asRowan.get(`/conversations/${conversationId}/crisis`)).body;
    assert.match(page, /Day 12: in touch at least every second day/);
    assert.match(
      page,
      /Contact was due on Tuesday 10 November, 11 days ago\. Nobody has been in touch yet\./,
    );
    assert.match(page, /11 days<\/b> the longest Dilys went without us, and it is now/);
    const logged = await asRowan.post(`/conversations/${conversationId}/crisis/contacts`, {
      line: 'Sat with her',
      withPerson: 'yes',
      when: 'yesterday 4pm',
    });
    assert.equal(logged.statusCode, 303);
    assert.match(
      (await asRowan.get(`/conversations/${conversationId}/crisis`)).body,
      /Sat with her[\s\S]*Friday 20 November 2026, 4pm/,
    );
  });

  it('C2-5 money over the site’s limit is refused beside the form, with what would satisfy it', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const answer = await asRowan.post(`/conversations/${conversationId}/crisis/money`, {
      amount: '£250',
      whatFor: 'a bed',
    });
    assert.equal(answer.statusCode, 409);
    assert.match(answer.body, /Rule C2-5/);
    assert.match(answer.body, /spend £200 or less/);
    assert.match(answer.body, /value="a bed"/);
    assert.equal(
      (
        await asRowan.post(`/conversations/${conversationId}/crisis/money`, {
          amount: '12.50',
          whatFor: 'a kettle',
        })
      ).statusCode,
      303,
    );
    const page = (await asRowan.get(`/conversations/${conversationId}/crisis`)).body;
    assert.match(page, /£12\.50 spent of the £200/);
    const changed = /action="([^"]+what-it-changed)"/.exec(page)?.[1] ?? '';
    assert.equal((await asRowan.post(changed, { whatItChanged: 'Tea in bed' })).statusCode, 303);
    assert.match((await asRowan.get(`/conversations/${conversationId}/crisis`)).body, /Tea in bed/);
  });

  it('a plan changed meanwhile shows both texts', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const plan = { mustChange: 'A lock', safetyNote: 'Ring', version: '1' };
    assert.equal((await asRowan.post(`/conversations/${conversationId}/crisis/plan`, plan)).statusCode, 303);
    const second = await asRowan.post(`/conversations/${conversationId}/crisis/plan`, {
      ...plan,
      mustChange: 'A door',
    });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /A lock[\s\S]*A door|A door[\s\S]*A lock/);
  });

  it('C2-6 ending for conversation 3 leads to the gate, C2-3 and pressing twice ends it once', async () => {
    const { personId, conversationId } = await someoneInCrisis(council);
    const ending = {
      next: 'conversation-3',
      whatChanged: 'She is home',
      personsView: 'Better',
      howToComeBack: 'Ring Rowan',
      submission: '01990000-0000-7000-8000-000000000001',
    };
    for (const _ of [1, 2]) {
      const answer = await asRowan.post(`/conversations/${conversationId}/crisis/end`, ending);
      assert.deepEqual(
        [answer.statusCode, answer.headers.location],
        [303, `/people/${personId}/conversation-3`],
      );
    }
    const page = (await asRowan.get(`/conversations/${conversationId}/crisis`)).body;
    assert.match(page, /How to come back: Ring Rowan/);
    assert.ok(!page.includes('Log a contact in one line'));
  });

  it('C2-6 an ending that is not one yet comes back with the rule and every word', async () => {
    const { conversationId } = await someoneInCrisis(council);
    const answer = await asRowan.post(`/conversations/${conversationId}/crisis/end`, {
      next: 'resting',
      whatChanged: 'She is home',
      personsView: 'Better',
      howToComeBack: 'Ring Rowan',
    });
    assert.equal(answer.statusCode, 409);
    assert.match(answer.body, /Rule C2-6/);
    assert.match(answer.body, /She is home<\/textarea>/);
  });
});

describe('the glue board', () => {
  it('shows everybody in crisis, longest since contact first, in the words of the board', async () => {
    const early = await someoneInCrisis(
      council,
      { todaysOneThing: 'Ring the landlord', mustChange: 'I cannot lock my door' },
      new Date('2026-11-01T09:00:00Z'),
      'Maud Tarrant',
    );
    await someoneInCrisis(council, {}, new Date('2026-11-20T09:00:00Z'), 'Piers Ullock');
    await council.as(rowan, (db) =>
      addPersonAround(db, early.personId, {
        name: 'Joan',
        relation: 'sister',
        phone: '01632 960001',
        gives: null,
        ifItStopped: null,
        isCarer: false,
        carerPersonId: null,
      }),
    );
    await council.as(rowan, (db) =>
      logContact(db, early.conversationId, {
        line: 'Tea',
        isWithPerson: true,
        rereadPlan: false,
        at: new Date('2026-11-21T06:30:00Z'),
        nextContactAt: null,
      }),
    );
    const page = (await asRowan.get('/glue')).body;
    assert.ok(page.indexOf('Piers Ullock') < page.indexOf('Maud Tarrant'));
    assert.match(page, /Maud Tarrant<\/a>, day 21/);
    assert.match(page, /I cannot lock my door/);
    assert.match(page, /Nobody has said it yet today\. Rowan has it\./);
    assert.match(page, /3 hours ago, with Rowan\./);
    assert.match(page, /Joan \(sister, 01632 960001\)/);
    assert.match(page, /Cooking my own tea/);
    assert.ok(!/\d%/.test(page));
  });

  it('a line is logged from the board with no script, and an empty one comes back on its own row', async () => {
    const { conversationId } = await someoneInCrisis(council, {}, undefined, 'Olwen Skerry');
    const logged = await asRowan.post(`/glue/${conversationId}/contacts`, {
      line: 'Had a cup of tea',
      withPerson: 'yes',
      conversation: conversationId,
    });
    assert.deepEqual([logged.statusCode, logged.headers.location], [303, `/glue#glue-${conversationId}`]);
    const empty = await asRowan.post(`/glue/${conversationId}/contacts`, {
      line: ' ',
      conversation: conversationId,
    });
    assert.equal(empty.statusCode, 422);
    assert.equal(empty.body.match(/id="line"/g)?.length, 1);
    assert.match(empty.body, /href="#line"/);
  });

  it('every id on the board and on a crisis page is there once', async () => {
    const { conversationId } = await someoneInCrisis(council, {}, undefined, 'Twm Vyse');
    for (const url of ['/glue', `/conversations/${conversationId}/crisis`, '/glue/sheet']) {
      const ids = [...(await asRowan.get(url)).body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
        url,
      );
    }
  });

  it('comes a page at a time', async () => {
    for (let n = 0; n < 22; n += 1) await someoneInCrisis(council, {}, undefined, `Number ${n} Quayle`);
    const { body } = await asRowan.json('/glue?page=2');
    assert.equal((body.rows as unknown[]).length, Math.min(20, Number(body.people) - 20));
    assert.match((await asRowan.get('/glue')).body, /href="\/glue\?page=2"/);
  });

  it('W3 the shift sheet is recorded as printed for everybody on it, and has nothing to press', async () => {
    const { personId } = await someoneInCrisis(council, {}, new Date('2026-10-01T09:00:00Z'), 'Enid Rusk');
    const sheet = (await asRowan.get('/glue/sheet')).body;
    assert.match(sheet, /Enid Rusk/);
    assert.match(sheet, /Ring before you knock/);
    assert.ok(!/<form[^>]+glue/.test(sheet));
    const { rows } = await council.as(rowan, (db) =>
      sql<{
        prints: number;
      }>`select count(*)::integer as prints from audit_entry where person_id = ${personId} and act = 'print'`.execute(
        db,
      ),
    );
    assert.deepEqual(rows, [{ prints: 1 }]);
  });

  it('C2-2 a colleague of another team who was asked by name answers on their board', async () => {
    const { conversationId } = await someoneInCrisis(
      council,
      { namedAccountId: sam.accountId },
      new Date('2026-09-01T09:00:00Z'),
      'Gwyn Yarrow',
    );
    const asSam = await signIn(council, sam);
    await asSam.post(`/conversations/${conversationId}/crisis/named-person`, {
      colleague: marsh.accountId,
      sentence: 'She grew up on Marsh Lane',
    });
    const asMarlow = await signIn(council, marsh);
    const board = (await asMarlow.get('/glue')).body;
    assert.match(board, /She grew up on Marsh Lane/);
    const yes = /action="(\/named-person-changes\/[^"]+\/yes)"/.exec(board)?.[1] ?? '';
    const answer = await asMarlow.post(yes, {});
    assert.deepEqual(
      [answer.statusCode, answer.headers.location],
      [303, `/conversations/${conversationId}/crisis`],
    );
    assert.match(
      (await asMarlow.get(`/conversations/${conversationId}/crisis`)).body,
      /<b>Marlow<\/b> is the named person/,
    );
  });

  it('time passes on the board in hours', async () => {
    clock.set('2026-11-22T00:32:00Z');
    const page = await (await signIn(council, rowan)).get('/glue');
    assert.match(page.body, /Olwen Skerry[\s\S]*?15 hours ago, with Rowan\./);
  });
});
