import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import type { SiteValue } from './pages/site.pages.tsx';

const { database } = await testDatabase();
const home = await testHouse(database);
const { signIn, clock } = home;
const at = (day: string) => clock.set(`${day}T09:32:00Z`);

interface Kept {
  council: TestCouncil;
  lead: Visitor;
  /** The address of the site. */
  url: string;
}

let made = 0;

async function newSite(): Promise<Kept> {
  at('2026-11-21');
  made += 1;
  const council = await testCouncil(database, `sites-${made}`);
  const lead = await signIn(council, council.accounts.lead);
  const { status, body } = await lead.json('/evidence/sites', {
    name: 'Harbour',
    team: council.teams.harbour,
  });
  assert.equal(status, 200);
  return { council, lead, url: `/evidence/sites/${String(body.id)}` };
}

/** The clock goes on, and the site lead signs in again. */
async function later(site: Kept, day: string): Promise<void> {
  at(day);
  site.lead = await signIn(site.council, site.council.accounts.lead);
}

async function read({ lead, url }: Kept): Promise<SiteValue> {
  const { status, body } = await lead.json(url);
  assert.equal(status, 200);
  return body as unknown as SiteValue;
}

/** Says something of a site; fails with what the form said when it was not taken. */
async function say({ lead, url }: Kept, noun: string, fields: Record<string, string>): Promise<void> {
  const answer = await lead.post(`${url}/${noun}`, fields);
  assert.equal(answer.statusCode, 303, `${noun}: ${errorIn(answer.body)}`);
}

const errorIn = (body: string): string => /govuk-error-summary__body">(.*?)<\/div>/.exec(body)?.[1] ?? body;

const measure = { about: 'E3', measure: '', definition: '', replaces: '', why: '' };

async function sayEverything(site: Kept): Promise<void> {
  const { council } = site;
  await say(site, 'scope', { kind: 'postcodes', postcodes: 'sb1, SB2', fromOn: '23 November 2026' });
  await say(site, 'aim', { owner: 'Priya', whatStops: 'The desk', whatMoneyMoves: 'Eleven posts' });
  const beside = { kind: 'team', team: council.teams.marsh, words: 'Marsh', howItDiffers: 'Villages' };
  await say(site, 'comparison', beside);
  await say(site, 'baseline', { words: 'Nothing was recorded before' });
  await say(site, 'measures', measure);
}

async function begun(): Promise<Kept> {
  const site = await newSite();
  await sayEverything(site);
  await say(site, 'start', { startedOn: '22 November 2026' });
  return site;
}

