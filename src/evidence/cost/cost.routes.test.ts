import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { findWords } from '../../conversations/writing/words.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { addDays } from '../../platform/clock.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { makeSite } from '../site/site.store.ts';
import type { CostValue } from './cost.pages.tsx';

const { database } = await testDatabase();
const home = await testHouse(database);
const today = '2026-11-21';
const startedOn = addDays(today, -200);
const words = {
  scope: 'Everybody',
  agreedRules: [],
  owner: 'Lena',
  ifItWorks: 'The form stops',
  comparison: 'Marsh',
};

async function siteIn(slug: string): Promise<{ council: TestCouncil; siteId: string }> {
  const council = await testCouncil(database, slug);
  const siteId = await council.as(council.accounts.lead, (db) =>
    makeSite(db, {
      name: 'Harbour',
      teamId: council.teams.harbour,
      startedOn,
      ...words,
      tap: [],
      measures: [],
    }),
  );
  return { council, siteId };
}

/** Somebody who got in touch with a team so many days ago. */
function came(council: TestCouncil, days: number, who: 'rowan' | 'marsh' = 'rowan'): Promise<string> {
  return council.as(council.accounts[who], async (db) => {
    const personId = await makePerson(db, { fullName: 'Somebody Tidewell' });
    await saveContact(db, {
      ...{ personId, madeAt: new Date(testNow.getTime() - days * 86_400_000), words: 'Hello', how: 'phone' },
      ...{ madeBy: 'Them', madeByRelation: 'themselves', permission: 'own-words' },
    });
    return personId;
  });
}

/** Ongoing support from so many days ago, for so long, at so much a week. */
function draw(
  council: TestCouncil,
  personId: string,
  from: number,
  until: number | null,
  pence: number,
  what = 'Help',
) {
  return council.as(council.accounts.rowan, (db) =>
    sql`insert into support (council_id, id, person_id, kind, what, started_on, ended_on, weekly_pence)
      values (${councilOf(db)}, ${newId()}, ${personId}, 'ongoing', ${what}, ${addDays(today, -from)},
        ${until === null ? null : addDays(today, -until)}, ${pence})`.execute(db),
  );
}

/** Conversations written forty days ago by three workers, so many of them saying how long. */
async function write(
  council: TestCouncil,
  personId: string,
  many: number,
  known: number,
  who: 'harbour' | 'marsh',
) {
  const { rowan, priya, sam } = council.accounts;
  const authors = [rowan, priya, sam];
  await council.as(rowan, async (db) => {
    const conversation = newId();
    await sql`insert into conversation (council_id, id, person_id, kind, team_id, opened_at)
      values (${councilOf(db)}, ${conversation}, ${personId}, 1, ${council.teams[who]}, ${testNow})`.execute(
      db,
    );
    for (let at = 0; at < many; at += 1)
      await sql`insert into entry (council_id, id, person_id, conversation_id, author_id, happened_at, is_with_person, said, minutes, signed_at)
        values (${councilOf(db)}, ${newId()}, ${personId}, ${conversation}, ${authors[at % 3]?.accountId}, ${`${addDays(today, -40 - (at % 5))}T10:00:00Z`},
          true, 'x', ${at < known ? 40 : null}, ${testNow})`.execute(db);
  });
}

