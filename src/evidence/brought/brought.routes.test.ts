import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { findWords } from '../../conversations/writing/words.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'bringing');
const other = await testCouncil(database, 'elsewhere');
const { signIn } = await testHouse(database);
const analyst = await signIn(council, council.accounts.analyst);
const example =
  /```csv\n([\s\S]*?)```/.exec(
    readFileSync(new URL('../../../docs/bring-your-own.md', import.meta.url), 'utf8'),
  )?.[1] ?? '';

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
    assert.match(page.body, /How each is counted/);
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

  it('A5 another council sees nothing of it', async () => {
    const sent = await analyst.post('/evidence/brought', { name: 'Ours', text: example });
    const stranger = await signIn(other, other.accounts.analyst);
    assert.equal((await stranger.get(String(sent.headers.location))).statusCode, 404);
    assert.doesNotMatch((await stranger.get('/evidence/brought')).body, /Ours/);
  });
});
