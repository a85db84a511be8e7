import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { type FullCouncil, fullCouncils } from '../../../test/guards/full-council.ts';
import { asOwn } from '../../../test/own.ts';
import { councilOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { type LineKind, lineKinds } from './line.ts';
import { lineAsShared } from './lines.store.ts';

const test = await testDatabase();
const [ours, theirs] = await fullCouncils(test);
const { council, own, people } = ours;
const { harbour } = people;

/** Where each kind of line is kept. */
const tables: Record<LineKind, string> = {
  ...{ talked: 'timeline_event', promise: 'promise', need: 'plan_need', about: 'about_me' },
  ...{ around: 'person_around', matters: 'person', caring: 'carer_statement', story: 'story' },
};

const idOf = (kind: LineKind, of: FullCouncil['people']['harbour']): string =>
  kind === 'matters' ? of.id : (of.ids.get(tables[kind]) ?? 'none');

const asHarbour = (kind: LineKind, thing: string) =>
  asOwn(council, own.person, harbour.id, (db) => lineAsShared(db, harbour.id, kind, thing));

// As they stand when they are somebody's to share: a plan that stands, somebody still around.
await council.as(council.accounts.rowan, async (db) => {
  const mine = sql`council_id = ${councilOf(db)}`;
  await sql`update plan set state = 'standing' where ${mine} and person_id = ${harbour.id}
    and id = (select plan_id from plan_need where ${mine} and id = ${idOf('need', harbour)})`.execute(db);
  await sql`update person set what_matters = ${`${harbour.canary} matters`} where ${mine} and id = ${harbour.id}`.execute(
    db,
  );
  await sql`update person_around set ended_on = null where ${mine} and person_id = ${harbour.id}`.execute(db);
  await sql`update carer_statement set replaced_by = null where ${mine} and carer_id = ${harbour.id}`.execute(
    db,
  );
  await sql`update story set withdrawn_at = null, withdrawn_by = null, withdrawn_told = null where ${mine} and person_id = ${harbour.id}`.execute(
    db,
  );
});

describe('one line, of every kind', () => {
  for (const kind of lineKinds) {
    it(`W2 ${kind}: theirs is told as it stands, and says something`, async () => {
      const { line } = await asHarbour(kind, idOf(kind, harbour));
      assert.match(JSON.stringify(line), new RegExp(harbour.canary));
      assert.ok(line.words.every(({ voice, words }) => voice && words));
    });

    it(`W2 ${kind}: nobody else’s is theirs to share`, async () => {
      const others = [...Object.values(people), ...Object.values(theirs.people)].filter(
        ({ id }) => id !== harbour.id,
      );
      for (const other of others)
        await assert.rejects(asHarbour(kind, idOf(kind, other)), Unknown, other.kind);
    });
  }

  it('is one list: what a record has, and what may be said of and shared, are these kinds', async () => {
    const { rows, checks } = await council.as(council.accounts.rowan, async (db) => ({
      rows: (await sql<{ kind: string }>`select distinct kind from record_line`.execute(db)).rows,
      checks: (
        await sql<{ kinds: string[] }>`select array(select m[1]
            from regexp_matches(pg_get_constraintdef(oid), '''([a-z]+)''::text', 'g') m) as kinds
          from pg_constraint where conname in ('shared_line_kind_check', 'own_line_kind_check')`.execute(db)
      ).rows,
    }));
    assert.equal(checks.length, 2);
    for (const kinds of [rows.map(({ kind }) => kind), ...checks.map(({ kinds }) => kinds)])
      assert.deepEqual(kinds.filter((kind) => kind !== 'wishes').toSorted(), lineKinds.toSorted());
  });

  it('reads no more of a record than is asked for: neither other kinds, nor what is not shown', async () => {
    const explained = (columns: string, kind: string) =>
      asOwn(council, own.person, harbour.id, async (db) => {
        const { rows } = await sql<{
          'QUERY PLAN': string;
        }>`explain select ${sql.raw(columns)} from record_line
          where council_id = ${councilOf(db)} and person_id = ${harbour.id} and kind = ${kind}`.execute(db);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
    assert.match(await explained('words', 'talked'), /on timeline_event(.|\n)*jsonb_array_elements/);
    assert.doesNotMatch(await explained('id', 'talked'), /jsonb_array_elements|on promise/);
    assert.doesNotMatch(await explained('as_shared', 'promise'), /timeline_event|carer_statement/);
  });

  it('W2 somebody around is told without their telephone, what they must not know, or what if it stopped', async () => {
    await council.as(council.accounts.rowan, (db) =>
      sql`update person_around set phone = '07700 900123', must_not_know = 'a secret', if_it_stopped = 'all would fall'
        where council_id = ${councilOf(db)} and person_id = ${harbour.id}`.execute(db),
    );
    const { line } = await asHarbour('around', idOf('around', harbour));
    assert.doesNotMatch(JSON.stringify(line), /900123|secret|would fall/);
  });

  it('W1 what they put right goes with the line', async () => {
    const promise = idOf('promise', harbour);
    await council.as(council.accounts.rowan, (db) =>
      sql`insert into own_line (council_id, id, person_id, kind, thing_id, what, words, was, said_on, said_at, by_account, told)
        values (${councilOf(db)}, gen_random_uuid(), ${harbour.id}, 'promise', ${promise}, 'correction', 'It was Tuesday', 'Monday',
          '2026-11-20', '2026-11-20T10:00:00Z', ${council.accounts.rowan.accountId}, 'phone')`.execute(db),
    );
    const { line } = await asHarbour('promise', promise);
    assert.deepEqual(line.words.at(-1), { voice: 'put-right', words: 'It was Tuesday' });
  });
});
