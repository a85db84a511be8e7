import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf, nobody } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { keepLookedOver } from '../../stories/giving-away/giving-away.store.ts';
import { storiesLetOut } from '../../stories/letting-out/let-out.store.ts';
import { settle } from '../../stories/stories.fixture.ts';
import { latestVersion } from '../../stories/stories.store.ts';
import { readStories } from './own-stories.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const { rowan: account, priya } = council.accounts;

async function somebody(fullName: string, knownAs: string) {
  const personId = await council.as(account, async (db) => {
    const id = await makePerson(db, { fullName, knownAs });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  });
  const own = await ownAccount(council, personId);
  return { personId, own, visitor: await home.signIn(council, own) };
}

const { personId, own, visitor: mags } = await somebody('Mags Devlin', 'Mags');
const { visitor: other } = await somebody('Ivo Brand', 'Ivo');
const rowan = await home.signIn(council, account);
const field = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

async function told(words = 'I sing on Sundays.', who = mags): Promise<string> {
  const { headers } = await who.post('/my/stories/begin', { title: 'Singing', theirWords: words });
  return String(headers.location).split('/').at(-1) ?? '';
}

async function saidYes(id: string, who = mags): Promise<void> {
  const { body } = await who.get(`/my/stories/${id}/yes`);
  const yes = { versionId: field(body, 'versionId'), shown: field(body, 'shown'), words: '' };
  assert.equal((await who.post(`/my/stories/${id}/yes`, yes)).statusCode, 303);
}

/** Every step to the last page, which is given back. */
async function toTheLook(
  id: string,
  steps: [string, Record<string, string>][],
  who = mags,
  base = '/my',
): Promise<string> {
  let at = `${base}/stories/${id}/seen-by?step=who`;
  for (const [step, fields] of steps) {
    assert.ok(at.endsWith(step), `${at} is not ${step}`);
    const answer = await who.post(`${base}/stories/${id}/seen-by`, { step, ...fields });
    assert.equal(answer.statusCode, 303, answer.body);
    at = String(answer.headers.location);
  }
  return at;
}

const forCouncil: [string, Record<string, string>][] = [
  ['who', { audience: 'council' }],
  ['name', { nameShown: 'first' }],
  ['until', { months: '12' }],
  ['asked', { whoAsked: 'Mine', whoWasThere: 'Nobody', isFree: 'free' }],
];

const forEverybody = forCouncil.map(([step, fields]): [string, Record<string, string>] => [
  step,
  step === 'who' ? { audience: 'public' } : step === 'name' ? { nameShown: 'none' } : fields,
]);

