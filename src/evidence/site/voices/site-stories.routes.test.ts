import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadHistory } from '../../../../demo/load-history.ts';
import { testCouncil, testNow } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { comeAlongside } from '../../../people/opening.store.ts';
import { makePerson } from '../../../people/people.store.ts';
import { stoppedClock } from '../../../platform/clock.ts';
import { takeDown } from '../../../stories/letting-out/consenting.store.ts';
import { letOut, settle, toldAndApproved } from '../../../stories/stories.fixture.ts';
import { storyOf } from '../../../stories/stories.store.ts';
import { sitesOf } from '../site.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'words-beside');
const home = await testHouse(database);
const { accounts, teams, councilId } = council;
await loadHistory(database, { councilId, teams, clock: stoppedClock(testNow.toISOString()) });
const [site] = await council.as(accounts.lead, sitesOf);
const siteId = site?.id ?? '';
const weekAgo = new Date(testNow.getTime() - 8 * 86_400_000);
const lead = await home.signIn(council, accounts.lead);
const analyst = await home.signIn(council, accounts.analyst);
const asAnybody = () =>
  home.house.server.inject({
    method: 'GET',
    url: '/at/words-beside/evidence',
    headers: { host: 'localhost', accept: 'text/html' },
  });

/** A story told eight days ago, so that its cooling-off is over. */
async function story(words: string, ...audiences: ('council' | 'public')[]): Promise<string> {
  const id = await council.as(
    accounts.rowan,
    async (db) => {
      const personId = await makePerson(db, { fullName: 'Wanda Mossley' });
      await comeAlongside(db, personId, { teamId: teams.harbour }, 'contact');
      return toldAndApproved(db, personId, words);
    },
    weekAgo,
  );
  await council.as(accounts.priya, (db) => settle(db, id), weekAgo);
  for (const audience of audiences)
    assert.equal(await council.as(accounts.rowan, (db) => letOut(db, id, audience), weekAgo), undefined);
  return id;
}

const place = (storyId: string, beside = 'people') =>
  lead.post(`/evidence/sites/${siteId}/stories`, { storyId, beside });

describe('a story beside a figure', () => {
  it('S-8 stands on the page the council reads and the one everybody reads, and is gone from both once taken down', async () => {
    const prepared = await lead.json('/evidence/publish', { site: siteId });
    const publication = String(prepared.body.publicationId);
    const yes = await analyst.json(`/evidence/publications/${publication}/agreement`, { version: 1 });
    assert.equal(yes.status, 200, JSON.stringify(yes.body));
    const id = await story('They asked what I love.', 'council', 'public');
    assert.equal((await place(id)).statusCode, 303);
    assert.match((await analyst.get(`/evidence?site=${siteId}`)).body, /“They asked what I love\.”/);
    assert.match((await asAnybody()).body, /“They asked what I love\.”/);
    await council.as(accounts.rowan, async (db) => takeDown(db, await storyOf(db, id), 'phone'));
    assert.doesNotMatch((await analyst.get(`/evidence?site=${siteId}`)).body, /They asked what I love/);
    assert.doesNotMatch((await asAnybody()).body, /They asked what I love/);
    assert.doesNotMatch(
      (await lead.get(`/evidence/sites/${siteId}/stories`)).body,
      /They asked what I love|Leeks/,
    );
  });

  it('S-2 a story for the council stands on no page that everybody reads', async () => {
    const id = await story('Only for those who work here.', 'council');
    await place(id, 'waits');
    assert.match((await analyst.get(`/evidence?site=${siteId}`)).body, /Only for those who work here/);
    assert.doesNotMatch((await asAnybody()).body, /Only for those who work here/);
  });

  it('S-2 one that is not let out to the council cannot be put there', async () => {
    const id = await story('Mine.');
    assert.equal((await place(id)).statusCode, 404);
    assert.equal(
      (await analyst.post(`/evidence/sites/${siteId}/stories`, { storyId: id, beside: 'people' })).statusCode,
      403,
    );
  });

  it('is taken from beside a figure without taking it down elsewhere', async () => {
    const id = await story('Twice a week we sing.', 'council');
    await place(id, 'returns');
    const page = await lead.get(`/evidence/sites/${siteId}/stories`);
    assert.match(page.body, /href="\/stories\/wall"/, 'where all of them are read');
    const action = [...page.body.matchAll(/action="([^"]*\/removal)"/g)].map(([, at]) => at ?? '');
    const before = page.body.indexOf('Twice a week we sing');
    const removal = action.find((at) => page.body.indexOf(at) > before) ?? '';
    assert.equal((await lead.post(removal, {})).statusCode, 303);
    assert.doesNotMatch((await analyst.get(`/evidence?site=${siteId}`)).body, /Twice a week we sing/);
  });
});
