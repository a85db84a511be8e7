import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { askColleague } from '../../people/contacts/asking.store.ts';
import { findContact, saveContact } from '../../people/contacts/contacts.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { makePromise } from '../../people/promises/promises.store.ts';
import { addDays } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { findConversation, openConversation, restConversation } from '../conversations.store.ts';
import { saveEntry } from '../entries.store.ts';

const { database } = await testDatabase();
const home = await testHouse(database);
const today = '2026-11-21';

/** A council of its own for each sentence, so that nobody else's people are on the page. */
async function place(name: string) {
  const council = await testCouncil(database, name);
  const { rowan, priya, marsh } = council.accounts;
  const signIn = (who: typeof rowan) => home.signIn(council, who);
  return { council, rowan: await signIn(rowan), priya: await signIn(priya), marlow: await signIn(marsh) };
}

const person = (council: TestCouncil, fullName: string) =>
  council.as(council.accounts.rowan, async (db) => {
    const personId = await makePerson(db, { fullName });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
    return personId;
  });
const getsInTouch = (council: TestCouncil, personId: string, day: string) =>
  council.as(council.accounts.rowan, (db) =>
    saveContact(db, {
      personId,
      madeAt: new Date(`${day}T10:05:00Z`),
      how: 'phone',
      madeBy: 'Carol',
      madeByRelation: 'niece',
      permission: 'agreed',
      words: 'He has stopped coming.',
    }),
  );
const order = (body: string, names: string[]) =>
  names.toSorted((one, other) => body.indexOf(one) - body.indexOf(other));

