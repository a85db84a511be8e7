import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { newId } from '../../platform/ids.ts';
import { conversationsOf, findConversation, restConversation } from '../conversations.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: rowanAccount, priya: priyaAccount } = council.accounts;
const rowan = await home.signIn(council, rowanAccount);
const priya = await home.signIn(council, priyaAccount);
const marlow = await home.signIn(council, council.accounts.marsh);

const wilf = () =>
  council.as(rowanAccount, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });
const visit = {
  withWhom: 'Wilf and his niece Carol',
  when: '17 November 2026, 2:30pm',
  place: 'at home',
  isWithPerson: 'yes',
  said: 'Since Jean died the days are all one day.\r\nI want to hear an engine turn over.',
};
const count = async (table: 'entry' | 'draft' | 'promise', personId: string): Promise<number> =>
  council.as(rowanAccount, async (db) => {
    const { rows } = await sql<{
      many: number;
    }>`select count(*) as many from ${sql.table(table)} where person_id = ${personId}`.execute(db);
    return Number(rows[0]?.many);
  });

describe('writing about a conversation', () => {
  it('asks only who, when and the words, begins conversation 1, and tells the story', async () => {
    const personId = await wilf();
    const page = await rowan.get(`/people/${personId}/write`);
    assert.match(page.body, /This begins conversation 1/);
    assert.match(page.body, /Saturday 21 November 2026, 9:32am/);
    const saved = await rowan.post(`/people/${personId}/entries`, {
      withWhom: 'Wilf',
      when: 'today',
      said: 'I am all right.',
    });
    assert.equal(saved.statusCode, 303);
    const again = await rowan.post(`/people/${personId}/entries`, visit);
    assert.equal(again.statusCode, 303);
    const marking = await rowan.get(String(saved.headers.location));
    assert.match((await rowan.get(`/people/${personId}/write`)).body, /Worth listening out for/);
    assert.match(marking.body, /Mark what the law needs to know/, 'marking is what comes next');
    assert.match(marking.body, /What matters to them\?/);
    const story = (await rowan.get(`/people/${personId}`)).body;
    assert.match(story, /Conversation 1 · at home/);
    assert.match(story, /Rowan with Wilf and his niece Carol/);
  });

  it('E6 a conversation that has not happened yet is not one, and the words stay', async () => {
    const personId = await wilf();
    const early = await rowan.post(`/people/${personId}/entries`, { ...visit, when: 'today 10am' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /have not come yet/);
    assert.match(early.body, /Since Jean died/);
    assert.equal(await count('entry', personId), 0);
  });

  it('gives back every word typed, with what is missing beside its field', async () => {
    const personId = await wilf();
    const back = await rowan.post(`/people/${personId}/entries`, {
      withWhom: '',
      when: 'soon',
      think: 'He has more to give than to get.',
    });
    assert.equal(back.statusCode, 422);
    assert.match(back.body, /Write who you spoke with/);
    assert.match(back.body, /Write when it was, like/);
    assert.match(back.body, /He has more to give than to get\./);
    const wordless = await rowan.post(`/people/${personId}/entries`, { withWhom: 'Wilf', when: 'yesterday' });
    assert.match(wordless.body, /Write some words/);
    assert.equal(await count('entry', personId), 0);
  });

  it('pressing Save twice, even at once, gives one entry in one conversation', async () => {
    const personId = await wilf();
    const form = { ...visit, submission: newId() };
    const pressed = await Promise.all([1, 2, 3].map(() => rowan.post(`/people/${personId}/entries`, form)));
    assert.deepEqual(
      pressed.map(({ statusCode }) => statusCode),
      [303, 303, 303],
    );
    assert.equal(await count('entry', personId), 1);
  });

  it('R2 two colleagues who begin at once share one conversation 1', async () => {
    const personId = await wilf();
    await Promise.all([rowan, priya].map((who) => who.post(`/people/${personId}/entries`, visit)));
    assert.equal(await count('entry', personId), 2);
    assert.equal((await council.as(rowanAccount, (db) => conversationsOf(db, personId))).length, 1);
  });

  it('R2 writing after a conversation rests opens a new conversation 1 on the same record', async () => {
    const personId = await wilf();
    await rowan.post(`/people/${personId}/entries`, visit);
    const first = await council.as(rowanAccount, async (db) => {
      const [open] = await conversationsOf(db, personId);
      assert.ok(open);
      await restConversation(db, open, {
        howToComeBack: 'Ring us.',
        checkBackOn: null,
        checkBackDeclined: true,
      });
      return open.id;
    });
    await rowan.post(`/people/${personId}/entries`, { ...visit, conversation: first, when: 'yesterday' });
    const all = await council.as(rowanAccount, (db) => conversationsOf(db, personId));
    assert.deepEqual(
      all.map(({ restingOn }) => restingOn),
      [null, '2026-11-21'],
    );
    assert.equal(
      (await council.as(rowanAccount, (db) => findConversation(db, first))).restingOn,
      '2026-11-21',
    );
  });

  it('W5 another team may neither write, keep a draft, nor see the page', async () => {
    const personId = await wilf();
    const answers = [
      await marlow.get(`/people/${personId}/write`),
      await marlow.post(`/people/${personId}/entries`, visit),
      await marlow.post(`/people/${personId}/draft`, visit),
    ];
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [403, 403, 403],
    );
    assert.equal(await count('entry', personId), 0);
    assert.equal(await count('draft', personId), 0);
  });
});

