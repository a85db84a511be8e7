import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ownAccount } from '../../../test/own.ts';
import { knock, sendWayIn } from '../../access/own-page/getting-in.store.ts';
import { closeOwnPage, makeLetter, ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { joinedTo, joinSignIn } from '../../access/own-page/sign-ins/own-identity.store.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { takeBackDeath, writeDeath } from '../death/death.store.ts';
import { makePerson } from '../people.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database, 'own-page-closes');
const { signIn } = await testHouse(database);
const staff = council.accounts.rowan;

describe('one’s own page closes at once', () => {
  it('S6 when they have died: no visit, no code, no message, no sign-in; and opens again when that was a mistake', async () => {
    const { personId, visitor, letter, account } = await mags();
    assert.equal((await visitor.get('/my')).statusCode, 200);
    await council.as(staff, (db) =>
      writeDeath(db, personId, { on: '2026-11-20', toldBy: 'her son', words: null }),
    );
    assert.notEqual((await visitor.get('/my')).statusCode, 200);
    assert.equal(await knocking(letter.code), null);
    assert.equal(await sent(personId), 0);
    assert.equal(await joined(account.accountId), null);
    await council.as(staff, (db) => takeBackDeath(db, personId, 'It was somebody else.'));
    assert.equal((await visitor.get('/my')).statusCode, 200);
    assert.equal(await sent(personId), 1);
    assert.ok(await joined(account.accountId));
    assert.ok(await knocking(letter.code));
  });

  it('S6 when the record theirs was merged into says that they died', async () => {
    const { personId, visitor } = await mags();
    const kept = await council.as(staff, (db) => makePerson(db, { fullName: 'Margaret Hale' }));
    await council.as(staff, (db) =>
      sql`update person set merged_into = ${kept} where council_id = ${councilOf(db)} and id = ${personId}`.execute(
        db,
      ),
    );
    assert.match((await visitor.get('/my/paper')).body, /Margaret Hale/, 'the record that is kept is theirs');
    const number = { old: '402917', number: '730158' };
    assert.equal((await visitor.post('/my/ways-in/number', number)).statusCode, 303, 'and the ways in too');
    await council.as(staff, (db) =>
      writeDeath(db, kept, { on: '2026-11-20', toldBy: 'her son', words: null }),
    );
    assert.notEqual((await visitor.get('/my')).statusCode, 200);
  });

  it('S6 when it is closed, for a session that was begun meanwhile too; and that one never wakes again', async () => {
    const { personId, visitor, account } = await mags();
    await council.as(staff, async (db) => closeOwnPage(db, (await ownPageOf(db, personId))?.ownPageId ?? ''));
    const late = await signIn(council, account);
    for (const browser of [visitor, late]) assert.notEqual((await browser.get('/my')).statusCode, 200);
    await council.as(staff, (db) =>
      sql`update account set disabled_at = null where council_id = ${councilOf(db)} and id = ${account.accountId}`.execute(
        db,
      ),
    );
    assert.notEqual((await late.get('/my')).statusCode, 200, 'no page of theirs is open');
  });

  it('S6 when the account is disabled', async () => {
    const { visitor, letter, account } = await mags();
    await council.as(staff, (db) =>
      sql`update account set disabled_at = now() where council_id = ${councilOf(db)} and id = ${account.accountId}`.execute(
        db,
      ),
    );
    assert.notEqual((await visitor.get('/my')).statusCode, 200);
    assert.equal(await knocking(letter.code), null);
  });

  it('sends four messages an hour to one page, however many ask at once', async () => {
    const { personId } = await mags();
    await Promise.all(Array.from({ length: 12 }, () => ask(personId)));
    assert.equal(await mailTo(personId), 4);
  });
});

const issuer = 'https://sign-in.example.org';

async function mags() {
  const personId = await council.as(staff, (db) => makePerson(db, { fullName: `Mags ${newId().slice(-6)}` }));
  const account = await ownAccount(council, personId);
  const letter = await council.as(staff, async (db) => {
    const { ownPageId } = (await ownPageOf(db, personId)) ?? { ownPageId: '' };
    await sql`update own_page set message_by = 'email', message_to = ${addressOf(personId)}
      where council_id = ${councilOf(db)} and id = ${ownPageId}`.execute(db);
    await joinSignIn(db, account.accountId, issuer, account.accountId);
    return makeLetter(db, ownPageId);
  });
  return { personId, account, letter, visitor: await signIn(council, account) };
}

const addressOf = (personId: string) => `${personId}@example.org`;
const knocking = (typed: string) =>
  council.as(staff, (db) => knock(db, { typed, number: '402917', browser: null }));
const joined = (accountId: string) => council.as(staff, (db) => joinedTo(db, issuer, accountId));
const ask = (personId: string) =>
  council.as(staff, (db) => sendWayIn(db, addressOf(personId), Buffer.alloc(32, 1), (way) => way));

async function sent(personId: string): Promise<number> {
  await ask(personId);
  return mailTo(personId);
}

async function mailTo(personId: string): Promise<number> {
  const { rows } = await council.as(staff, (db) =>
    sql`select from outgoing_mail where council_id = ${councilOf(db)} and mail_to = ${addressOf(personId)}`.execute(
      db,
    ),
  );
  return rows.length;
}
