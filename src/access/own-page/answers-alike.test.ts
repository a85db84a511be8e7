import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
import type { CouncilDb } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { atTheDoor, guessed } from './getting-in.fixture.ts';
import { knock, sendWayIn } from './getting-in.store.ts';

const { administrator, asking, council, knocking, somebody, staff } = await atTheDoor();
/** S4: pairs of a known and an unknown, at each of two doors; 2,000 questions with ALONGSIDE_LONG=1. */
const alike = process.env.ALONGSIDE_LONG ? 500 : 10;

describe('the door answers alike, whatever was wrong', () => {
  it('S4 answers alike whether a code is known or not, and an address', async () => {
    const codes: Pair[] = [];
    const addresses: Pair[] = [];
    for (let pair = 0; pair < alike; pair += 1) {
      const known = await somebody();
      const typed = known.letter.code.replaceAll('-', '');
      codes.push({ act: () => knocking(typed, '555554'), other: () => knocking(guessed(), '555554') });
      const nobody = `${newId()}@saltbeck.example`;
      addresses.push({ act: () => asking(known.to), other: () => asking(nobody) });
    }
    if (process.env.ALONGSIDE_LONG) await withTheDisk();
    for (const [door, pairs, status] of [
      ['a code', codes, 422],
      ['an address', addresses, 200],
    ] as const) {
      const { gap, told } = await gapBetween(pairs, status);
      const times = `median gap ${gap.toFixed(2)} ms, AUC ${told.toFixed(3)}`;
      console.log(`S4: ${door}, N = ${pairs.length * 2} interleaved, ${times}`);
      if (process.env.ALONGSIDE_LONG) assert.ok(Math.abs(gap) < 5 && told <= 0.55, `${door}: ${times}`);
    }
  });

  it('S4 waits for no disk, whether something was written or nothing', async () => {
    const { to, letter } = await somebody();
    const wrong = { number: '555554', browser: null };
    for (const act of [
      (db: CouncilDb) => sendWayIn(db, to, Buffer.alloc(32), (way) => way),
      (db: CouncilDb) => sendWayIn(db, `${newId()}@saltbeck.example`, Buffer.alloc(32), (way) => way),
      (db: CouncilDb) => knock(db, { typed: letter.code, ...wrong }),
      (db: CouncilDb) => knock(db, { typed: guessed(), ...wrong }),
    ]) {
      const waits = await council.as(staff, async (db) => {
        await sql`set local synchronous_commit to on`.execute(db);
        await act(db);
        const { rows } = await sql<{
          waits: string;
        }>`select current_setting('synchronous_commit') as waits`.execute(db);
        return rows[0]?.waits;
      });
      assert.equal(waits, 'off');
    }
  });
});

interface Pair {
  act: () => Promise<LightMyRequestResponse>;
  other: () => Promise<LightMyRequestResponse>;
}

/** From here on a commit waits for the disk, as it does where people are served. */
async function withTheDisk(): Promise<void> {
  const client = new pg.Client(administrator);
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = on`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/**
 * Asks one after the other, each first as often; they must answer alike. How much longer one takes is told in milliseconds,
 * and how well their times tell them apart: 0.5 not at all, 1 always.
 */
async function gapBetween(pairs: readonly Pair[], status: number): Promise<{ gap: number; told: number }> {
  const took: { act: number[]; other: number[] } = { act: [], other: [] };
  for (const [at, pair] of pairs.entries()) {
    const answers = [];
    for (const which of at % 2 ? (['other', 'act'] as const) : (['act', 'other'] as const)) {
      const began = performance.now();
      const answer = await pair[which]();
      took[which].push(performance.now() - began);
      assert.equal(answer.statusCode, status);
      answers.push(plain(answer));
    }
    assert.deepEqual(answers[0], answers[1]);
  }
  const gaps = took.act.map((one, at) => one - (took.other[at] ?? 0)).sort((one, other) => one - other);
  const longer = took.act.flatMap((one) => took.other.map((other) => (one > other ? 1 : 0) as number));
  const share = longer.reduce((sum, one) => sum + one, 0) / longer.length;
  return { gap: gaps[gaps.length >> 1] ?? 0, told: Math.max(share, 1 - share) };
}

/** What an answer tells, without what is new in every page and without what was typed. */
const plain = ({ statusCode, body, headers }: LightMyRequestResponse) => ({
  statusCode,
  headers: Object.entries(headers)
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${String(value).replace(/nonce-[0-9a-f]+|alongside-here=[^;]+/g, '')}`)
    .sort(),
  body: body.replace(/nonce="[^"]*"|value="[^"]*"/g, ''),
});