describe('unfinished writing', () => {
  it('is kept as typed, valid or not, comes back on opening, and only its writer sees it', async () => {
    const personId = await wilf();
    const kept = await rowan.post(`/people/${personId}/draft`, { when: 'sometime?', said: '  Half a sen' });
    assert.equal(kept.statusCode, 303);
    const page = (await rowan.get(`/people/${personId}/write`)).body;
    assert.match(page, /Half a sen/);
    assert.match(page, /value="sometime\?"/);
    assert.match(page, /value="Wilf"/, 'what was never sent keeps its guess');
    assert.doesNotMatch((await priya.get(`/people/${personId}/write`)).body, /Half a sen/);
  });

  it('goes on being kept from one page, again and again, and Save then ends it', async () => {
    const personId = await wilf();
    const submission = newId();
    const type = (said: string) => rowan.json(`/people/${personId}/draft`, { said, submission, version: 0 });
    for (const said of ['Sin', 'Since Jean', 'Since Jean died']) assert.equal((await type(said)).status, 200);
    assert.match((await rowan.get(`/people/${personId}/write`)).body, /Since Jean died/);
    await rowan.post(`/people/${personId}/entries`, { ...visit, submission });
    assert.equal(await count('draft', personId), 0);
    assert.equal((await type('Since Jean died, a late copy')).status, 200);
    assert.equal(
      await count('draft', personId),
      0,
      'a copy sent as the page went away is not writing left unfinished',
    );
  });

  it('does not end, and is not undone, when Save comes back for another look', async () => {
    const personId = await wilf();
    const submission = newId();
    await rowan.json(`/people/${personId}/draft`, { said: 'Not lost', submission });
    await rowan.post(`/people/${personId}/entries`, { ...visit, when: '30 November 2026', submission });
    assert.equal(await count('draft', personId), 1);
  });

  it('from a second tab does not overwrite the first: both texts are shown', async () => {
    const personId = await wilf();
    await rowan.json(`/people/${personId}/draft`, {
      said: 'From the first tab',
      submission: newId(),
      version: 0,
    });
    const other = await rowan.post(`/people/${personId}/draft`, {
      said: 'From the second tab',
      version: '0',
    });
    assert.equal(other.statusCode, 409);
    assert.match(other.body, /From the first tab/);
    assert.match(other.body, /From the second tab/);
    const opened = await rowan.json(`/people/${personId}/draft`, {
      said: 'Carried on',
      submission: newId(),
      version: 1,
    });
    assert.deepEqual([opened.status, opened.body.version], [200, 2]);
  });

  it('of another tab outlives a Save', async () => {
    const personId = await wilf();
    await rowan.json(`/people/${personId}/draft`, { said: 'Elsewhere', submission: newId(), version: 0 });
    await rowan.post(`/people/${personId}/entries`, { ...visit, version: '0' });
    assert.equal(await count('draft', personId), 1);
  });

  it('without any words is not a draft', async () => {
    const personId = await wilf();
    await rowan.post(`/people/${personId}/draft`, { withWhom: 'Wilf', when: 'today' });
    assert.equal(await count('draft', personId), 0);
  });
});

describe('promises in what was agreed', () => {
  it('are asked about after saving, and ours come to the writer’s Today', async () => {
    const personId = await wilf();
    const agreed =
      'We talked about the stairs.\r\n- I order the stair rail by Friday\r\n- Carol brings a pie on Sunday\r\n- The dog sits';
    const saved = await rowan.post(`/people/${personId}/entries`, { ...visit, agreed });
    const location = String(saved.headers.location);
    assert.match(location, /promises$/);
    assert.match((await rowan.get(location)).body, /Rowan will order the stair rail, by Friday 20 November/);
    await rowan.post(location, { promise: ['0', '1'] });
    await rowan.post(location, { promise: ['0', '1'] });
    const { rows } = await council.as(rowanAccount, (db) =>
      sql<{
        who: string;
        due_on: string;
        mine: boolean;
      }>`select who, due_on, account_id = ${rowanAccount.accountId} as mine
        from promise where person_id = ${personId} order by who`.execute(db),
    );
    assert.deepEqual(rows, [
      { who: 'Carol', due_on: '2026-11-22', mine: null },
      { who: 'Rowan', due_on: '2026-11-20', mine: true },
    ]);
    assert.equal((await marlow.get(location)).statusCode, 403);
  });

  it('none ticked is an answer too', async () => {
    const personId = await wilf();
    const saved = await rowan.post(`/people/${personId}/entries`, { ...visit, agreed: '- I wonder' });
    assert.equal((await rowan.post(String(saved.headers.location), {})).statusCode, 303);
    assert.equal(await count('promise', personId), 0);
  });
});
