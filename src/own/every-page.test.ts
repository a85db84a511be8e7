import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import pg from 'pg';
import { loadDemonstration } from '../../demo/saltbeck/load.ts';
import { type TestCouncil, testNow } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { testHouse, type Visitor } from '../../test/house.ts';
import { stoppedClock } from '../platform/clock.ts';
import { assets } from '../platform/ui/assets.ts';
import { mirrorList } from '../stories/mirror/mirror.ts';
import { languages } from './words/languages.ts';
import { madeUp, outside } from './words/made-up.fixture.ts';

const test = await testDatabase();
const home = await testHouse(test.database);

/** People of the demonstration with years behind them, each at their own page. */
const visitors: Visitor[] = [];
/** Every word that is kept, whoever wrote it. */
let record = '';
const kept: string[] = [];

before(async () => {
  await loadDemonstration(test.database, stoppedClock(testNow.toISOString()));
  const administrator = new pg.Client(test.administrator);
  await administrator.connect();
  await administrator.query(`update person p set languages = array['Made up'] where exists (
    select from account a where a.council_id = p.council_id and a.person_id = p.id)`);
  const { rows } = await administrator.query(
    `select council_id as "councilId", id as "accountId", name, role from account where role = 'person' order by name`,
  );
  for (const { councilId, ...account } of rows)
    visitors.push(await home.signIn({ councilId } as TestCouncil, { ...account, teamIds: [] }));
  const tables = await administrator.query(`select c.relname as name from pg_class c where c.relkind = 'r'
    and c.relnamespace = 'public'::regnamespace and c.relname not in ('audit_entry', 'session', 'submission')`);
  for (const { name } of tables.rows) {
    const whole = await administrator.query(`select to_jsonb(t) as row from "${name}" t`);
    for (const { row } of whole.rows) kept.push(...wordsIn(row));
  }
  // The mirror's list is data, a council's own to change, in the language that its words are looked for in.
  kept.push(...wordsIn(mirrorList({})));
  await administrator.end();
  languages['Made up'] = madeUp;
  // When a group meets is said as its listing says it.
  for (const visitor of visitors) kept.push(...wordsIn((await visitor.json('/my/ideas')).body));
  record = plain(kept.join('\n'));
});
after(() => {
  delete languages['Made up'];
});

describe('every page of somebody’s own', () => {
  it('experience 4.10 says nothing of ours that is not in a catalogue: another language is another file', async () => {
    const strange: string[] = [];
    let pieces = 0;
    for (const visitor of visitors)
      for (const [url, body] of await everyPage(visitor))
        for (const piece of piecesOf(body)) {
          pieces += 1;
          if (!isKept(piece)) strange.push(`${url}: ${piece}`);
        }
    assert.ok(pieces > 200, `only ${pieces} pieces of the record were seen`);
    assert.deepEqual([...new Set(strange)], []);
  });

  it('experience 4.10 says what is wrong with a form in their language, and is in it to whoever reads it aloud', async () => {
    const strange: string[] = [];
    let back = 0;
    for (const visitor of visitors)
      for (const [action, { fields, hidden }] of await everyForm(visitor))
        for (const typed of ['x'.repeat(20_001), '']) {
          const filled = { ...hidden, ...Object.fromEntries(fields.map((field) => [field, typed])) };
          const { statusCode, body } = await visitor.post(action, filled);
          // What was taken, and what an earlier form has ended.
          if (statusCode === 303 || statusCode === 404) continue;
          assert.ok(statusCode === 422 || statusCode === 409, `${action} answers ${statusCode}`);
          back += 1;
          assert.match(
            body,
            /^<!doctype html><html lang="art-x-brackets"/,
            `${action} ${body.slice(0, 300)}`,
          );
          assert.match(body, /<title>⟦Error⟧: /, action);
          strange.push(
            ...piecesOf(body)
              .filter((one) => one !== typed && !isKept(one))
              .map((one) => `${action}: ${one}`),
          );
        }
    assert.ok(back > 20, `only ${back} forms came back`);
    assert.deepEqual([...new Set(strange)], []);
  });

  it('would see a sentence of ours that is in no catalogue, to the eye or read out', () => {
    const body = '<main><p>⟦We ⟦rang⟧ you.⟧ Press <b>here</b></p><svg aria-label="A phone"></svg></main>';
    assert.deepEqual(piecesOf(body), ['Press', 'here', 'A phone']);
  });

  it('weighs under 100 kB with everything it asks for, in each way of reading', async (context) => {
    let heaviest = { all: 0, url: '' };
    const shared = weightOf('govuk.css', 'alongside.css', 'govuk.js', 'alongside.js', 'icon.svg') + fonts();
    for (const visitor of visitors)
      for (const reading of ['easy', 'very-big', 'not-easy', 'normal']) {
        const changed = await visitor.post('/my/reading', { reading, place: 'now' });
        assert.equal(changed.statusCode, 303);
        for (const [url, body] of await everyPage(visitor, places)) {
          const raw = Buffer.byteLength(body);
          const all = shared + brotliCompressSync(body).length;
          if (all > heaviest.all) heaviest = { all, url };
          assert.ok(raw < 60_000, `${url} (${reading}) has ${raw} bytes of HTML`);
          assert.ok(all < 100_000, `${url} (${reading}) weighs ${all} bytes in all`);
        }
      }
    context.diagnostic(`the heaviest is ${heaviest.url}: ${heaviest.all} bytes`);
  });
});