describe('keeping a site', () => {
  it('is the site lead’s; those who read evidence read it, and another council knows nothing of it', async () => {
    const site = await newSite();
    const { accounts } = site.council;
    for (const who of ['rowan', 'analyst', 'administrator'] as const) {
      const visitor = await signIn(site.council, accounts[who]);
      assert.equal((await visitor.get(site.url)).statusCode, 200, who);
      assert.doesNotMatch((await visitor.get(site.url)).body, /Register a measure|Write in the log/);
      assert.equal((await visitor.post(`${site.url}/log`, {})).statusCode, 403, who);
    }
    const other = await newSite();
    assert.equal((await other.lead.get(site.url)).statusCode, 404);
    assert.equal((await other.lead.post(`${site.url}/tap`, { turn: 'on' })).statusCode, 404);
    assert.match((await other.lead.get('/evidence/sites')).body, /Being set up/);
    assert.equal(
      (await other.lead.post('/evidence/sites', { name: 'harbour', team: other.council.teams.marsh }))
        .statusCode,
      422,
    );
  });

  it('E11 refuses to begin until everything is said, naming each, and then begins once', async () => {
    const site = await newSite();
    const early = await site.lead.post(`${site.url}/start`, { startedOn: '23 November 2026' });
    assert.equal(early.statusCode, 409);
    assert.match(early.body, /whose contacts are the site’s; what is to be measured; whom it is set beside/);
    assert.match(early.body, /Rule E11/);
    assert.equal((await read(site)).missing.length, 7);
    await sayEverything(site);
    assert.deepEqual((await read(site)).missing, []);
    const sameDay = await site.lead.post(`${site.url}/start`, { startedOn: '21 November 2026' });
    assert.match(sameDay.body, /a site cannot begin on that day or before it/);
    const backdated = await site.lead.post(`${site.url}/start`, {
      startedOn: '1 June 2026',
      whyLate: 'We had begun',
    });
    assert.equal(backdated.statusCode, 409);
    await say(site, 'start', { startedOn: '22 November 2026' });
    const { site: kept } = await read(site);
    assert.deepEqual([kept.startedOn, kept.tap.length, kept.tap[0]?.isOn], ['2026-11-22', 1, true]);
    const again = await site.lead.post(`${site.url}/start`, { startedOn: '30 November 2026' });
    assert.match(again.body, /never moved/);
  });

  it('E11 a past first day needs why, and still lies after what was said', async () => {
    const site = await newSite();
    await sayEverything(site);
    await later(site, '2026-11-30');
    const late = await site.lead.post(`${site.url}/start`, { startedOn: '25 November 2026' });
    assert.match(late.body, /why it is said only now/);
    await say(site, 'start', { startedOn: '25 November 2026', whyLate: 'I was away' });
    assert.match((await site.lead.get(site.url)).body, /said only later: I was away/);
  });

  it('E11 a comparison named after the start is marked for ever, on the site and on its figures', async () => {
    const site = await begun();
    await later(site, '2026-12-03');
    const other = { kind: 'elsewhere', words: 'Everybody else', howItDiffers: 'Further away' };
    assert.match((await site.lead.post(`${site.url}/comparison`, other)).body, /the site has begun/i);
    await say(site, 'comparison', { ...other, why: 'Marsh lost two of its four' });
    await later(site, '2027-01-10');
    await say(site, 'comparison', {
      kind: 'none',
      words: 'Nobody is left to compare with',
      why: 'They began too',
    });
    const mark = /taken away after the start, on 3 December 2026 and again on 10 January 2027, in place of/;
    assert.match((await read(site)).comparison.mark ?? '', mark);
    for (const url of [site.url, '/evidence']) assert.match((await site.lead.get(url)).body, mark, url);
    const standing = (await read(site)).comparison;
    assert.deepEqual([standing.state, standing.earlier.length], ['none', 2]);
  });

  it('E11 a measure keeps the words it was registered with; a later change needs why and has its own day', async () => {
    const site = await begun();
    const [first] = (await read(site)).site.measures;
    assert.ok(first);
    await later(site, '2027-01-04');
    const own = { about: '', measure: 'Chats', definition: 'Chats a week', replaces: first.id };
    assert.match((await site.lead.post(`${site.url}/measures`, own)).body, /changed only with a reason/);
    await say(site, 'measures', { ...own, why: 'People asked for it' });
    assert.match(
      (await site.lead.post(`${site.url}/measures`, { ...own, why: 'Twice' })).body,
      /changed by a later one/,
    );
    const { measures } = (await read(site)).site;
    assert.deepEqual(
      measures.map(({ measure, registeredOn, whyChanged }) => [
        measure === first.measure,
        registeredOn,
        whyChanged,
      ]),
      [
        [true, '2026-11-21', null],
        [false, '2027-01-04', 'People asked for it'],
      ],
    );
    assert.equal(measures[0]?.definition, first.definition);
  });

  it('E9 the tap is turned today, or on a past day by saying why it comes late', async () => {
    const site = await begun();
    await later(site, '2026-12-10');
    const off = { turn: 'off', onDay: '1 December 2026', why: 'Two of us away' };
    assert.match((await site.lead.post(`${site.url}/tap`, off)).body, /that day is past/i);
    await say(site, 'tap', { ...off, whyLate: 'It was forgotten' });
    await say(site, 'tap', { turn: 'on', onDay: '10 December 2026', why: 'Everybody back' });
    assert.match(
      (await site.lead.post(`${site.url}/tap`, { ...off, turn: 'on', onDay: '10 December 2026' })).body,
      /was on already/,
    );
    const { body } = await site.lead.get(site.url);
    assert.match(body, /The tap is on/);
    assert.match(body, /Written down 10 December 2026: It was forgotten/);
  });

  it('the log is never edited: what comes later is added beneath, and who wrote it is the one signed in', async () => {
    const site = await begun();
    await say(site, 'log', {
      kind: 'reflected',
      onDay: '21 November 2026',
      byWhom: 'The team',
      words: 'We rang late',
      answersPrompt: 'yes',
    });
    const [first] = (await read(site)).site.log;
    assert.ok(first?.prompt);
    await say(site, 'log', {
      kind: 'decided',
      onDay: '21 November 2026',
      byWhom: 'Priya',
      words: 'We ring by four',
      whatChanges: 'By four',
      addsTo: first.id,
    });
    const { log } = (await read(site)).site;
    assert.deepEqual(
      log.map(({ words, addsToId, writtenBy }) => [words, addsToId, writtenBy]),
      [
        ['We rang late', null, 'Lena'],
        ['We ring by four', first.id, 'Lena'],
      ],
    );
    await assert.rejects(
      site.council.as(site.council.accounts.lead, (db) =>
        sql`update site_log set words = 'Nothing' where council_id = ${councilOf(db)}`.execute(db),
      ),
      /permission denied/,
    );
    const elsewhere = await newSite();
    const stranger = {
      kind: 'learned',
      onDay: '21 November 2026',
      byWhom: 'Us',
      words: 'Yes',
      addsTo: first.id,
    };
    assert.equal((await elsewhere.lead.post(`${elsewhere.url}/log`, stranger)).statusCode, 422);
  });

  it('a step stands by evidence that points at this site’s own record, and by nothing else', async () => {
    const site = await begun();
    const story = {
      step: 'story',
      words: 'Eleven hands before anybody sat down',
      onDay: '20 November 2026',
      byWhom: 'Our Lives',
    };
    await say(site, 'showing', { ...story, pointsAt: 'document' });
    const [measured] = (await read(site)).site.measures;
    await say(site, 'showing', { ...story, step: 'figures', pointsAt: `measure:${measured?.id}` });
    const { steps, site: kept } = await read(site);
    assert.equal(steps.find(({ step }) => step === 'story')?.stands, 'stands');
    assert.equal(steps.find(({ step }) => step === 'spread')?.stands, 'nothing-yet');
    assert.equal(kept.evidence.find(({ step }) => step === 'figures')?.pointsAt, measured?.measure);
    const other = await newSite();
    const wrong = { ...story, pointsAt: `measure:${measured?.id}` };
    assert.equal((await other.lead.post(`${other.url}/showing`, wrong)).statusCode, 422);
  });

  it('another site carries the rules, to be agreed there, and the measures, registered anew; lineage both ways', async () => {
    const site = await begun();
    await say(site, 'rules', {
      rule: 'Whoever answers, meets them',
      agreedOn: '20/11/2026',
      agreedBy: 'Us all',
      withPeople: 'yes',
    });
    await later(site, '2027-01-02');
    await say(site, 'another', { name: 'Fens', team: site.council.teams.marsh });
    const { begunFromThis } = (await read(site)).site;
    assert.deepEqual(
      begunFromThis.map(({ name }) => name),
      ['Fens'],
    );
    const fens = await read({ ...site, url: `/evidence/sites/${begunFromThis[0]?.id}` });
    assert.equal(fens.site.begunFrom?.name, 'Harbour');
    assert.deepEqual(
      [fens.site.measures[0]?.registeredOn, fens.site.rules[0]?.withPeople, fens.site.comparisons.length],
      ['2027-01-02', false, 0],
    );
    assert.match(fens.site.rules[0]?.agreedBy ?? '', /not yet agreed here/);
    assert.ok(fens.missing.some(({ page }) => page === 'comparison'));
  });

  it('people come and go, and rules change, leaving what was there to be read', async () => {
    const site = await newSite();
    await say(site, 'people', {
      name: 'Dot',
      part: 'Votes on rules',
      comesAs: 'lives-here',
      sinceOn: '1 November 2026',
    });
    const [dot] = (await read(site)).site.people;
    const until = `people/${dot?.id}/until`;
    assert.equal(
      (await site.lead.post(`${site.url}/${until}`, { untilOn: '1 October 2026' })).statusCode,
      422,
    );
    await say(site, until, { untilOn: '20 November 2026' });
    const agreed = { agreedOn: '20 November 2026', agreedBy: 'Us' };
    await say(site, 'rules', { ...agreed, rule: 'We go along' });
    const [rule] = (await read(site)).site.rules;
    const changed = { ...agreed, rule: 'We go along the first time', replaces: rule?.id ?? '' };
    assert.equal((await site.lead.post(`${site.url}/rules`, changed)).statusCode, 422);
    await say(site, 'rules', { ...changed, why: 'Twice was too much' });
    const { body } = await site.lead.get(site.url);
    assert.match(body, /until 20 November 2026/);
    assert.match(body, /Rules that changed or were set aside/);
  });

  it('the baseline shows what the record holds by whole weeks, and ends before the site begins', async () => {
    const site = await newSite();
    for (const madeAt of ['2026-10-28T10:00:00Z', '2026-11-12T10:00:00Z', '2026-11-20T10:00:00Z'])
      await site.council.as(site.council.accounts.rowan, async (db) => {
        const personId = await makePerson(db, { fullName: 'Somebody' });
        const how = {
          how: 'phone',
          madeBy: 'Them',
          madeByRelation: 'themselves',
          permission: 'own-words',
        } as const;
        await saveContact(db, { personId, madeAt: new Date(madeAt), words: 'Hello', ...how });
      });
    const { body } = await site.lead.get(`${site.url}/baseline`);
    assert.match(body, /holds 3 whole weeks of Harbour team from 26 October 2026, fewer than a year/);
    const wrong = { fromOn: '26 October 2026', toOn: '21 November 2026', words: 'Steady' };
    assert.equal((await site.lead.post(`${site.url}/baseline`, wrong)).statusCode, 422);
    await say(site, 'baseline', { ...wrong, toOn: '15 November 2026' });
    assert.match((await site.lead.get(site.url)).body, /3 weeks, fewer than the 52/);
  });

  it('what was done is written in who did what', async () => {
    const site = await begun();
    const { rows } = await site.council.as(site.council.accounts.governance, (db) =>
      sql<{
        route: string;
      }>`select distinct route from audit_entry where council_id = ${councilOf(db)} and act = 'write'
        and account_id = ${site.council.accounts.lead.accountId}`.execute(db),
    );
    for (const noun of ['scope', 'aim', 'comparison', 'baseline', 'measures', 'start'])
      assert.ok(
        rows.some(({ route }) => route === `/evidence/sites/:id/${noun}`),
        noun,
      );
  });
});
