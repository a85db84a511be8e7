import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { type CouncilDb, councilOf } from '../../../platform/db/council.ts';
import { currentLoad, problemsOf } from './load.store.ts';
import { loadHistory, type Within } from './load.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'loading');
const within: Within = (act) => council.as(council.accounts.analyst, act);
const file = (text: string | Buffer) =>
  async function* () {
    // In small pieces, as a disk may give them, in the middle of a letter too.
    const bytes = Buffer.from(text);
    const size = bytes.length > 1000 ? 4099 : 7;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
const load = (name: string, text: string | Buffer, more = {}) =>
  loadHistory(within, { name, open: file(text), ...more });
const head = 'person,event,starts,ends,kind,team,row\n';
const eventsOf = (db: CouncilDb) =>
  sql<{ n: number }>`select count(*) as n from brought_event where council_id = ${councilOf(db)}`
    .execute(db)
    .then(({ rows }) => rows[0]?.n);

describe('reading a history', () => {
  it('the same file again changes nothing, and another under the name takes its place', async () => {
    const first = await load('Twice', `${head}a,contact,2025-04-03,,,,\nb,contact,2025-04-04,,,,\n`);
    assert.equal(first.outcome, 'kept');
    const again = await load('Twice', `${head}a,contact,2025-04-03,,,,\nb,contact,2025-04-04,,,,\n`);
    assert.deepEqual([again.outcome, again.load], ['unchanged', first.load]);
    const other = await load('Twice', `${head}a,contact,2025-04-03,,,,\n`);
    assert.equal(other.historyId, first.historyId);
    assert.equal((await within((db) => currentLoad(db, first.historyId)))?.events, 1);
    assert.equal(await within(eventsOf), 1);
  });

  it('with one mistake nothing is kept, what was there stands, and every mistake is told with its row', async () => {
    const kept = await load('Stands', `${head}a,contact,2025-04-03,,,,\n`);
    const before = await within(eventsOf);
    const wrong = await load(
      'Stands',
      `${head}a,contact,2025-04-03,,,,\nb,contact,2025-04-05,2025-04-01,,,\nc,service start,2025-13-01,,knitting,,\nd,service end,2025-05-01,,community,,\n`,
    );
    assert.equal(wrong.outcome, 'refused');
    const problems = await within((db) => problemsOf(db, wrong.load));
    assert.deepEqual(
      problems.map(({ row, column }) => [row, column]),
      [
        [3, 'ends'],
        [4, 'starts'],
        [4, 'kind'],
      ],
    );
    assert.equal((await within((db) => currentLoad(db, kept.historyId)))?.load, kept.load);
    assert.equal(await within(eventsOf), before);
    const end = await load(
      'Stands',
      `${head}d,contact,2025-04-03,,,,\nd,service end,2025-05-01,,community,,\n`,
    );
    assert.deepEqual([end.outcome, end.problems], ['refused', 1]);
  });

  it('a thousand mistakes are listed and all are counted', async () => {
    const rows = Array.from({ length: 6001 }, () => 'a,knitting,2025-04-03,,,,').join('\n');
    const wrong = await load('Many', head + rows);
    assert.equal(wrong.problems, 6001);
    assert.equal((await within((db) => problemsOf(db, wrong.load))).length, 1000);
  });

  it('a reading that was broken off goes on where it stopped, and comes to the same', async () => {
    const text =
      head + Array.from({ length: 12_000 }, (_, n) => `p${n},contact,2025-04-03,,,Team,${n}`).join('\n');
    let kept = 0;
    const breaks: Within = (act) => {
      kept += 1;
      if (kept === 4) throw new Error('the power went');
      return within(act);
    };
    await assert.rejects(loadHistory(breaks, { name: 'Broken off', open: file(text) }), /power/);
    const done = await load('Broken off', text);
    assert.deepEqual([done.outcome, done.wentOnFrom, done.rows], ['kept', 5000, 12_000]);
    const now = await within((db) => currentLoad(db, done.historyId));
    assert.deepEqual([now?.events, now?.people], [12_000, 12_000]);
  });

  it('keeps no key and no salt', async () => {
    const done = await load('Secret', `${head}NHS-9434765919,contact,2025-04-03,,,,\n`);
    const found = await within((db) =>
      sql<{
        all: string;
      }>`select concat(json_agg(e)::text, (select json_agg(l)::text from brought_load l where load = ${done.load})) as all
        from brought_event e where load = ${done.load}`.execute(db),
    );
    assert.doesNotMatch(found.rows[0]?.all ?? '', /9434765919|"salt":"/);
  });

  it('Windows-1252 is read and told; a mark at the beginning and CRLF are nothing', async () => {
    const windows = await load(
      'Windows',
      Buffer.from(`${head}a,contact,2025-04-03,,,Caf\u00e9 team,\r\n`, 'latin1'),
    );
    assert.match(windows.notes.join(), /Windows-1252/);
    assert.deepEqual((await within((db) => currentLoad(db, windows.historyId)))?.words.team, [
      '',
      'Café team',
    ]);
    const marked = await load('Marked', `\uFEFF${head.trim()}\r\na,contact,2025-04-03,,,Café team,\r\n`);
    assert.deepEqual([marked.outcome, marked.notes], ['kept', []]);
  });

  it('a quotation mark that is never closed is told and not read for ever', async () => {
    const wrong = await load(
      'Quote',
      `${head}a,contact,2025-04-03,,,"Team,\n${'b,contact,2025-04-03,,,,\n'.repeat(10)}`,
    );
    const [problem] = await within((db) => problemsOf(db, wrong.load));
    assert.match(problem?.whatToDo ?? '', /never closed/);
  });

  it('the same event source row twice is told', async () => {
    const wrong = await load('Row twice', `${head}a,contact,2025-04-03,,,,7\na,contact,2025-06-03,,,,7\n`);
    assert.equal(wrong.outcome, 'refused');
  });
});
