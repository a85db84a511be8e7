import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { findWords } from '../../conversations/writing/words.ts';
import { exampleCsv } from '../brought/bringing/example.ts';
import { Bundle } from '../publishing/telling/bundle.ts';

const { database } = await testDatabase();
const giving = await testCouncil(database, 'giving');
const taking = await testCouncil(database, 'taking');
const { signIn } = await testHouse(database);
const giver = await signIn(giving, giving.accounts.analyst);
const taker = await signIn(taking, taking.accounts.analyst);

const bring = async (text: string): Promise<string> => {
  const sent = await giver.post('/evidence/brought', { name: 'Before', text, takenOn: '31 March 2026' });
  assert.equal(sent.statusCode, 303, sent.body);
  return String(sent.headers.location);
};

describe('what councils give one another', () => {
  it('E8 E10 a history goes to another council as counts hidden and rounded, with its definitions, and stands beside theirs', async () => {
    const where = await bring(exampleCsv());
    const file = await giver.get(`${where}/bundle.json`);
    assert.equal(file.statusCode, 200, file.body);
    const bundle = Bundle.parse(JSON.parse(file.body));
    assert.equal(bundle.place, 'giving Council');
    assert.doesNotMatch(file.body, /K0\d\d|counted"/);
    const ninety = bundle.figures.find(
      ({ measure, windowDays }) => measure === 'people' && windowDays === 90,
    );
    assert.ok(ninety?.denominator && ninety.denominator % 5 === 0);
    const kept = await taker.post('/evidence/places', { bundle: file.body });
    assert.equal(kept.statusCode, 303, kept.body);
    const page = await taker.get('/evidence/places');
    assert.match(page.body, /giving Council: Before/);
    assert.match(page.body, /How each place counts/);
    assert.match(page.body, /Ours, giving Council/);
    assert.deepEqual(findWords(page.body.replaceAll(/<(script|style)[^>]*>.*?<\/\1>|<[^>]+>/gs, ' ')), []);
    assert.match((await giver.get('/evidence/places')).body, /giving Council: Before/);
    assert.doesNotMatch((await giver.get('/evidence/places')).body, /taking Council/);
  });

  it('E10 the same history told again after a few more people says the same as before, or less', async () => {
    const where = await bring(exampleCsv());
    const before = (await giver.json(`${where}/bundle.json`)).body.figures;
    const more = Array.from(
      { length: 4 },
      (_, n) => `L${n},contact,2025-04-0${n + 1},,,Locality,9900${n},85+,SB3,`,
    );
    const again = await bring(`${exampleCsv()}${more.join('\r\n')}\r\n`);
    assert.equal(again, where);
    const after = (await giver.json(`${where}/bundle.json`)).body.figures;
    const partsOf = (figures: unknown) =>
      (figures as Record<string, unknown>[]).flatMap(({ measure, windowDays, numerator, denominator }) => [
        [`${measure} ${windowDays} of`, denominator] as const,
        [`${measure} ${windowDays}`, numerator] as const,
      ]);
    const earlier = new Map(partsOf(before));
    for (const [what, told] of partsOf(after))
      assert.ok(told === null || told === earlier.get(what), `${what}: ${told}, ${earlier.get(what)}`);
    assert.ok(partsOf(after).some(([, told]) => typeof told === 'number' && told > 0));
  });

  it('E8 a place that says it otherwise is named with its own words', async () => {
    const where = await bring(exampleCsv());
    const { body } = await giver.json(`${where}/bundle.json`);
    const otherwise = {
      ...body,
      place: 'Otherwise Council',
      definitions: { ...(body.definitions as object), people: 'Everybody we were paid for.' },
    };
    await taker.post('/evidence/places', { bundle: JSON.stringify(otherwise) });
    const page = await taker.get('/evidence/places');
    assert.match(page.body, /counted otherwise, so not set beside/);
    assert.match(page.body, /Everybody we were paid for/);
    assert.match(page.body, /2 wordings/);
  });

  it('asks for a file where none was given, and tells what is wrong by line', async () => {
    assert.match(
      (await taker.post('/evidence/places', { bundle: '' })).body,
      /Choose the file another place/,
    );
    assert.match((await taker.post('/evidence/places', { bundle: '{"format": "other"' })).body, /Line 1/);
  });

  it('A5 another council gets no file of it', async () => {
    const where = await bring(exampleCsv());
    assert.equal((await taker.get(`${where}/bundle.json`)).statusCode, 404);
  });
});