/** Each piece is looked for once. */
const looked = new Map<string, boolean>();
const inRecord = (words: string): boolean => {
  const found = looked.get(words) ?? record.includes(plain(words));
  looked.set(words, found);
  return found;
};

/** Kept in the record: as it stands, or several things of it one after another; or the sign of a line, or our name. */
const isKept = (piece: string): boolean =>
  /^([0-9A-F]{3} [0-9A-F]{3}|Alongside)$/.test(piece) ||
  inRecord(piece) ||
  piece.split(/[,;]/).every(inRecord);

interface FormSeen {
  /** What can be typed in it, or chosen. */
  fields: string[];
  hidden: Record<string, string>;
}

/** Each form that somebody can fill in, by where it goes. */
async function everyForm(visitor: Visitor): Promise<Map<string, FormSeen>> {
  const forms = new Map<string, FormSeen>();
  for (const body of (await everyPage(visitor)).values())
    for (const [, action = '', inside = ''] of body.matchAll(
      /<form[^>]* action="(\/my[^"]*)"[^>]*>([\s\S]*?)<\/form>/g,
    )) {
      const inputs = [...inside.matchAll(/<(?:textarea|input)[^>]*>/g)].map(([tag]) => ({
        isHidden: tag.includes('type="hidden"'),
        name: / name="([^"]*)"/.exec(tag)?.[1] ?? '',
        value: decoded(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''),
      }));
      const fields = inputs.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
      const kept = inputs.filter(({ isHidden, name }) => isHidden && !['csrf', 'submission'].includes(name));
      const hidden = Object.fromEntries(kept.map(({ name, value }) => [name, value]));
      if (fields.length && !inside.includes('type="file"')) forms.set(action, { fields, hidden });
    }
  return forms;
}

const places = /^\/my(\/(talked|plan|letters|ideas|looked))?$/;

async function everyPage(visitor: Visitor, only = /^\/my(?!.*\.pdf)/): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/my'];
  for (let url = waiting.shift(); url; url = waiting.shift()) {
    if (pages.has(url) || !only.test(url)) continue;
    const { statusCode, body } = await visitor.get(url);
    assert.equal(statusCode, 200, url);
    pages.set(url, body);
    const links = [...body.matchAll(/href="(\/my[^"#]*)/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    waiting.push(...links.filter((link) => !alike(link, pages)));
  }
  return pages;
}

/** Of pages that differ only in whose line it is, two are enough. */
function alike(link: string, pages: Map<string, string>): boolean {
  const shape = (url: string) => url.replaceAll(/[0-9a-f-]{36}|\?.*$/g, '…');
  return [...pages.keys()].filter((url) => shape(url) === shape(link)).length >= 2;
}

/** What the whole document says outside the brackets: in its tab, to the eye, and to a reader of the screen. */
function piecesOf(body: string): string[] {
  const page = body
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    // A letter is in the language it was given in.
    .replaceAll(/<article class="app-copy[\s\S]*?<\/article>/g, '')
    .replaceAll(/<textarea[\s\S]*?<\/textarea>/g, '');
  const spoken = [
    ...page.matchAll(
      /(?:aria-label|alt|placeholder|title|data-i18n[.a-z-]*|data-key-failed|data-aloud)="([^"]*)"/g,
    ),
  ].map(([, words = '']) => words);
  const said = page.replaceAll(/<[^>]*>/g, '\n').split('\n');
  return [...said, ...spoken]
    .flatMap((words) => outside(decoded(words)))
    .map((piece) => piece.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((piece) => /\p{L}/u.test(piece));
}

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** The two cuts that English is set in; another alphabet's come only where they are needed. */
function fonts(): number {
  const cuts = assets.filter(({ url }) => /-latin-(400|700)-normal/.test(url));
  assert.equal(cuts.length, 2);
  return cuts.reduce((sum, { path }) => sum + readFileSync(path).length, 0);
}

function weightOf(...names: string[]): number {
  const sizes = names.map((name) => {
    const [stem = '', end = ''] = name.split('.');
    const asset = assets.find(({ url }) => url.startsWith(`/assets/${stem}-`) && url.endsWith(`.${end}`));
    assert.ok(asset, name);
    return brotliCompressSync(readFileSync(asset.path)).length;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
