import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { loadHistory } from '../../../demo/load-history.ts';
import { pinFor, type TestCouncil, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { stoppedClock } from '../../platform/clock.ts';
import { nobody, readRows, withinCouncil } from '../../platform/db/council.ts';
import { makeSite, sitesOf } from '../site/site.store.ts';
import type { Bundle } from './telling/bundle.ts';
import { checkBundle } from './telling/check-bundle.ts';

const { database } = await testDatabase();
const { house, signIn } = await testHouse(database);

const asAnybody = (url: string, accept = 'text/html') =>
  house.server.inject({ url, headers: { host: 'localhost', accept } });

async function withHistory(slug: string): Promise<{ council: TestCouncil; siteId: string }> {
  const council = await testCouncil(database, slug);
  const { councilId, teams, accounts } = council;
  await loadHistory(database, { councilId, teams, clock: stoppedClock(testNow.toISOString()) });
  const [site] = await council.as(accounts.lead, sitesOf);
  assert.ok(site);
  return { council, siteId: site.id };
}

const { council, siteId } = await withHistory('telling');
const lead = await signIn(council, council.accounts.lead);
const analyst = await signIn(council, council.accounts.analyst);

async function prepare(): Promise<string> {
  const { status, body } = await lead.json('/evidence/publish', { site: siteId });
  assert.equal(status, 200, JSON.stringify(body));
  return String(body.publicationId);
}

describe('telling everybody', () => {
  it('E10 nothing is told until a second person says yes, and then without an account', async () => {
    const id = await prepare();
    assert.match((await asAnybody('/at/telling/evidence')).body, /Nothing is told here yet/);
    const preview = await lead.get('/evidence/publish');
    assert.equal(preview.statusCode, 200);
    assert.match(preview.body, /numbers are told and \d+ hidden/);
    const alone = await lead.json(`/evidence/publications/${id}/agreement`, { version: 1 });
    assert.equal(alone.status, 409);
    assert.equal(alone.body.rule, 'E10');
    const yes = await analyst.json(`/evidence/publications/${id}/agreement`, { version: 1 });
    assert.equal(yes.status, 200, JSON.stringify(yes.body));
    const { statusCode, body } = await asAnybody('/at/telling/evidence');
    assert.equal(statusCode, 200);
    assert.match(body, /For a citizen/);
    assert.doesNotMatch(body, /longest/i);
  });

  it('E8 the story put beside a figure needs their yes, and a yes to what has changed is asked for again', async () => {
    const { council: other, siteId: site } = await withHistory('telling-stories');
    const otherLead = await signIn(other, other.accounts.lead);
    const otherAnalyst = await signIn(other, other.accounts.analyst);
    const { body } = await otherLead.json('/evidence/publish', { site });
    const at = `/evidence/publications/${body.publicationId}`;
    const story = { beside: 'people', words: 'Somebody asked me what I wanted.', toldBy: 'A daughter' };
    assert.equal((await otherLead.json(`${at}/stories`, story)).status, 422);
    assert.equal((await otherLead.json(`${at}/stories`, { ...story, theirYes: true })).status, 200);
    assert.equal((await otherAnalyst.json(`${at}/agreement`, { version: 1 })).status, 409);
    assert.equal((await otherAnalyst.json(`${at}/agreement`, { version: 2 })).status, 200);
    assert.match((await asAnybody('/at/telling-stories/evidence')).body, /Somebody asked me what I wanted/);
    assert.match((await otherAnalyst.get('/evidence')).body, /“Somebody asked me what I wanted\.”/);
    const again = await otherLead.json('/evidence/publish', { site });
    assert.equal(again.status, 409);
    assert.match(String(again.body.detail), /the last one was as at/);
    assert.equal(
      (await otherAnalyst.json(`${at}/end`, { why: 'The daughter changed her mind' })).status,
      200,
    );
    assert.match((await asAnybody('/at/telling-stories/evidence')).body, /Nothing is told here yet/);
    assert.equal((await asAnybody('/at/telling-stories/evidence/bundle.json')).statusCode, 404);
    assert.doesNotMatch((await otherAnalyst.get('/evidence')).body, /Somebody asked me what I wanted/);
  });

  it('E10 the page, the spreadsheet and the bundle hold told counts and what can be worked out from them', async () => {
    const file = await asAnybody('/at/telling/evidence/bundle.json');
    const checked = checkBundle(file.body);
    assert.ok('bundle' in checked, JSON.stringify(checked));
    assert.ok(checked.shares > 5);
    const counts = checked.bundle.figures.flatMap((one) => [
      one.numerator,
      one.denominator,
      one.notYetKnown,
      one.died,
      one.moved,
    ]);
    assert.ok(counts.every((count) => count === null || (count % 5 === 0 && count !== 5)));
    const csv = (await asAnybody('/at/telling/evidence/figures.csv')).body.trimEnd().split('\r\n');
    assert.ok(csv.length > checked.bundle.figures.length);
    const [figure] = checked.bundle.figures;
    assert.ok(csv[1]?.includes(`${figure?.numerator},${figure?.denominator},${figure?.percentage}`));
    assert.match((await asAnybody('/at/telling/evidence/methods')).body, /Willenborg and de Waal/);
  });

  it('E10 what was counted behind a figure is not there for a page open to all', async () => {
    const behind = sql<{ kept: number }>`select count(*)::integer as kept from count_behind`;
    const readAs = (actor: typeof nobody) =>
      withinCouncil(database, { councilId: council.councilId, actor, now: testNow, requestId: 't' }, (db) =>
        readRows(db, behind),
      );
    assert.deepEqual(await readAs(nobody), [{ kept: 0 }]);
    const [kept] = await readAs(pinFor(council.councilId, council.accounts.lead).actor);
    assert.ok((kept?.kept ?? 0) > 50);
  });

  it('each chart has its own figures as a file, and no other’s', async () => {
    const rows = async (of: string) =>
      (await asAnybody(`/at/telling/evidence/figures.csv?of=${of}`)).body.trimEnd().split('\r\n').slice(1);
    const people = await rows('people');
    assert.ok(people.length > 0 && people.every((row) => row.includes(',people,')));
    assert.ok((await rows('reached')).every((row) => row.includes(',reached: ')));
    assert.equal((await asAnybody('/at/telling/evidence/figures.csv?of=names')).statusCode, 404);
  });

  it('E10 a second site with the same first day is prepared beside the first, in less time than anybody waits', async () => {
    const second = await council.as(council.accounts.lead, async (db) => {
      const [first] = await sitesOf(db);
      assert.ok(first);
      const words = { scope: 'All', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Harbour' };
      const { startedOn } = first;
      return makeSite(db, {
        ...{ ...words, name: 'Marsh', teamId: council.teams.marsh, startedOn },
        ...{ agreedRules: [], tap: [], measures: [] },
      });
    });
    const { status, body } = await lead.json('/evidence/publish', { site: second });
    assert.equal(status, 200, JSON.stringify(body));
    const preview = await lead.get('/evidence/publish');
    assert.match(preview.body, /Marsh: being prepared/);
    assert.match(preview.body, /numbers are told and \d+ hidden/);
  });

  it('E10 only those who keep sites prepare, and a stranger finds no site that is not told', async () => {
    const rowan = await signIn(council, council.accounts.rowan);
    assert.equal((await rowan.json('/evidence/publish', { site: siteId })).status, 403);
    const unknown = '/at/telling/evidence?site=00000000-0000-4000-8000-000000000000';
    assert.equal((await asAnybody(unknown)).statusCode, 404);
  });
});

describe('between councils', () => {
  it('a bundle read in elsewhere stands beside theirs, in the order of the alphabet', async () => {
    const { body: text } = await asAnybody('/at/telling/evidence/bundle.json');
    const reader = await testCouncil(database, 'reading-in');
    const visitor = await signIn(reader, reader.accounts.analyst);
    const late: Bundle = { ...JSON.parse(text), place: 'Aldbeck Council' };
    for (const bundle of [text, JSON.stringify(late)])
      assert.equal((await visitor.json('/evidence/places', { bundle })).status, 200);
    const { body } = await visitor.json('/evidence/places');
    const tables = body.tables as { rows: { place: string }[] }[];
    assert.deepEqual(
      tables[0]?.rows.map(({ place }) => place),
      ['Aldbeck Council', 'telling Council'],
    );
    const page = await visitor.get('/evidence/places');
    assert.equal(page.statusCode, 200);
    const other: Bundle = { ...late, place: 'Brack Council', definitions: { people: 'Everybody at all' } };
    await visitor.json('/evidence/places', { bundle: JSON.stringify(other) });
    const { body: then } = await visitor.json('/evidence/places');
    const [first] = then.tables as { rows: unknown[]; otherwise: { place: string }[] }[];
    assert.equal(first?.rows.length, 2);
    assert.deepEqual(
      first?.otherwise.map(({ place }) => place),
      ['Brack Council'],
    );
  });

  it('a file with a slip is not read at all, and the slip is told by its line', async () => {
    const { body: text } = await asAnybody('/at/telling/evidence/bundle.json');
    const lines = text.split('\n');
    const at = lines.findIndex(
      (line) => line.includes('"measure":"people"') && !line.includes('"percentage":null'),
    );
    const slipped = lines
      .with(at, (lines[at] ?? '').replace(/"percentage":[\d.]+/, '"percentage":99.9'))
      .join('\n');
    const reader = await testCouncil(database, 'reading-slips');
    const visitor = await signIn(reader, reader.accounts.analyst);
    const { status, body } = await visitor.json('/evidence/places', { bundle: slipped });
    assert.equal(status, 422);
    assert.match(
      JSON.stringify(body),
      new RegExp(`Line ${at + 1}: people, site, \\d+ days: percentage is told as 99.9%`),
    );
    const exact = checkBundle(text.replace(/"numerator":\d+/, '"numerator":3'));
    assert.ok('wrong' in exact && exact.wrong[0]?.message.includes('to the nearest 5'));
    const broken = checkBundle(`${lines.slice(0, 6).join('\n')}\n}}`);
    assert.ok('wrong' in broken && (broken.wrong[0]?.line ?? 0) >= 6);
    assert.deepEqual((await visitor.json('/evidence/places')).body.tables, []);
  });
});
