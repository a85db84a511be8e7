import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { addAddress, makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { lookedThrough } from '../giving-away/giving-away.store.ts';
import { storiesLetOut } from '../letting-out/let-out.store.ts';
import { approveLatest, letOut, settle, toldAndApproved } from '../stories.fixture.ts';
import { latestVersion, storyOf } from '../stories.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const home = await testHouse(database);
const accounts = council.accounts;
const rowan = await home.signIn(council, accounts.rowan);
const priya = await home.signIn(council, accounts.priya);
const marsh = await home.signIn(council, accounts.marsh);

async function storyTold(theirWords = 'I am a burden, they say. I grow leeks.'): Promise<string> {
  return council.as(accounts.rowan, async (db) => {
    const id = await makePerson(db, { fullName: 'Wanda Mossley', knownAs: 'Wanda' });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return toldAndApproved(db, id, theirWords);
  });
}

const tellerOf = (id: string): Promise<string> =>
  council.as(accounts.rowan, async (db) => (await storyOf(db, id)).personId);

describe('a story told again', () => {
  it('S-10 stands beside its teller’s words, and the mirror looks at the retelling alone', async () => {
    const id = await storyTold();
    const kept = await rowan.post(`/stories/${id}/retelling`, {
      retelling: 'Wanda suffers from pain and feeds a street. “I am a burden,” she laughs.',
      version: '1',
    });
    assert.equal(kept.statusCode, 303);
    const { body } = await rowan.get(`/stories/${id}`);
    assert.match(body, /In Wanda’s words/);
    assert.match(body, /I am a burden, they say/);
    assert.match(body, /<q>suffers from<\/q> <span>Only they can say whether they suffer/);
    assert.doesNotMatch(body, /“burden”/);
    assert.match(body, /Wanda has not said yes to this as it is now/);
  });

  it('S-1 what is let out does not change with the retelling until its teller says yes to that', async () => {
    const id = await storyTold();
    await council.as(accounts.rowan, (db) => letOut(db, id, 'team'));
    const seen = () =>
      council.as(accounts.rowan, (db) => storiesLetOut(db, { audience: 'team', storyId: id }));
    await rowan.post(`/stories/${id}/retelling`, { retelling: 'Wanda feeds a street.', version: '1' });
    const [story] = await seen();
    assert.equal(story?.words, 'I am a burden, they say. I grow leeks.');
    assert.equal(story?.retelling, null);
  });

  it('W5 opens to whoever the teller’s record opens to, and another team is asked why', async () => {
    const id = await storyTold();
    const other = await marsh.get(`/stories/${id}`);
    assert.equal(other.statusCode, 403);
    assert.doesNotMatch(other.body, /leeks/);
    assert.doesNotMatch((await marsh.get('/stories')).body, /Leeks/);
    assert.equal(
      (await marsh.post(`/stories/${id}/retelling`, { retelling: 'Mine.', version: '1' })).statusCode,
      403,
    );
  });

  it('W3 who looked says that it was read', async () => {
    const id = await storyTold();
    await priya.get(`/stories/${id}`);
    const looks = await council.as(accounts.rowan, (db) =>
      sql`select from audit_entry where route = '/stories/:id' and act = 'read' and account_id = ${accounts.priya.accountId}`.execute(
        db,
      ),
    );
    assert.ok(looks.rows.length > 0);
  });
});

describe('looking over', () => {
  it('S-6 is not for whoever wrote the retelling; a colleague says how they came to it', async () => {
    const id = await storyTold('I am 94.');
    await rowan.post(`/stories/${id}/retelling`, { retelling: 'Wanda feeds a street.', version: '1' });
    await council.as(accounts.rowan, (db) => approveLatest(db, id));
    assert.match((await rowan.get(`/stories/${id}`)).body, /a colleague looks it over/);
    const { body } = await priya.get(`/stories/${id}`);
    assert.match(body, /An age few people reach: “94”/);
    const version = await council.as(accounts.priya, (db) => latestVersion(db, id));
    const silent = await priya.post(`/stories/${id}/looked-over`, {
      versionId: version.id,
      decided: 'settled',
      words: '',
    });
    assert.match(silent.body, /Write in a sentence how you came to that/);
    const looked = { versionId: version.id, decided: 'settled', words: 'Many in town are 94.' };
    assert.equal((await rowan.post(`/stories/${id}/looked-over`, looked)).statusCode, 409);
    assert.equal((await priya.post(`/stories/${id}/looked-over`, looked)).statusCode, 303);
    assert.match((await rowan.get(`/stories/${id}`)).body, /Priya, 21 November 2026: settled/);
  });

  it('S-6 what is looked over stands on the page, when the words above changed since', async () => {
    const id = await storyTold('I grow leeks.');
    await rowan.post(`/stories/${id}/retelling`, { retelling: 'Wanda feeds a street.', version: '1' });
    await rowan.post(`/people/${await tellerOf(id)}/together/stories/${id}/words`, {
      ...{ title: 'Leeks', theirWords: 'I gave up.', retelling: '', shows: 'words', version: '2' },
    });
    const { body } = await priya.get(`/stories/${id}`);
    assert.match(body, /I gave up/);
    assert.match(body, /the ones to look over.*I grow leeks\./s);
  });

  it('S-5 S-6 a carer’s story is looked through for those they look out for, by name and protected address', async () => {
    const { id, found } = await council.as(accounts.rowan, async (db) => {
      const carer = await makePerson(db, { fullName: 'Bea Orr' });
      const cared = await makePerson(db, { fullName: 'Emrys Orr', knownAs: 'Em' });
      for (const one of [carer, cared])
        await comeAlongside(db, one, { teamId: council.teams.harbour }, 'contact');
      await addAddress(db, cared, { lines: '1 Quiet Way', postcode: null, isProtected: true });
      await sql`insert into person_around (council_id, id, person_id, name, relation, carer_person_id)
        values (${councilOf(db)}, ${newId()}, ${cared}, 'Bea', 'sister', ${carer})`.execute(db);
      const id = await toldAndApproved(db, carer, 'Emrys fell. We live at 1 Quiet Way.');
      return { id, found: await lookedThrough(db, carer, await latestVersion(db, id)) };
    });
    assert.deepEqual(
      found.map(({ kind, words }) => `${kind}: ${words}`),
      ['protected: 1 Quiet Way', 'person: Emrys'],
    );
    assert.equal((await council.as(accounts.priya, (db) => settle(db, id)))?.refused, 'S-5');
  });

  it('S-6 a story that everybody may soon see stands on the team’s list until it is looked over', async () => {
    const id = await storyTold();
    await council.as(accounts.rowan, (db) => letOut(db, id, 'public'));
    assert.match((await priya.get('/stories')).body, /looks whether it gives anybody away/);
  });

  it('S-4 a story asked about this year comes first on the list, and who asked is kept', async () => {
    const id = await storyTold();
    await council.as(accounts.rowan, (db) => letOut(db, id, 'council', { months: 24 }));
    const later = new Date('2027-11-22T09:00:00Z');
    home.clock.set(later.toISOString());
    const then = await home.signIn(council, accounts.rowan);
    assert.match((await then.get('/stories')).body, /comes down after 19 December 2027/);
    const page = await then.get(`/stories/${id}`);
    const action = /action="([^"]*\/asked\/[^"]*)"/.exec(page.body)?.[1] ?? '';
    assert.equal((await then.post(action, {})).statusCode, 303);
    assert.match((await then.get(`/stories/${id}`)).body, /Asked on 22 November 2027/);
  });
});