async function readAs(
  council: TestCouncil,
  who: keyof TestCouncil['accounts'],
  query = '',
): Promise<CostValue> {
  const { status, body } = await (await home.signIn(council, council.accounts[who])).json(
    `/evidence/cost${query}`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as CostValue;
}

async function pageAs(
  council: TestCouncil,
  who: keyof TestCouncil['accounts'],
  path = '/evidence/cost',
): Promise<string> {
  const answer = await (await home.signIn(council, council.accounts[who])).get(path);
  assert.equal(answer.statusCode, 200);
  const [, main = answer.body] = /<main[^>]*>([\s\S]*)<\/main>/.exec(answer.body) ?? [];
  return main.replace(/<(?!a |h1)[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const hourly = { anHour: '39.50', source: 'The finance team', sourceOn: '1 April 2026' };

describe('/evidence/cost', () => {
  it('E8 begins with what it shows and cannot, and holds no net figure without staff hours, on page, JSON or CSV', async () => {
    const { council } = await siteIn('no-hours');
    const personId = await came(council, 260);
    await draw(council, personId, 250, 100, 20_000);
    const page = await pageAs(council, 'analyst');
    assert.match(page, /<h1>Cost and hours This shows what changed/);
    assert.match(
      page,
      /It cannot say what Harbour saved: that needs the hours too, and what is missing is said below/,
    );
    assert.match(page, /No such figure is shown \(rule E8\), because no contact is written down here/);
    assert.doesNotMatch(page, /between −?£[\d,]+ and −?£[\d,]+ a year/);
    const value = await readAs(council, 'analyst');
    assert.deepEqual([value.net, value.notYet?.refused], [null, 'E8']);
    const csv = await pageAs(council, 'analyst', '/evidence/cost/figures.csv');
    assert.doesNotMatch(csv, /paid less, less hours/);
    assert.doesNotMatch(JSON.stringify(value), /netPence|hoursPence|moreHours/);
  });

  it('E8 shows paid less, less the hours, as a range with what it leaves out, once all is known; and never of another day before it was', async () => {
    const { council } = await siteIn('all-known');
    const ours = await Promise.all(Array.from({ length: 9 }, () => came(council, 250)));
    for (const id of ours) await draw(council, id, 240, 50, 20_000);
    for (const id of ours) await draw(council, id, 49, null, 15_000);
    const newHere = await came(council, 100);
    const newThere = await came(council, 100, 'marsh');
    await write(council, newHere, 10, 9, 'harbour');
    await write(council, newThere, 10, 8, 'marsh');
    const lead = await home.signIn(council, council.accounts.lead);
    assert.match(
      (await readAs(council, 'analyst')).notYet?.because ?? '',
      /^the council has not said what an hour costs$/,
    );
    assert.equal((await lead.post('/evidence/cost/hour', hourly)).statusCode, 303);
    const { net, cash } = await readAs(council, 'analyst');
    assert.ok(net && net.netPence.low < net.netPence.high);
    assert.equal(net.cashPence, Math.round((9 * 5_000 * 365.25) / 7));
    assert.deepEqual(
      cash.map(({ kind, people, weeklyPence }) => [kind, people, weeklyPence]),
      [['reduced', 9, -45_000]],
    );
    const page = await pageAs(council, 'analyst');
    assert.match(page, /It leaves out:.*deaths and moves away/);
    assert.match(page, /An hour costs £39\.50, from The finance team, as at 1 April 2026/);
    assert.match(await pageAs(council, 'analyst', '/evidence/cost/figures.csv'), /paid less, less hours/);
    assert.equal(
      (await readAs(council, 'analyst', `?asAt=${addDays(today, -1)}`)).net,
      null,
      'an hour had no cost yet',
    );
  });

  it('E8 tells no amount of a few people, and what stands beside a reduction comes with it', async () => {
    const { council } = await siteIn('a-few');
    const personId = await came(council, 260);
    await draw(council, personId, 250, 100, 20_000);
    await draw(council, personId, 99, 60, 5_000);
    await draw(council, personId, 59, null, 20_000);
    const { cash, beside } = await readAs(council, 'analyst');
    assert.deepEqual(
      cash.map(({ kind, people, weeklyPence, fullYearPence }) => [kind, people, weeklyPence, fullYearPence]),
      [
        ['increased', 1, null, null],
        ['reduced', 1, null, null],
      ],
    );
    assert.deepEqual([beside.people, beside.tooFew, beside.undone], [1, true, null]);
    assert.match(
      await pageAs(council, 'analyst'),
      /Support went down: 1 person.*too few to tell.*Beside it:/,
    );
  });

  it('two days of looking do not tell what one person’s support costs: changes are counted in whole four weeks', async () => {
    const { council } = await siteIn('two-days');
    const ours = await Promise.all(Array.from({ length: 10 }, () => came(council, 250)));
    for (const id of ours.slice(1)) {
      await draw(council, id, 240, 50, 20_000);
      await draw(council, id, 49, null, 15_000);
    }
    await draw(council, ours[0] ?? '', 240, 3, 31_000);
    await draw(council, ours[0] ?? '', 2, null, 12_000);
    for (const day of [-1, 0]) {
      const { cash, changesTo } = await readAs(council, 'analyst', `?asAt=${addDays(today, day)}`);
      assert.equal(changesTo, addDays(startedOn, 7 * 28 - 1));
      assert.deepEqual(
        cash.map(({ kind, people, weeklyPence }) => [kind, people, weeklyPence]),
        [['reduced', 9, -45_000]],
      );
    }
    const first = `/evidence/cost?asAt=${addDays(startedOn, 20)}`;
    assert.match(
      await pageAs(council, 'analyst', first),
      /the first are not over.*What changed is not told yet|What changed is not told yet.*the first are not over/,
    );
  });

  it('tells no minutes that fewer than three said, however many wrote beside them', async () => {
    const { council } = await siteIn('one-said');
    const personId = await came(council, 100);
    await write(council, personId, 12, 1, 'harbour');
    const { hours } = await readAs(council, 'analyst');
    assert.deepEqual([hours.here.times, hours.here.known, hours.here.minutes], [12, 0, null]);
    assert.ok(hours.here.told.every(({ known, minutes }) => known === 0 && minutes === null));
    await write(council, personId, 12, 6, 'harbour');
    assert.ok((await readAs(council, 'analyst')).hours.here.minutes, 'three have said now');
  });

  it('names nobody and leads from the page of figures, and a worker’s hours are nowhere', async () => {
    const { council } = await siteIn('nobody-named');
    const personId = await came(council, 100);
    await write(council, personId, 6, 3, 'harbour');
    const page = await pageAs(council, 'analyst');
    assert.match(
      page,
      /how long it took is known for 3 of 6 times contact was written down\. Together between 2 and 4 hours\./,
    );
    const value = JSON.stringify(await readAs(council, 'analyst'));
    for (const name of ['Rowan', 'Priya', 'Sam', 'Tidewell'])
      assert.ok(!value.includes(name) && !page.includes(`${name} `), name);
    const lead = ['/evidence/cost', '/evidence/cost/hour', '/evidence/cost/calendars'];
    for (const path of lead)
      assert.deepEqual(findWords((await pageAs(council, 'lead', path)).replace(/<[^>]+>/g, ' ')), [], path);
    assert.match(await pageAs(council, 'analyst', '/evidence'), /href="\/evidence\/cost\?site=/);
  });
});

const event = (day: string, summary: string) =>
  `BEGIN:VEVENT\r\nUID:${day}${summary}\r\nDTSTART:${day}T100000\r\nDTEND:${day}T113000\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
const file = (events: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`;

describe('a team’s calendar', () => {
  it('is looked at before it is kept, and only hours by week and kind are', async () => {
    const { council } = await siteIn('calendar');
    const lead = await home.signIn(council, council.accounts.lead);
    const asked = {
      team: council.teams.harbour,
      workers: '4',
      fromOn: '2 November 2026',
      toOn: '15 November 2026',
    };
    const read = await lead.post('/evidence/cost/calendars', {
      ...asked,
      calendar: file(event('20261103', 'Visit Mrs Quillfeather')),
    });
    assert.equal(read.statusCode, 303);
    const at = String(read.headers.location);
    const page = (await lead.get(at)).body;
    assert.match(page, /With people[\s\S]*1\.5/);
    assert.ok(!page.includes('Quillfeather'));
    assert.deepEqual((await readAs(council, 'analyst')).weeks, []);
    assert.equal((await lead.post(`${at}/kept`, {})).statusCode, 303);
    assert.deepEqual((await readAs(council, 'analyst')).weeks, [
      { weekOn: '2026-11-09', kinds: [] },
      { weekOn: '2026-11-02', kinds: [{ kind: 'with-people', minutes: 90 }] },
    ]);
    assert.deepEqual(
      (await readAs(council, 'analyst', '?asAt=2026-11-12')).weeks.map(({ weekOn }) => weekOn),
      ['2026-11-02'],
    );
    const kept = await council.as(council.accounts.lead, (db) =>
      sql`select to_jsonb(h) || to_jsonb(r) as row from calendar_hours h
      join calendar_reading r on r.id = h.reading_id`.execute(db),
    );
    assert.ok(!JSON.stringify(kept.rows).includes('Quill'));
  });

  it('may be given as a file, without any script', async () => {
    const { council } = await siteIn('as-a-file');
    const { cookie, csrf } = await home.signIn(council, council.accounts.administrator);
    const fields = {
      team: council.teams.harbour,
      workers: '4',
      fromOn: '2 November 2026',
      toOn: '15 November 2026',
      csrf,
      submission: newId(),
    };
    const part = (head: string, held: string) =>
      `--xyz\r\ncontent-disposition: form-data; ${head}\r\n\r\n${held}\r\n`;
    const answer = await home.house.server.inject({
      ...{ method: 'POST', url: '/evidence/cost/calendars' },
      headers: {
        ...{
          cookie,
          host: 'localhost',
          origin: 'http://localhost',
          'sec-fetch-site': 'same-origin',
          accept: 'text/html',
        },
        'content-type': 'multipart/form-data; boundary=xyz',
      },
      payload: `${Object.entries(fields)
        .map(([name, held]) => part(`name="${name}"`, held))
        .join('')}${part('name="file"; filename="team.ics"', file(event('20261103', 'Visit')))}--xyz--\r\n`,
    });
    assert.equal(answer.statusCode, 303, answer.body.slice(0, 300));
  });

  it('of fewer than three workers is never told, not even to whoever kept it', async () => {
    const { council } = await siteIn('two-workers');
    const lead = await home.signIn(council, council.accounts.lead);
    const asked = {
      team: council.teams.harbour,
      workers: '2',
      fromOn: '2 November 2026',
      toOn: '15 November 2026',
    };
    const read = await lead.post('/evidence/cost/calendars', {
      ...asked,
      calendar: file(event('20261103', 'Visit')),
    });
    const at = String(read.headers.location);
    await lead.post(`${at}/kept`, {});
    const { body } = await lead.json(at);
    assert.deepEqual(body.hours, []);
    assert.deepEqual((await readAs(council, 'analyst')).weeks, []);
  });

  it('that cannot be read comes back with the line, and words the council changes are used from then on', async () => {
    const { council } = await siteIn('words');
    const lead = await home.signIn(council, council.accounts.lead);
    const asked = {
      team: council.teams.harbour,
      workers: '4',
      fromOn: '2 November 2026',
      toOn: '15 November 2026',
    };
    const bad = await lead.post('/evidence/cost/calendars', {
      ...asked,
      calendar: file('BEGIN:VEVENT\r\nEND:VEVENT\r\n'),
    });
    assert.equal(bad.statusCode, 422);
    assert.match(bad.body, /The event on line 3 does not say when it starts/);
    const late = await lead.post('/evidence/cost/calendars', {
      ...asked,
      toOn: '1 December 2026',
      calendar: file(''),
    });
    assert.match(late.body, /Choose today or a day before it/);
    const elsewhere = await lead.post('/evidence/cost/calendars', {
      ...asked,
      team: newId(),
      calendar: file(''),
    });
    assert.equal(elsewhere.statusCode, 422);
    await lead.post('/evidence/cost/calendars/words', { meetings: 'natter, Huddle' });
    const read = await lead.post('/evidence/cost/calendars', {
      ...asked,
      calendar: file(event('20261103', 'Friday natter')),
    });
    const { body } = await lead.json(String(read.headers.location));
    assert.deepEqual(body.hours, [{ weekOn: '2026-11-02', kind: 'meetings', minutes: 90 }]);
  });

  it('and what an hour costs are for site leads and administrators; earlier costs are kept', async () => {
    const { council } = await siteIn('keepers');
    const lead = await home.signIn(council, council.accounts.lead);
    await lead.post('/evidence/cost/hour', hourly);
    await lead.post('/evidence/cost/hour', { ...hourly, anHour: '41', source: 'Published unit costs' });
    assert.match((await lead.get('/evidence/cost/hour')).body, /£41\.00[\s\S]*£39\.50/);
    const future = await lead.post('/evidence/cost/hour', { ...hourly, sourceOn: '1 April 2027' });
    assert.match(future.body, /Write a day that has come/);
    const analyst = await home.signIn(council, council.accounts.analyst);
    assert.equal((await analyst.post('/evidence/cost/hour', hourly)).statusCode, 403);
    assert.equal((await analyst.get('/evidence/cost/calendars')).statusCode, 403);
    assert.doesNotMatch((await analyst.get('/evidence/cost')).body, /Say what an hour costs<\/a>/);
  });
});