describe('a story of mine', () => {
  it('S-10 says plainly that saying no changes nothing about support', async () => {
    const { statusCode, body } = await mags.get('/my/stories');
    assert.equal(statusCode, 200);
    assert.match(body, /Saying no changes nothing about your support/);
  });

  it('is begun in their own words, or not at all with neither words nor a file', async () => {
    const empty = await mags.post('/my/stories/begin', { title: 'Singing', theirWords: '' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write your story, or choose a picture/);
    const id = await told();
    const { body } = await mags.get(`/my/stories/${id}`);
    assert.match(body, /I sing on Sundays/);
    assert.match(body, /You have not said yes to this yet/);
  });

  it('W2 is nobody else’s: another person’s story is not there', async () => {
    const id = await told();
    for (const part of ['', '/words', '/yes', '/pieces', '/take-down', '/seen-by'])
      assert.equal((await other.get(`/my/stories/${id}${part}`)).statusCode, 404, part);
    assert.equal((await other.post(`/my/stories/${id}/take-down`, {})).statusCode, 404);
  });

  it('is written down by a worker it is told to, who says how', async () => {
    const base = `/people/${personId}/together/stories`;
    const page = await rowan.get(`${base}/begin`);
    assert.match(page.body, /How did they tell you/);
    const { headers } = await rowan.post(`${base}/begin`, {
      title: 'The sea',
      theirWords: 'I swam.',
      told: 'phone',
    });
    assert.match((await rowan.get(String(headers.location))).body, /I swam/);
    assert.match((await mags.get('/my/stories')).body, /The sea/);
  });

  it('S-10 the mirror shows what makes people small in what is told again, and changes nothing of it', async () => {
    const id = await told('I suffer from nothing, “burden” they said.');
    const { body } = await mags.get(`/my/stories/${id}/words`);
    const words = {
      title: 'Singing',
      theirWords: 'I suffer from nothing.',
      retelling: 'Mags suffers from a stroke.',
    };
    const kept = await mags.post(`/my/stories/${id}/words`, {
      ...words,
      shows: 'both',
      version: field(body, 'version'),
    });
    assert.equal(kept.statusCode, 303);
    const after = await mags.get(`/my/stories/${id}`);
    assert.match(after.body, /Mags suffers from a stroke\./);
    assert.match(after.body, /<q>suffers from<\/q> <span>Only they can say/);
    assert.doesNotMatch(after.body, /“suffer from”/);
  });

  it('S-6 asks plainly about what might tell who they are', async () => {
    const id = await told('I am 94 and live near Mr Todd at SB2 1AA.');
    const { body } = await mags.get(`/my/stories/${id}`);
    assert.match(body, /Could this tell who you are/);
    assert.match(body, /A postcode: “SB2 1AA”/);
    assert.match(body, /A great age. Few people are so old: “94”/);
  });
});

describe('a yes', () => {
  it('S-1 is to exactly what was shown: a change between the page and the press asks again', async () => {
    const id = await told();
    const { body } = await mags.get(`/my/stories/${id}/yes`);
    const yes = { versionId: field(body, 'versionId'), shown: field(body, 'shown'), words: '' };
    await rowan.post(`/people/${personId}/together/stories/${id}/words`, {
      ...{ title: 'Singing', theirWords: 'I sing on Mondays.', retelling: '', shows: 'words', version: '1' },
    });
    const refused = await mags.post(`/my/stories/${id}/yes`, yes);
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /the story changed after you opened it/i);
    assert.match(refused.body, /I sing on Mondays/);
    await saidYes(id);
    assert.match((await mags.get(`/my/stories/${id}`)).body, /You said yes to this on 21 November 2026/);
  });

  it('two who change one story at once both keep what they wrote', async () => {
    const id = await told();
    const change = { title: 'Singing', retelling: '', shows: 'words', version: '1' };
    await mags.post(`/my/stories/${id}/words`, { ...change, theirWords: 'First.' });
    const second = await rowan.post(`/people/${personId}/together/stories/${id}/words`, {
      ...change,
      theirWords: 'Second.',
    });
    assert.equal(second.statusCode, 409);
    assert.match(second.body, /First\./);
    assert.match(second.body, /Second\./);
  });

  it('S-2 S-3 S-7 lets others see it step by step, shown first as they will see it, and taken back in one press', async () => {
    const id = await told('I sing each week.');
    await saidYes(id);
    const look = await toTheLook(id, forCouncil);
    assert.ok(look.endsWith('=look'));
    const page = await mags.get(look);
    assert.match(page.body, /I sing each week/);
    assert.match(page.body, /Until 21 November 2027/);
    assert.match(page.body, /7 days after you say yes/);
    assert.match(page.body, /No, keep it here. Nothing changes/);
    const given = await mags.post(`/my/stories/${id}/let-out`, { shown: field(page.body, 'shown') });
    assert.equal(given.statusCode, 303, given.body);
    const standing = await mags.get(`/my/stories/${id}`);
    assert.match(standing.body, /It will be seen from 28 November 2026/);
    const seen = (at: string) =>
      council.as(priya, (db) => storiesLetOut(db, { audience: 'council', storyId: id }), new Date(at));
    assert.equal((await seen('2026-11-27T09:00:00Z')).length, 0);
    assert.equal((await seen('2026-11-28T10:00:00Z'))[0]?.name, 'Mags');
    const back = /action="([^"]*\/back)"/.exec(standing.body)?.[1] ?? '';
    assert.equal((await mags.post(back, {})).statusCode, 303);
    assert.equal((await seen('2026-11-29T10:00:00Z')).length, 0);
  });

  it('S-7 waits where they are not sure yet, keeping what they chose, and says that nothing changes', async () => {
    const id = await told();
    await saidYes(id);
    await toTheLook(id, forCouncil.slice(0, 3));
    const ask = (isFree: string) =>
      mags.post(`/my/stories/${id}/seen-by`, { step: 'asked', whoAsked: 'Nan', whoWasThere: 'Nan', isFree });
    const unsure = await ask('unsure');
    assert.equal(unsure.headers.location, `/my/stories/${id}`, 'no page with a yes on it');
    assert.match((await mags.get(`/my/stories/${id}`)).body, /You began to choose who sees it/);
    const { body } = await mags.get(`/my/stories/${id}/seen-by`);
    assert.match(body, /Is this what you want\?/, 'and another day it goes on here');
    assert.match(body, /value="Nan"/);
    const look = (await mags.get(`/my/stories/${id}/seen-by?step=look`)).body;
    const refused = await mags.post(`/my/stories/${id}/let-out`, { shown: field(look, 'shown') });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /Rule S-7/);
    const missing = await mags.post(`/my/stories/${id}/seen-by`, {
      ...{ step: 'asked', whoAsked: '', whoWasThere: '', isFree: 'free' },
    });
    assert.match(missing.body, /Write whose idea it was/);
  });

  it('S-6 for everybody somebody else looks first; they hear of it, and then one press lets it out', async () => {
    const id = await told('I dance.');
    await saidYes(id);
    const before = await mags.get(await toTheLook(id, forEverybody));
    assert.match(before.body, /Somebody else looks first if it gives you away/);
    assert.doesNotMatch(
      before.body,
      /Yes, let them see it|7 days after/,
      'nothing to press that says not yet',
    );
    assert.match((await mags.get(`/my/stories/${id}`)).body, /Somebody else looks at it first/);
    await council.as(priya, (db) => settle(db, id));
    const story = await mags.get(`/my/stories/${id}`);
    assert.match(story.body, /Somebody has looked at your story. You can say yes now/);
    const news = await council.as(account, async (db) =>
      sql<{ about: string }>`select about from news where thing_id = ${id}`.execute(db),
    );
    assert.deepEqual(news.rows, [{ about: 'story-looked-over' }]);
    const page = await mags.get(`/my/stories/${id}/seen-by`);
    const given = await mags.post(`/my/stories/${id}/let-out`, { shown: field(page.body, 'shown') });
    assert.equal(given.statusCode, 303, given.body);
    const [seen] = await council.as(
      { ...nobody },
      (db) => storiesLetOut(db, { audience: 'public', storyId: id }),
      new Date('2026-11-29T10:00:00Z'),
    );
    assert.equal(seen?.words, 'I dance.');
  });

  it('S-6 reads what whoever looked wrote, when it is not ready', async () => {
    const id = await told('I dance with Ivo.');
    await saidYes(id);
    await toTheLook(id, forEverybody);
    await council.as(priya, async (db) => {
      const versionId = (await latestVersion(db, id)).id;
      await keepLookedOver(db, { personId, versionId, decided: 'not-yet', words: 'Ask Ivo first.' });
    });
    const { body } = await mags.get(`/my/stories/${id}`);
    assert.match(body, /They want to talk with you about it first/);
    assert.match(body, /They wrote: “Ask Ivo first.”/);
  });

  it('a page of the steps left open from before begins again, and is no dead end', async () => {
    const id = await told();
    await saidYes(id);
    const name = await mags.post(`/my/stories/${id}/seen-by`, { step: 'name', nameShown: 'none' });
    assert.equal(name.headers.location, `/my/stories/${id}/seen-by?step=who`);
    for (const step of ['look', 'until'])
      assert.match(
        (await mags.get(`/my/stories/${id}/seen-by?step=${step}`)).body,
        /Who may see your story\?/,
      );
  });

  it('S-4 is not asked about on the day that it comes down anyway', async () => {
    const id = await told();
    await saidYes(id);
    const steps = [['who', { audience: 'team' }], ...forCouncil.slice(1, 3)] as typeof forCouncil;
    const page = await mags.get(await toTheLook(id, steps));
    await mags.post(`/my/stories/${id}/let-out`, { shown: field(page.body, 'shown') });
    const onThatDay = new Date('2027-11-21T10:00:00Z');
    const stories = await asOwn(council, own, personId, (db) => readStories(db, personId), onThatDay);
    assert.equal(stories.stories.find((one) => one.id === id)?.isAsked, false);
  });

  it('N4 a worker is told that nobody says yes for them', async () => {
    const id = await told();
    await saidYes(id);
    await toTheLook(id, forCouncil.slice(0, 3));
    const at = `stories/${id}/seen-by?step=asked`;
    assert.match((await rowan.get(`/people/${personId}/together/${at}`)).body, /Only Mags can say yes/);
    assert.doesNotMatch((await mags.get(`/my/${at}`)).body, /can say yes. If you/);
  });

  it('S-8 is taken down everywhere by them, or by a worker they ring, and print is said to be beyond recall', async () => {
    const seen = (id: string) =>
      council.as(account, (db) => storiesLetOut(db, { audience: 'team', storyId: id }));
    for (const [visitor, base] of [
      [mags, '/my'],
      [rowan, `/people/${personId}/together`],
    ] as const) {
      const id = await told();
      await saidYes(id);
      const page = await mags.get(
        await toTheLook(id, [['who', { audience: 'team' }], ...forCouncil.slice(1, 3)]),
      );
      await mags.post(`/my/stories/${id}/let-out`, { shown: field(page.body, 'shown') });
      assert.equal((await seen(id)).length, 1);
      assert.match(
        (await visitor.get(`${base}/stories/${id}/take-down`)).body,
        /printed or copied before cannot be called back/,
      );
      const down = await visitor.post(`${base}/stories/${id}/take-down`, { told: 'phone' });
      assert.equal(down.statusCode, 303, down.body);
      assert.equal((await seen(id)).length, 0);
    }
  });

  it('S-1 a change takes down what others see, if they choose so', async () => {
    const id = await told();
    await saidYes(id);
    const page = await mags.get(
      await toTheLook(id, [['who', { audience: 'team' }], ...forCouncil.slice(1, 3)]),
    );
    await mags.post(`/my/stories/${id}/let-out`, { shown: field(page.body, 'shown') });
    const seen = () => council.as(account, (db) => storiesLetOut(db, { audience: 'team', storyId: id }));
    const change = { title: 'Singing', theirWords: 'Other words.', retelling: '', shows: 'words' };
    await mags.post(`/my/stories/${id}/words`, { ...change, version: '1', earlier: 'stands' });
    assert.equal((await seen())[0]?.words, 'I sing on Sundays.');
    assert.match((await mags.get(`/my/stories/${id}`)).body, /They see the words you said yes to before/);
    await mags.post(`/my/stories/${id}/words`, {
      ...change,
      theirWords: 'Others yet.',
      version: '2',
      earlier: 'down',
    });
    assert.equal((await seen()).length, 0);
  });
});

