import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { asOwn, ownAccount } from '../../../test/own.ts';
import { stoppedClock } from '../../platform/clock.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { addNeed, makePerson } from '../people.store.ts';
import { makePromise } from '../promises/promises.store.ts';
import { tellAccount, tellPerson } from './messages.store.ts';
import { type About, neutralName, newsKinds, wordsOf } from './news.ts';
import { nudgeToday } from './nudges.store.ts';
import { tellingRound } from './telling-round.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan } = council.accounts;
const round = tellingRound(async () => [council.councilId]);
const go = (at = testNow.toISOString()) =>
  round.act(database, stoppedClock(at), new AbortController().signal);

/** Somebody with a page and a telephone for messages. */
async function somebody(name: string, by: 'text' | 'email' | null = 'text') {
  const id = await council.as(rowan, (db) => makePerson(db, { fullName: name, phone: '01632 960111' }));
  const account = await ownAccount(council, id, name);
  await change((db) =>
    sql`update own_page set message_by = ${by}, message_to = ${by && (by === 'text' ? '07700900123' : 'x@example.org')}
      where person_id = ${id}`.execute(db),
  );
  return { id, account };
}
const change = (act: (db: CouncilDb) => Promise<unknown>) => council.as(rowan, act);
const news = (personId: string, reference: string, about: About = 'new-on-your-page', thingId?: string) =>
  change((db) => tellPerson(db, { personId, reference, about, ...(thingId ? { thingId } : {}) }));
const sent = (personId: string) =>
  council.as(rowan, async (db) => {
    const { rows } = await sql<{
      how: string;
      why: string;
      to: string | null;
      words: string | null;
      subject: string | null;
    }>`
      select m.how, m.why, o.mail_to as to, o.words, o.subject from message m left join outgoing_mail o on o.id = m.mail_id
      where m.person_id = ${personId} order by m.made_at, m.id`.execute(db);
    return rows;
  });