describe('Today', () => {
  it('F2 lists by name whoever has not been spoken with, longest first, to the whole team and nobody else', async () => {
    const { council, rowan, priya, marlow } = await place('today-f2');
    const old = await person(council, 'Ada Thorne');
    await getsInTouch(council, old, addDays(today, -28));
    await getsInTouch(council, old, addDays(today, -2));
    await getsInTouch(council, await person(council, 'Ben Ashdown'), addDays(today, -27));
    await getsInTouch(council, await person(council, 'Cy Marlowe'), today);
    const page = (await rowan.get('/today')).body;
    assert.deepEqual(order(page, ['Cy Marlowe', 'Ben Ashdown', 'Ada Thorne']), [
      'Ada Thorne',
      'Ben Ashdown',
      'Cy Marlowe',
    ]);
    assert.match(page, /Carol got in touch 28 days ago/);
    assert.match(page, /Carol got in touch today/);
    assert.equal(page.split('Past day 28').length, 2, 'from day 28, and not on day 27');
    assert.match(
      (await priya.get('/today')).body,
      /Ada Thorne<\/a>: Carol got in touch 28 days ago\. Rowan has this\./,
    );
    assert.match((await marlow.get('/today')).body, /Nobody is waiting for you just now/);
  });

  it('F2 nothing but a conversation with the person takes them off', async () => {
    const { council, rowan } = await place('today-spoken');
    const personId = await person(council, 'Ada Thorne');
    await getsInTouch(council, personId, '2026-11-16');
    const write = (isWithPerson: string) =>
      rowan.post(`/people/${personId}/entries`, {
        withWhom: 'Ada',
        when: 'yesterday',
        said: 'Hello',
        ...(isWithPerson ? { isWithPerson } : {}),
      });
    await write('');
    assert.match((await rowan.get('/today')).body, /Ada Thorne/);
    await write('yes');
    assert.doesNotMatch((await rowan.get('/today')).body, /Ada Thorne/);
  });

  it('shows the writer, and only them, what they left unfinished, before all else', async () => {
    const { council, rowan, priya } = await place('today-drafts');
    const personId = await person(council, 'Ada Thorne');
    await getsInTouch(council, await person(council, 'Ben Ashdown'), today);
    await rowan.post(`/people/${personId}/draft`, { said: 'Half a sentence' });
    const page = (await rowan.get('/today')).body;
    assert.match(page, /You were writing about <a[^>]*>Ada Thorne<\/a>, today at 9:32am/);
    assert.ok(page.indexOf('Unfinished writing') < page.indexOf('Not yet spoken with'));
    assert.doesNotMatch((await priya.get('/today?team')).body, /Unfinished writing/);
  });

  it('has my promises when they fall due, and the team’s when asked', async () => {
    const { council, rowan, priya } = await place('today-promises');
    const personId = await person(council, 'Ada Thorne');
    const { rowan: me, priya: colleague } = council.accounts;
    await council.as(me, async (db) => {
      const promise = { personId, who: 'Rowan', accountId: me.accountId };
      await makePromise(db, { ...promise, what: 'will ring the boat shed', dueOn: '2026-11-20' });
      await makePromise(db, { ...promise, what: 'will come by', dueOn: '2026-11-22' });
      await makePromise(db, {
        ...promise,
        who: 'Priya',
        accountId: colleague.accountId,
        what: 'will bring the rail',
        dueOn: today,
      });
    });
    const mine = (await rowan.get('/today')).body;
    assert.match(
      mine,
      /Ada Thorne<\/a>: Rowan will ring the boat shed\. <span class="app-late">Due yesterday/,
    );
    assert.doesNotMatch(mine, /will come by|will bring the rail/);
    assert.match((await rowan.get('/today?team')).body, /Priya will bring the rail/);
    assert.match((await priya.get('/today')).body, /Priya will bring the rail\. <span>Due today/);
  });

  it('C2-4 has people in conversation 2 by longest since contact with them', async () => {
    const { council, rowan, marlow } = await place('today-close');
    const { rowan: me, priya } = council.accounts;
    for (const [fullName, contactDay] of [
      ['Ada Thorne', '2026-11-20'],
      ['Ben Ashdown', '2026-11-18'],
      ['Cy Marlowe', null],
    ] as const) {
      const personId = await person(council, fullName);
      await council.as(me, async (db) => {
        const conversationId = await openConversation(db, {
          personId,
          kind: 2,
          openedAt: new Date('2026-11-17T09:00:00Z'),
          namedAccountId: me.accountId,
          coverAccountId: priya.accountId,
        });
        if (contactDay)
          await sql`insert into crisis_contact (council_id, id, conversation_id, person_id, account_id, at, line)
            values (${council.councilId}, ${newId()}, ${conversationId}, ${personId}, ${me.accountId}, ${`${contactDay}T14:00:00Z`}, 'Tea')`.execute(
            db,
          );
      });
    }
    const page = (await rowan.get('/today')).body;
    assert.deepEqual(order(page, ['Ada Thorne', 'Ben Ashdown', 'Cy Marlowe']), [
      'Cy Marlowe',
      'Ben Ashdown',
      'Ada Thorne',
    ]);
    assert.match(page, /Ada Thorne<\/a>, day 5\. Last contact yesterday at 2pm\./);
    assert.match(page, /Cy Marlowe<\/a>, day 5\. Nobody has had contact yet\./);
    assert.doesNotMatch((await marlow.get('/today?team')).body, /Thorne|Ashdown|Marlowe/);
  });

  it('C1-1 asks how it went on the day we said, until somebody has', async () => {
    const { council, rowan, priya } = await place('today-check-back');
    const rested = async (fullName: string, checkBackOn: string) => {
      const personId = await person(council, fullName);
      await council.as(
        council.accounts.rowan,
        async (db) => {
          const id = await openConversation(db, { personId, kind: 1 });
          const happenedAt = new Date('2026-11-10T08:00:00Z');
          await saveEntry(db, {
            personId,
            conversationId: id,
            kind: 1,
            happenedAt,
            isWithPerson: true,
            said: 'Hello',
          });
          await restConversation(db, await findConversation(db, id), {
            howToComeBack: 'Ring us.',
            checkBackOn,
            checkBackDeclined: false,
          });
        },
        new Date('2026-11-10T09:00:00Z'),
      );
      return personId;
    };
    const due = await rested('Ada Thorne', '2026-11-20');
    await rested('Ben Ashdown', '2026-11-22');
    const page = (await priya.get('/today')).body;
    assert.match(page, /Ada Thorne<\/a>: We said we would ask how it went\. <b>Due yesterday/);
    assert.doesNotMatch(page, /Ben Ashdown/);
    await rowan.post(`/people/${due}/entries`, {
      withWhom: 'Ada',
      when: 'today',
      isWithPerson: 'yes',
      said: 'Going well',
    });
    assert.doesNotMatch((await priya.get('/today')).body, /Ada Thorne/);
  });

  it('F1 shows who asks me to take somebody on, for a yes or a not now', async () => {
    const { council, priya } = await place('today-asked');
    const personId = await person(council, 'Ada Thorne');
    const contactId = await getsInTouch(council, personId, today);
    await council.as(council.accounts.rowan, async (db) =>
      askColleague(db, await findContact(db, contactId), {
        colleagueId: council.accounts.priya.accountId,
        sentence: 'You know the boat shed',
      }),
    );
    const page = (await priya.get('/today')).body;
    assert.match(
      page,
      /<b>Rowan<\/b> asks whether you would take on <b>Ada Thorne<\/b>: “You know the boat shed”/,
    );
    const action = /action="(\/asks\/[^"]+)"/.exec(page)?.[1] ?? '';
    assert.equal((await priya.post(action, { answer: 'yes' })).statusCode, 303);
    assert.match((await priya.get('/today')).body, /Ada Thorne<\/a>: Carol got in touch today\. Yours\./);
  });

  it('W3 leaves a line in who looked for everybody it names', async () => {
    const { council, rowan } = await place('today-looked');
    const personId = await person(council, 'Ada Thorne');
    await getsInTouch(council, personId, today);
    await rowan.get('/today');
    const { rows } = await council.as(council.accounts.rowan, (db) =>
      sql<{ route: string }>`select route from audit_entry where person_id = ${personId}`.execute(db),
    );
    assert.deepEqual(rows, [{ route: '/today' }]);
  });
});