describe('somebody protected', () => {
  it('S-5 hears that it cannot go there, and nothing of why, even of what is held back from them', async () => {
    const { personId: kept, visitor: ada } = await somebody('Ada Kersh', 'Ada');
    await council.as(account, async (db) => {
      const enquiryId = newId();
      await sql`insert into enquiry (council_id, id, person_id, has_needs, at_risk, cannot_protect, words, told_by, answered_by,
          answered_at, opened_at, lead_id)
        values (${councilOf(db)}, ${enquiryId}, ${kept}, 'yes', 'yes', 'yes', 'She is afraid.', 'Her niece',
          ${account.accountId}, '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', ${account.accountId})`.execute(
        db,
      );
      await sql`insert into held_back (council_id, id, person_id, kind, thing_id, law, reason, asked_by, asked_at, look_again_on)
        values (${councilOf(db)}, ${newId()}, ${kept}, 'enquiry', ${enquiryId}, 'serious-harm', 'He reads her telephone.',
          ${account.accountId}, '2026-11-20T09:00:00Z', '2027-02-20')`.execute(db);
    });
    const id = await told('I knit.', ada);
    await saidYes(id, ada);
    const refused = await ada.post(`/my/stories/${id}/seen-by`, { audience: 'public' });
    assert.equal(refused.statusCode, 409);
    assert.match(refused.body, /This story cannot go there at the moment/);
    assert.doesNotMatch(refused.body, /safeguard|enquir|address|protect|restrict|afraid/i);
    assert.equal((await ada.post(`/my/stories/${id}/seen-by`, { audience: 'team' })).statusCode, 303);
  });
});