describe('telling somebody that there is something for them', () => {
  it('several things of a day are one message, the next comes the next day, and twice is once', async () => {
    const { id } = await somebody('Mags Treloar');
    await news(id, 'a 1');
    await news(id, 'a 1');
    await news(id, 'a 2', 'answer-to-your-message');
    await go();
    await go();
    assert.equal((await sent(id)).length, 1);
    await news(id, 'a 3');
    await go('2026-11-21T15:00:00Z');
    await go('2026-11-22T07:59:00Z');
    assert.equal((await sent(id)).length, 1);
    await Promise.all([go('2026-11-22T08:00:00Z'), go('2026-11-22T08:00:00Z')]);
    assert.equal((await sent(id)).length, 2);
  });

  it('W1 what is told at night waits for the morning; what a person wished is obeyed', async () => {
    const { id } = await somebody('Nora Quill', 'email');
    await change((db) =>
      sql`insert into contact_wish (council_id, person_id, may_text, may_email, may_ring, may_post, not_before, not_after, not_days, since, changed_by, told)
        values (${councilOf(db)}, ${id}, true, true, true, false, '10:00', '16:00', '{7}', '2026-11-01', ${rowan.accountId}, 'phone')`.execute(
        db,
      ),
    );
    await news(id, 'n 1');
    await go('2026-11-21T21:00:00Z');
    await go('2026-11-22T12:00:00Z');
    assert.equal((await sent(id)).length, 0, 'Sunday');
    await go('2026-11-23T10:00:00Z');
    assert.deepEqual(
      (await sent(id)).map(({ how, to }) => [how, to]),
      [['email', 'x@example.org']],
    );
  });

  it('a message that would be in the wrong format is a line for us, and one line stands for the next news too', async () => {
    const { id } = await somebody('Wilf Garrow');
    await change((db) =>
      addNeed(db, id, { kind: 'communication', need: 'Large print', recordedOn: '2026-11-01' }),
    );
    await news(id, 'w 1');
    await go();
    await news(id, 'w 2');
    await go('2026-11-22T10:00:00Z');
    assert.deepEqual(await sent(id), [
      { how: 'somebody', why: 'format', to: null, words: null, subject: null },
    ]);
  });

  it('nobody who died, by nothing but a human whose record is kept to one team', async () => {
    const [gone, kept] = [await somebody('Arthur Pell'), await somebody('Petra Novak')];
    await change((db) => sql`update person set died_on = '2026-11-20' where id = ${gone.id}`.execute(db));
    await change((db) =>
      sql`update person set restricted_to_team = ${council.teams.harbour} where id = ${kept.id}`.execute(db),
    );
    await news(gone.id, 'g 1');
    await news(kept.id, 'k 1');
    await go();
    assert.deepEqual(
      (await sent(gone.id)).map(({ how, why }) => [how, why]),
      [['nobody', 'died']],
    );
    assert.deepEqual(
      (await sent(kept.id)).map(({ how, why }) => [how, why]),
      [['somebody', 'by-hand']],
    );
  });

  it('W1 of what is held back, or hangs on it, nobody is told until it is lifted', async () => {
    const { id } = await somebody('Ivy Marlow');
    const [held, hangsOnIt] = [newId(), newId()];
    await change((db) =>
      sql`insert into held_back (council_id, id, person_id, kind, thing_id, also, law, reason, asked_by, asked_at, look_again_on)
        values (${councilOf(db)}, ${newId()}, ${id}, 'entry', ${held}, ${[hangsOnIt]}, 'serious-harm', 'x', ${rowan.accountId}, ${testNow}, '2026-12-21')`.execute(
        db,
      ),
    );
    await news(id, 'i 1', 'promise-kept', held);
    await news(id, 'i 2', 'promise-kept', hangsOnIt);
    await go();
    assert.deepEqual(await sent(id), []);
    await change((db) =>
      sql`update held_back set lifted_at = ${testNow} where thing_id = ${held}`.execute(db),
    );
    await go('2026-11-22T10:00:00Z');
    assert.equal((await sent(id)).length, 1);
  });

  it('W2 at their own page somebody can have whoever they share with told', async () => {
    const { id, account } = await somebody('June Ashby');
    const delegate = newId();
    await change((db) =>
      sql`insert into account (council_id, id, name, role, enabled_at) values (${councilOf(db)}, ${delegate}, 'Beth', 'delegate', ${testNow})`.execute(
        db,
      ),
    );
    await change((db) =>
      sql`insert into own_page (council_id, id, person_id, account_id, opens, talked, talked_on, message_to, message_by, number_hash, number_salt, opened_at, opened_by)
        values (${councilOf(db)}, ${newId()}, ${id}, ${delegate}, 'shared', 'x', '2026-11-20', '07700900777', 'text', 'x', 'x', ${testNow}, ${rowan.accountId})`.execute(
        db,
      ),
    );
    await asOwn(council, account, id, (db) =>
      tellAccount(db, { accountId: delegate, reference: 'j 1', about: 'something-shared' }),
    );
    await go();
    assert.deepEqual(
      (await sent(id)).map(({ how, to }) => [how, to]),
      [['text', '07700900777']],
    );
  });

  it('the day before, what was promised is told of both ways, once', async () => {
    const { id } = await somebody('Tom Verran');
    await change((db) =>
      makePromise(db, {
        personId: id,
        who: 'Rowan',
        accountId: rowan.accountId,
        what: 'ring the boat shed',
        dueOn: '2026-12-02',
      }),
    );
    for (const at of ['06:30', '09:00', '12:00']) await go(`2026-12-01T${at}:00Z`);
    await tellingRound(async () => [council.councilId]).act(
      database,
      stoppedClock('2026-12-01T13:00:00Z'),
      new AbortController().signal,
    );
    assert.equal((await sent(id)).length, 1);
    const { rows } = await council.as(rowan, (db) =>
      sql<{ words: string }>`select words from outgoing_mail where mail_to like 'rowan@%'`.execute(db),
    );
    assert.equal(rows.length, 1);
    assert.doesNotMatch(rows[0]?.words ?? '', /Tom|boat/);
  });

  it('W2 sharing that ends soon is told to both sides, once each; and three hundred promises at once', async () => {
    const { id } = await somebody('Edie Marsh');
    const beth = newId();
    await change(async (db) => {
      await sql`insert into account (council_id, id, name, role, enabled_at) values (${councilOf(db)}, ${beth}, 'Beth', 'delegate', ${testNow})`.execute(
        db,
      );
      await sql`insert into sharing_with (council_id, id, person_id, account_id, name, kind, began_on, ends_on, made_by, told)
        values (${councilOf(db)}, ${newId()}, ${id}, ${beth}, 'Beth', 'family-or-friend', '2026-11-01', '2026-12-12', ${rowan.accountId}, 'together')`.execute(
        db,
      );
      await sql`insert into promise (council_id, id, person_id, who, what, due_on, state, made_on)
        select ${councilOf(db)}, gen_random_uuid(), ${id}, 'Edie', 'thing ' || n, '2026-12-09', 'open', '2026-12-01'
        from generate_series(1, 300) n`.execute(db);
    });
    const morning = new Date('2026-12-08T08:00:00Z');
    for (const _ of [1, 2]) await council.as(rowan, nudgeToday, morning);
    const { rows } = await council.as(rowan, (db) =>
      sql`select about, account_id as who, count(*)::int as many, count(distinct reference)::int as once,
          min(reference) like about || ' ________-____-____-____-____________ %2026-12-__' as "isNamed"
        from news where person_id = ${id} group by 1, 2 order by 1, 3, 2 nulls first`.execute(db),
    );
    assert.deepEqual(rows, [
      { about: 'promise-tomorrow', who: null, many: 300, once: 300, isNamed: true },
      { about: 'sharing-ends-soon', who: null, many: 1, once: 1, isNamed: true },
      { about: 'sharing-ends-soon', who: beth, many: 1, once: 1, isNamed: true },
    ]);
  });
});

describe('what a message says', () => {
  it('is the same whatever it is about: no name, nothing of a life, nothing to press', async () => {
    const all: string[] = [];
    for (const [at, about] of (Object.keys(newsKinds) as About[]).entries()) {
      const { id } = await somebody(`Zq${at} Zqmarden`, at % 2 ? 'text' : 'email');
      await news(id, `zq boat shed ${at}`, about);
      await go();
      for (const { words, subject } of await sent(id)) all.push(`${subject}\n${words}`);
    }
    assert.equal(all.length, Object.keys(newsKinds).length);
    assert.deepEqual([...new Set(all)].sort(), [
      '\nYou have a message. Open your page the usual way.',
      'You have a message\nYou have a message. Open your page the usual way.',
    ]);
  });
  it('is from a name that tells nothing, or none', () => {
    assert.equal(neutralName({ messagesFrom: 'Northmoor' }), 'Northmoor');
    for (const name of [
      'Northmoor Adult Social Care',
      'Northmoor Council',
      'https://northmoor.example',
      '',
      7,
    ])
      assert.equal(neutralName({ messagesFrom: name }), null);
    assert.doesNotMatch(wordsOf('Northmoor'), /https?:|\/|@|\d/);
  });
});
