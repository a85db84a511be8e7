import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { attachEvidence, writeLog } from '../sites/keeping.store.ts';
import { shareDefinitions } from './definitions.ts';
import type { DriftValue } from './drift.ts';
import { askedOf, life, liveAll } from './lives.fixture.ts';
import type { HowItWentValue } from './value.ts';

const { database } = await testDatabase();
const { signIn } = await testHouse(database);
const path = '/evidence/how-it-went';

/** A council with a site, and so many invented lives. */
async function lived(slug: string, people: number): Promise<{ council: TestCouncil; siteId: string }> {
  const council = await testCouncil(database, slug);
  const siteId = await council.as(council.accounts.lead, async (db) => {
    const { site } = await askedOf(db, council, '2026-11-21');
    await liveAll(db, council, fc.sample(life, { numRuns: people, seed: 7 }));
    return site.id;
  });
  return { council, siteId };
}

const { council, siteId } = await lived('lived', 40);
const analyst = await signIn(council, council.accounts.analyst);
const ask = async (query = '') =>
  (await analyst.json(`${path}?site=${siteId}${query}`)).body as unknown as HowItWentValue;

describe('how it went, as it is read', () => {
  it('is for those who read evidence, and reached from the figures', async () => {
    for (const who of ['rowan', 'lead', 'analyst', 'administrator'] as const) {
      const visitor = await signIn(council, council.accounts[who]);
      for (const url of [path, `${path}.csv`, `${path}/drift`, `${path}/drift.csv`])
        assert.equal((await visitor.get(`${url}?site=${siteId}`)).statusCode, 200, `${who} ${url}`);
    }
    const governance = await signIn(council, council.accounts.governance);
    assert.equal((await governance.get(path)).statusCode, 403);
    assert.match((await analyst.get('/evidence')).body, /href="\/evidence\/how-it-went\?site=/);
  });

  it('E8 every figure carries its definition, its counts, its range, what is not yet known and what stands beside it', async () => {
    const { figures } = await ask();
    const all = Object.values(figures).flat();
    assert.ok(all.length > 100);
    for (const one of all) {
      assert.equal(one.followUp.everybody, one.denominator + one.notYetKnown, one.measure);
      assert.equal(one.definition, shareDefinitions[one.measure].words);
      assert.equal(one.interval === null, one.denominator === 0);
      assert.equal(one.tooFew, one.denominator < 8);
      assert.ok(one.counterMeasure.what.length > 0);
    }
  });

  it('E8 fewer than eight are too few to compare, in words and in the file', async () => {
    const few = await lived('few', 5);
    const visitor = await signIn(few.council, few.council.accounts.analyst);
    const { body } = await visitor.get(`${path}?site=${few.siteId}`);
    assert.match(body, /is known of only \d: too few to compare/);
    assert.match(body, /too few to compare \(\d in all\)/);
    assert.doesNotMatch(body, /\d\.\d%|\d of \d: too few/);
    const { body: file } = await visitor.get(`${path}.csv?site=${few.siteId}`);
    assert.doesNotMatch(file, /,no,Of everybody who got in touch/);
  });

  it('is as at the day asked: what happened since is not there yet', async () => {
    const now = await ask();
    const then = await ask('&asAt=2026-06-01');
    const known = (value: HowItWentValue) =>
      Object.values(value.figures)
        .flat()
        .reduce((sum, one) => sum + one.denominator, 0);
    assert.equal(then.asOf, '2026-06-01');
    assert.ok(known(then) > 0 && known(then) < known(now), `${known(then)} of ${known(now)}`);
  });

  it('4.1 what was not got stands beside conversion, and the reasons stay with the person', async () => {
    const { body } = await analyst.get(`${path}?site=${siteId}`);
    const section = body.split('id="not-got"')[1]?.split('</section>')[0] ?? '';
    assert.match(section, /Began ongoing support, within 90 days/);
    assert.match(section, /The law does not require us to meet their needs/);
    assert.match(section, /Asked for something nobody nearby offers yet/);
    assert.doesNotMatch(section, /evidence\/not-yet/, 'an analyst reads no reasons');
    const rowan = await signIn(council, council.accounts.rowan);
    assert.match((await rowan.get(`${path}?site=${siteId}`)).body, /\/evidence\/not-yet\?site=/);
  });

  it('E7 only words kept as evidence or written as reflection are read, newest first, in pages', async () => {
    await council.as(council.accounts.lead, async (db) => {
      for (let at = 1; at <= 9; at += 1)
        await attachEvidence(db, siteId, {
          ...{ step: 'reflection', words: `Word ${at} of mine.`, byWhom: 'Dot', whoseVoice: 'people' },
          ...{ onDay: `2026-10-0${at}`, at: { kind: 'words', id: null } },
        });
      const log = { byWhom: 'The team', evidence: null, whatChanges: null, prompt: null, addsToId: null };
      await writeLog(db, siteId, { ...log, kind: 'reflected', words: 'We listened.', onDay: '2026-10-20' });
      await writeLog(db, siteId, { ...log, kind: 'decided', words: 'We decided.', onDay: '2026-10-21' });
    });
    const first = (await analyst.get(`${path}?site=${siteId}`)).body;
    assert.match(first, /We listened\.[\s\S]*Word 9 of mine\.[\s\S]*Word 3 of mine\./);
    assert.doesNotMatch(first, /We decided|Word 2 of mine/);
    assert.match((await analyst.get(`${path}?site=${siteId}&page=2`)).body, /Word 2 of mine/);
    assert.match(
      (await analyst.get(`${path}?site=${siteId}&page=99`)).body,
      /Word 9 of mine/,
      'the first page',
    );
    assert.deepEqual((await ask('&asAt=2026-10-01')).words.words, [], 'written only since');
  });

  it('4.17 drift is of a team month by month, never of anybody in it', async () => {
    const { body } = await analyst.json(`${path}/drift?site=${siteId}`);
    const { figures, charts } = body as unknown as DriftValue;
    assert.deepEqual(
      [...new Set(figures.map(({ measure }) => measure))],
      ['handed-on', 'own-words', 'words-to-spare'],
    );
    assert.equal(charts.length, 5);
    assert.doesNotMatch(JSON.stringify(body), /Rowan|Priya/);
    const page = (await analyst.get(`${path}/drift?site=${siteId}`)).body;
    assert.match(page, /Month by month/);
    assert.doesNotMatch(page, /\bweeks\b/);
  });

  it('gives every share once in each group as a file', async () => {
    const { body, headers } = await analyst.get(`${path}.csv?site=${siteId}`);
    assert.match(String(headers['content-disposition']), /how-it-went-2026-11-21\.csv/);
    const drift = ['handed-on', 'own-words', 'words-to-spare'];
    for (const measure of Object.keys(shareDefinitions).filter((one) => !drift.includes(one)))
      assert.equal(body.match(new RegExp(`^[^,]*,(?!lists)[a-zA-Z]+,${measure},`, 'gm'))?.length, 4, measure);
  });
});
