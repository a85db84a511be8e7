import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadHistory } from '../../../demo/load-history.ts';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { makeAccount } from '../../access/accounts.store.ts';
import { addDays, stoppedClock } from '../../platform/clock.ts';
import type { AmongValue } from './among.pages.tsx';
import { bys, measures } from './kinds.ts';
import type { TeamsValue } from './teams/teams.pages.tsx';
import type { WhoCameValue } from './who-came/who-came.pages.tsx';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { house, signIn } = await testHouse(database);
const { councilId, teams, accounts } = council;
await loadHistory(database, { councilId, teams, clock: stoppedClock(testNow.toISOString()) });
await council.as(accounts.administrator, (db) =>
  makeAccount(db, {
    ...{
      name: 'Mabel',
      email: 'mabel@example.org',
      role: 'practitioner',
      persona: 'Mabel',
      teamIds: [teams.marsh],
    },
  }),
);
const analyst = await signIn(council, accounts.analyst);
const among = async (query: string) =>
  (await analyst.json(`/evidence/among?${query}`)).body as unknown as AmongValue;

describe('for whom', () => {
  it('is for those who read evidence, and is reached from the figures', async () => {
    const pages = ['', '/figures.csv', '/who-came', '/who-came.csv', '/teams', '/teams.csv'];
    for (const page of pages) {
      assert.equal((await analyst.get(`/evidence/among${page}`)).statusCode, 200, page);
      const editor = await signIn(council, accounts.editor);
      assert.equal((await editor.get(`/evidence/among${page}`)).statusCode, 403, page);
    }
    assert.match((await analyst.get('/evidence')).body, /href="\/evidence\/among\?site=/);
    const body = (await analyst.get('/evidence/among')).body;
    for (const page of ['/figures.csv', '/who-came', '/teams'])
      assert.match(body, new RegExp(`href="/evidence/among${page}\\?`));
  });

  it('asks a stranger to sign in whatever is asked; signed in, what is no page is unknown', async () => {
    for (const query of ['by=shoe-size', 'measure=1e309', 'by=age&by=team', 'site=x', 'asAt=1&asAt=2']) {
      const url = `/evidence/among?${query}`;
      const stranger = await house.server.inject({ url, headers: { accept: 'text/html' } });
      assert.deepEqual(
        [stranger.statusCode, stranger.headers.location?.slice(0, 8)],
        [303, '/sign-in'],
        query,
      );
      assert.equal((await analyst.get(url)).statusCode, 404, query);
    }
  });

  it('gives days as days in the file, with how they are counted', async () => {
    const file = (await analyst.get('/evidence/among/figures.csv?by=age&measure=conversation')).body;
    const [head = '', ...rows] = file.trim().split(/\r?\n/);
    assert.match(head, /,days$/);
    const half = rows.find((row) => /,Everybody,Harbour,"?days to conversation, half within/.test(row)) ?? '';
    assert.match(half, /within"?,,,\d+,.*Days from getting in touch.*,\d+(\.5)?$/);
  });

  it('answers every measure by everything, adds up to everybody, and says the same in the file', async () => {
    for (const by of bys)
      for (const measure of measures) {
        const { among: told } = await among(`by=${by}&measure=${measure}`);
        const everybody = told.people.at(-1);
        const sum = told.people.slice(0, -1).reduce((total, { here }) => total + here, 0);
        assert.equal(sum, everybody?.here, `${by} ${measure}`);
        assert.ok(told.tables.length > 0);
        for (const { here } of told.tables.flatMap(({ rows }) => rows))
          assert.ok(!here || here.denominator === 0 || here.denominator >= 8);
        const { statusCode, body } = await analyst.get(`/evidence/among?by=${by}&measure=${measure}`);
        assert.equal(statusCode, 200);
        assert.doesNotMatch(body, /NaN|undefined|\[object/);
      }
    const file = (await analyst.get('/evidence/among/figures.csv?by=age&measure=support')).body;
    const { tables } = (await among('by=age&measure=support')).among;
    const oldest = tables[1]?.rows.find(({ line }) => line === '85 and over')?.here;
    assert.ok(oldest && oldest.denominator > 50);
    const line = new RegExp(
      `Harbour,Age,85 and over,Harbour,Began ongoing support within 90 days,90,${oldest.numerator},${oldest.denominator},`,
    );
    assert.match(file, line);
  });

  it('says how many did not say, and something of those who did, on the made-up council', async () => {
    const { people } = (await among('by=ethnicity')).among;
    const notSaid = people.find(({ kind }) => kind === 'not-said');
    assert.ok(notSaid && notSaid.here > 50, JSON.stringify(people));
    assert.ok(people.filter(({ kind }) => kind === 'value').length >= 4, JSON.stringify(people));
    for (const by of ['language', 'disability', 'district'])
      assert.ok(
        (await among(`by=${by}`)).among.people.filter(({ kind }) => kind === 'value').length >= 3,
        by,
      );
  });

  it('is as at any past day, and keeps the day in its links', async () => {
    const { among: then } = await among('asAt=2026-08-01');
    const { among: now } = await among('');
    assert.ok((then.people.at(-1)?.here ?? 0) < (now.people.at(-1)?.here ?? 0));
    const body = (await analyst.get('/evidence/among?asAt=2026-08-01&by=district')).body;
    assert.match(body, /figures\.csv\?site=[^"]*asAt=2026-08-01[^"]*by=district/);
  });

  it('what people say of themselves is counted in whole four weeks, so that two days of looking find nobody', async () => {
    const { startedOn } = (await among('')).looked.site;
    const asked = (by: string, days: number) => among(`by=${by}&asAt=${addDays(startedOn, days)}`);
    for (const by of ['ethnicity', 'disability']) {
      const [first, last, next] = [await asked(by, 83), await asked(by, 110), await asked(by, 111)];
      assert.equal(first.countedTo, addDays(startedOn, 83));
      assert.deepEqual([last.countedTo, last.among], [first.countedTo, first.among]);
      assert.equal(next.countedTo, addDays(startedOn, 111));
      assert.notDeepEqual(next.among, first.among);
    }
    const { among: none } = await asked('ethnicity', 26);
    assert.equal(none.people.at(-1)?.here, 0, 'the first four weeks are not over');
    const page = (await analyst.get(`/evidence/among?by=disability&asAt=${addDays(startedOn, 90)}`)).body;
    assert.match(page, /is counted in whole four weeks since Harbour began/);
    assert.equal((await asked('age', 90)).countedTo, addDays(startedOn, 90));
  });

  it('E9 says who came, and the difference like with like', async () => {
    const { whoCame } = (await analyst.json('/evidence/among/who-came')).body as unknown as WhoCameValue;
    assert.deepEqual(
      whoCame.mixes.map(({ kind }) => kind),
      ['age', 'language', 'district', 'before'],
    );
    for (const { here, rows } of whoCame.mixes)
      assert.equal(
        rows.reduce((sum, row) => sum + row.here, 0),
        here,
      );
    assert.ok(whoCame.windows[1]?.alike?.difference);
    assert.match((await analyst.get('/evidence/among/who-came')).body, /Far apart|Alike/);
  });

  it('draws every team inside or outside what chance does, and ranks none', async () => {
    const found = ((await analyst.json('/evidence/among/teams')).body as unknown as TeamsValue).teams;
    assert.deepEqual(
      found.map(({ points }) => points.map(({ name }) => name)),
      [
        ['Harbour team', 'Marsh team'],
        ['Harbour team', 'Marsh team'],
      ],
    );
    const body = (await analyst.get('/evidence/among/teams')).body;
    assert.match(body, /Inside the funnel is what chance does/);
    assert.doesNotMatch(body, /Rowan|Mabel|Marlow/);
  });
});
