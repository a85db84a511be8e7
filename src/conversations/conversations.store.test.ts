import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { saveContact } from '../people/contacts/contacts.store.ts';
import { openPerson } from '../people/opening.store.ts';
import { makePerson } from '../people/people.store.ts';
import { readTimeline } from '../people/timeline/timeline.fixture.ts';
import { Conflict, Forbidden, Unknown } from '../platform/http/problems.ts';
import {
  conversationsOf,
  findConversation,
  openConversation,
  openConversationOf,
  restConversation,
} from './conversations.store.ts';
import { findEntry, saveEntry } from './entries.store.ts';
import { factsInEntry, listFacts, tagFact } from './facts.store.ts';
import { defaultRules } from './rule-set.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, priya, marsh } = council.accounts;
const wilf = () =>
  council.as(rowan, (db) => makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' }));
const happenedAt = new Date('2026-11-17T14:30:00Z');

describe('conversations', () => {
  it('W5 opening one brings the worker’s team alongside, and nobody else’s', async () => {
    const personId = await wilf();
    await council.as(rowan, (db) => openConversation(db, { personId, kind: 1 }));
    await council.as(priya, (db) => openPerson(db, personId));
    await assert.rejects(
      council.as(marsh, (db) => openPerson(db, personId)),
      Forbidden,
    );
  });

  it('keeps the rules it opened under when the site agrees new ones later', async () => {
    const personId = await wilf();
    const before = await council.as(rowan, (db) =>
      openConversation(db, { personId, kind: 1, openedAt: happenedAt }),
    );
    await council.as(rowan, (db) =>
      sql`insert into rule_set (council_id, id, name, starts_on, agreed_by, rules)
      values (${council.councilId}, gen_random_uuid(), 'Harbour', '2026-11-20', 'the Harbour team', '{"dailyToDay": 3}')`.execute(
        db,
      ),
    );
    const after = await council.as(rowan, (db) => openConversation(db, { personId, kind: 1 }));
    assert.equal(
      (await council.as(rowan, (db) => findConversation(db, before))).rules.dailyToDay,
      defaultRules.dailyToDay,
    );
    assert.equal((await council.as(rowan, (db) => findConversation(db, after))).rules.dailyToDay, 3);
  });

  it('R1 rests with how to come back on the story, and a second resting of the same one is a conflict', async () => {
    const personId = await wilf();
    await council.as(rowan, (db) => openConversation(db, { personId, kind: 1 }));
    const open = await council.as(rowan, (db) => openConversationOf(db, personId));
    assert.ok(open);
    const resting = {
      howToComeBack: 'Ring the Harbour team and say you spoke to Rowan.',
      checkBackOn: null,
      checkBackDeclined: true,
    };
    await council.as(rowan, (db) => restConversation(db, open, resting));
    await assert.rejects(
      council.as(priya, (db) => restConversation(db, open, resting)),
      Conflict,
    );
    assert.equal(await council.as(rowan, (db) => openConversationOf(db, personId)), null);
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.equal(told?.voices[0]?.words, resting.howToComeBack);
    assert.equal(
      (await council.as(rowan, (db) => conversationsOf(db, personId)))[0]?.restingOn,
      '2026-11-21',
    );
  });
});

describe('what is written', () => {
  async function written(isWithPerson: boolean) {
    const personId = await wilf();
    await council.as(rowan, (db) =>
      saveContact(db, {
        personId,
        madeAt: new Date('2026-11-16T10:05:00Z'),
        how: 'phone',
        madeBy: 'Carol',
        madeByRelation: 'niece',
        permission: 'agreed',
        words: 'Uncle Wilf has stopped coming to us.',
      }),
    );
    return council.as(rowan, async (db) => {
      const conversationId = await openConversation(db, { personId, kind: 1, openedAt: happenedAt });
      const said =
        'Since Jean died the days are all one day. I want to hear an engine turn over because I fixed it.';
      const entryId = await saveEntry(db, {
        personId,
        conversationId,
        kind: 1,
        happenedAt,
        place: 'at home',
        withWhom: 'Wilf and his niece Carol',
        isWithPerson,
        said,
        agreed: 'I ring the boat shed.',
      });
      return { personId, conversationId, entryId };
    });
  }
  const spokenOn = (personId: string) =>
    council.as(
      rowan,
      async (db) =>
        (
          await sql<{
            spoken_on: string | null;
          }>`select spoken_on from contact where person_id = ${personId}`.execute(db)
        ).rows[0]?.spoken_on,
    );

  it('tells the story in voices that stay apart, theirs first', async () => {
    const { personId } = await written(true);
    const [told] = await council.as(rowan, (db) => readTimeline(db, personId, 1));
    assert.equal(told?.title, 'Conversation 1 · at home');
    assert.equal(told?.byLine, 'Rowan with Wilf and his niece Carol');
    assert.deepEqual(
      told?.voices.map(({ voice, who }) => [voice, who]),
      [
        ['said', 'Wilf'],
        ['agreed', undefined],
      ],
    );
  });

  it('F2 E6 a real conversation stops the clock on its own day; a voicemail does not', async () => {
    assert.equal(await spokenOn((await written(true)).personId), '2026-11-17');
    assert.equal(await spokenOn((await written(false)).personId), null);
  });

  it('a fact points at its words on the story, and a correction keeps the old', async () => {
    const { personId, conversationId, entryId } = await written(true);
    await council.as(rowan, async (db) => {
      const entry = await findEntry(db, entryId);
      const startsAt = entry.said.indexOf('I want');
      const first = await tagFact(db, {
        entry,
        voice: 'said',
        startsAt,
        endsAt: entry.said.length,
        kind: 'what-matters',
        details: {},
      });
      await tagFact(db, {
        entry,
        voice: 'said',
        startsAt: 0,
        endsAt: startsAt - 1,
        kind: 'what-matters',
        details: {},
        replaces: first,
      });
      const [now, ...others] = await listFacts(db, conversationId);
      assert.equal(now?.phrase, 'Since Jean died the days are all one day.');
      assert.equal(others.length, 0);
      assert.deepEqual(
        (await factsInEntry(db, entryId)).map(({ isCurrent }) => isCurrent),
        [false, true],
      );
      await assert.rejects(
        tagFact(db, {
          entry,
          voice: 'said',
          startsAt: 0,
          endsAt: 4,
          kind: 'what-matters',
          details: {},
          replaces: first,
        }),
        Unknown,
      );
      const [told] = await readTimeline(db, personId, 1);
      assert.deepEqual(
        told?.facts.map(({ startsAt, kind }) => [startsAt, kind]),
        [[0, 'what-matters']],
      );
    });
  });
});
