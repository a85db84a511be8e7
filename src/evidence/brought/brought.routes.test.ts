import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse, type Visitor } from '../../../test/house.ts';
import { findWords } from '../../conversations/writing/words.ts';
import { newId } from '../../platform/ids.ts';
import { readingRound } from './reading/reading-round.ts';
import { uploadsToRead } from './reading/uploads.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'bringing');
const other = await testCouncil(database, 'elsewhere');
const { signIn, house } = await testHouse(database);
const analyst = await signIn(council, council.accounts.analyst);
const example =
  /```csv\n([\s\S]*?)```/.exec(
    readFileSync(new URL('../../../docs/bring-your-own.md', import.meta.url), 'utf8'),
  )?.[1] ?? '';

const boundary = '----newcomer';
function upload(visitor: Visitor, url: string, fields: Record<string, string>, bytes: Buffer | null) {
  const all = Object.entries({ csrf: visitor.csrf, submission: newId(), ...fields });
  const head = (name: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const payload = Buffer.concat([
    ...all.map(([name, value]) => Buffer.from(`${head(name)}${value}\r\n`)),
    Buffer.from(head('file', `; filename="${bytes ? 'history.csv' : ''}"\r\nContent-Type: text/csv`)),
    bytes ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = {
    ...{
      host: 'localhost',
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
    },
    ...{ cookie: visitor.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
  return house.server.inject({ method: 'POST', url, headers, payload });
}

describe('bringing a history as a newcomer does', () => {
  it('E3 the example of the guide, pasted, gives its conversion with definitions, as a page, JSON and CSV', async () => {
    const sent = await analyst.post('/evidence/brought', {
      name: 'Before',
      text: example,
      order: '',
      takenOn: '31 March 2026',
    });
    assert.equal(sent.statusCode, 303, sent.body);
    const where = String(sent.headers.location);
    const page = await analyst.get(where);
    assert.equal(page.statusCode, 200, page.body);
    assert.match(page.body, /Too few to compare/);
    assert.match(page.body, /How this is counted/);
    for (const body of [page.body, (await analyst.get('/evidence/brought')).body])
      assert.deepEqual(findWords(body.replaceAll(/<(script|style)[^>]*>.*?<\/\1>|<[^>]+>/gs, ' ')), []);
    const { body } = await analyst.json(where);
    const people = (
      body.evidence as {
        people: {
          windowDays: number;
          numerator: number;
          denominator: number;
          moved: number;
          definition: string;
        }[];
      }
    ).people;
    const ninety = people.find(({ windowDays }) => windowDays === 90);
    assert.deepEqual([ninety?.numerator, ninety?.denominator], [1, 3]);
    assert.match(ninety?.definition ?? '', /began that many days or less/);
    const file = await analyst.get(`${where}/figures.csv`);
    assert.match(file.body, /Before,,began ongoing support: people,90,1,3/);
  });

  it('says what stands wrong by row and column, and keeps nothing', async () => {
    const text =
      'Client ID;Event Type;Start Date\nK1;Referral;03/04/2025\nK2;Knitting;2025-04-03\n;contact;31 June 2025';
    const sent = await analyst.post('/evidence/brought', { name: 'Wrong', text });
    assert.equal(sent.headers.location, '/evidence/brought');
    const { body } = await analyst.get('/evidence/brought');
    assert.match(body, /could be two days/);
    assert.match(body, /Knitting/);
    assert.match(body, /Give the key/);
    assert.match(body, /Write the day like/);
  });

  it('takes a file by upload with no script, as it came, in whatever letters', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('person,event,starts,team\na,contact,2025-04-03,Café\n', 'utf16le'),
    ]);
    const sent = await upload(analyst, '/evidence/brought', { name: 'By upload' }, utf16);
    assert.equal(sent.statusCode, 303, sent.body);
    assert.match((await analyst.get(String(sent.headers.location))).body, /Café/);
  });

  it('asks for a file where none was chosen, and no other form takes one', async () => {
    const none = await upload(analyst, '/evidence/brought', { name: 'None' }, null);
    assert.equal(none.statusCode, 422);
    assert.match(none.body, /Choose a file, or paste the rows/);
    const elsewhere = await upload(analyst, '/sign-out', {}, Buffer.from('a'));
    assert.equal(elsewhere.statusCode, 415);
  });

  it('names its columns, and its example reads without a mistake and tells of age and district', async () => {
    const page = await analyst.get('/evidence/brought');
    for (const column of ['weekly cost', 'age band', 'support start', 'catch-up'])
      assert.match(page.body, new RegExp(column));
    assert.equal((await analyst.get('/evidence/brought/template.csv')).body.trim().split(',').length, 10);
    const { body: csv } = await analyst.get('/evidence/brought/example.csv');
    const sent = await upload(
      analyst,
      '/evidence/brought',
      { name: 'Example', takenOn: '31 March 2026' },
      Buffer.from(csv),
    );
    assert.match(String(sent.headers.location), /brought\/[0-9a-f-]{36}/, sent.body);
    const { body } = await analyst.get(String(sent.headers.location));
    for (const told of [
      /by age band/,
      /by district/,
      /in a full year/,
      /it cannot show why/,
      /Within 28 days/,
    ])
      assert.match(body, told);
    assert.deepEqual(findWords(body.replaceAll(/<(script|style)[^>]*>.*?<\/\1>|<[^>]+>/gs, ' ')), []);
  });

  it('a long file is read by and by, in view, and goes on where a stop broke it off', async () => {
    const rows = Array.from(
      { length: 16_000 },
      (_, n) => `${'k'.repeat(180)}${n},contact,2025-04-${10 + (n % 20)},,,Front door`,
    );
    const text = `person,event,starts,ends,kind,team\n${rows.join('\n')}\n`;
    const sent = await upload(analyst, '/evidence/brought', { name: 'Long' }, Buffer.from(text));
    assert.equal(sent.headers.location, '/evidence/brought');
    assert.match((await analyst.get('/evidence/brought')).body, /of about 16,001 rows/);
    const stopping = new AbortController();
    let batches = 0;
    const clock = {
      now: () => {
        batches += 1;
        if (batches === 15) stopping.abort();
        return testNow;
      },
    };
    await readingRound().act(database, clock, stopping.signal);
    assert.match((await analyst.get('/evidence/brought')).body, /(5|10|15),000 of about/);
    await readingRound().act(database, { now: () => testNow }, new AbortController().signal);
    const done = await analyst.get('/evidence/brought');
    assert.match(done.body, /16,000/);
    assert.doesNotMatch(done.body, /is being read/);
    assert.deepEqual(await uploadsToRead(database), []);
  });

  it('A5 another council sees nothing of it', async () => {
    const sent = await analyst.post('/evidence/brought', { name: 'Ours', text: example });
    const stranger = await signIn(other, other.accounts.analyst);
    assert.equal((await stranger.get(String(sent.headers.location))).statusCode, 404);
    assert.doesNotMatch((await stranger.get('/evidence/brought')).body, /Ours/);
  });
});
