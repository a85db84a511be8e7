import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql, type Transaction } from 'kysely';
import { type CouncilDb, openDatabase, pinTo, readRows } from '../../src/platform/db/council.ts';
import type { Tables } from '../../src/platform/db/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import { pinFor, testCouncil } from '../council.ts';
import { testDatabase } from '../database.ts';
import { forbiddenLater } from './forbidden-later.ts';
import { forbiddenStates } from './forbidden-states.ts';
import { forbidden, forbiddenIn } from './never.ts';
import type { Put } from './put.ts';
import type { Noted } from './world.ts';

const { database, administrator } = await testDatabase();
const council = await testCouncil(database);
const beyondRules = openDatabase({ ...administrator, max: 1 });
after(() => beyondRules.destroy());

const states = { ...forbiddenStates, ...forbiddenLater };
const nothing: Noted = { contacts: [], named: [], decisions: [], unchanged: [] };

class Rolled extends Error {}

describe('each question of what must never be', () => {
  it('has a state it must find', () => {
    assert.deepEqual(Object.keys(states).toSorted(), forbidden.toSorted());
  });

  for (const [rule, forbid] of Object.entries(states))
    it(`${rule}: is found when it is so, and not before`, async () => {
      await beyondConstraints(async (db, put) => {
        const personId = newId();
        assert.deepEqual(await forbiddenIn(db, { personId, noted: nothing }), []);
        const noted = { ...nothing, ...((await forbid(put, personId)) as Partial<Noted> | undefined) };
        assert.ok((await forbiddenIn(db, { personId, noted })).includes(rule), `${rule} is not found`);
      });
    });
});

/** One transaction, rolled back, in which no foreign key, trigger, check or unique index stands in the way. */
async function beyondConstraints(act: (db: CouncilDb, put: Put) => Promise<void>): Promise<void> {
  const rolled = await beyondRules
    .transaction()
    .execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql
        .raw(`do $$ declare one record; begin
          for one in select conrelid::regclass as on_table, conname from pg_constraint
            where contype = 'c' and connamespace = 'public'::regnamespace
          loop execute format('alter table %s drop constraint %I', one.on_table, one.conname); end loop;
          for one in select i.indexrelid::regclass as index from pg_index i
            where i.indisunique and not i.indisprimary and i.indrelid::regclass::text !~ '[.]'
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
          loop execute format('drop index %s', one.index); end loop;
        end $$`)
        .execute(transaction);
      await act(pinTo(transaction, pinFor(council.councilId, council.accounts.rowan)), putIn(transaction));
      throw new Rolled();
    })
    .catch((thrown: unknown) => thrown);
  if (!(rolled instanceof Rolled)) throw rolled;
}

function putIn(transaction: Transaction<Tables>): Put {
  return async (table, values) => {
    const row = { council_id: council.councilId, id: newId(), ...values };
    const columns = await readRows<{ name: string; type: string; isNeeded: boolean }>(
      transaction as CouncilDb,
      sql`select attname as name, atttypid::regtype::text as type, attnotnull and not atthasdef as "isNeeded"
        from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    );
    const filled = columns
      .map(
        ({ name, type, isNeeded }) =>
          [name, type, name in row ? row[name as 'id'] : isNeeded ? anything(type) : null] as const,
      )
      .filter(([name, , value]) => value !== null || name in row);
    await sql`insert into ${sql.table(table)} (${sql.join(filled.map(([name]) => sql.ref(name)))})
      values (${sql.join(filled.map(([, type, value]) => sql`${asText(value)}::${sql.raw(type)}`))})`.execute(
      transaction,
    );
    return row.id;
  };
}

const asText = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : value === null ? null : String(value);

/** Any value of a type, for what a state says nothing of. */
function anything(type: string): unknown {
  if (type === 'uuid') return newId();
  if (type === 'date') return '2026-11-01';
  if (type.startsWith('timestamp')) return '2026-11-01T09:00:00Z';
  if (type === 'boolean') return false;
  if (type === 'jsonb') return {};
  if (type.endsWith('[]')) return '{}';
  return type === 'text' ? 'anything' : 1;
}
