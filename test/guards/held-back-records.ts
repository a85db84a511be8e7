import { sql } from 'kysely';
import { openConversation } from '../../src/conversations/conversations.store.ts';
import { findEntry, saveEntry } from '../../src/conversations/entries.store.ts';
import { tagFact } from '../../src/conversations/facts.store.ts';
import type { FactName } from '../../src/conversations/facts.ts';
import { keepAnswers } from '../../src/conversations/safeguarding/enquiries.store.ts';
import { shareLine } from '../../src/own/sharing/lines.store.ts';
import { sharingOf, startSharing } from '../../src/own/sharing/sharing.store.ts';
import { saveContact } from '../../src/people/contacts/contacts.store.ts';
import type { HeldKind } from '../../src/people/held-back/held-back.ts';
import { addGift, addPersonAround, makePerson } from '../../src/people/people.store.ts';
import { makePromise, settlePromise } from '../../src/people/promises/promises.store.ts';
import { tellTimeline } from '../../src/people/timeline/timeline.store.ts';
import { wholeRecord } from '../../src/plans/letters/letters.fixture.ts';
import { type CouncilDb, councilOf, nowOf } from '../../src/platform/db/council.ts';
import { writeAudit } from '../../src/platform/db/ledger.store.ts';
import { newId } from '../../src/platform/ids.ts';
import { beginStory } from '../../src/stories/telling/telling.store.ts';
import type { TestAccount, TestCouncil } from '../council.ts';
import { asOwn, delegateAccount, ownAccount } from '../own.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Somebody with a random record, a page of their own, and (for most) somebody they share with. */
export interface RandomRecord {
  personId: string;
  name: string;
  account: TestAccount;
  delegate: TestAccount | null;
  conversationId: string;
  planId: string | null;
  random: () => number;
}

/** One of them, by chance. */
type OneOf = <Item>(items: readonly Item[]) => Item;

const names = ['Mags', 'Wilf', 'Nora', 'Ivy', 'Tom', 'June', 'Arthur', 'Petra'];
const phrases = [
  'The boat shed on Tuesdays',
  'My sister rings on Sundays',
  'I would like to sing again',
  'The stairs are hard in winter',
  'We sat in the garden',
  'The kettle is too heavy',
];

export async function randomRecord(council: TestCouncil, seed: number): Promise<RandomRecord> {
  const random = numbersFrom(seed);
  const one: OneOf = (items) => items[Math.floor(random() * items.length)] as never;
  const { rowan } = council.accounts;
  const asRowan = <Value>(act: (db: CouncilDb) => Promise<Value>) => council.as(rowan, act, new Date());
  const isWhole = random() < 0.35;
  const name = isWhole ? 'Wilf' : one(names);
  const personId = isWhole
    ? (await wholeRecord(council, rowan)).personId
    : await asRowan((db) =>
        makePerson(db, {
          ...{ fullName: `${name} Devlin`, knownAs: name, bornOn: random() < 0.5 ? '1941-03-02' : null },
          whatMatters: random() < 0.7 ? one(phrases) : null,
        }),
      );
  const conversationId = await asRowan(async (db) => {
    const kind = isWhole || random() < 0.6 ? 1 : 2;
    return openConversation(db, {
      ...{ personId, kind, openedAt: ago(db, 20) },
      ...(kind === 2
        ? { namedAccountId: rowan.accountId, coverAccountId: council.accounts.priya.accountId }
        : {}),
    });
  });
  const record = { personId, name, conversationId, random };
  await asRowan((db) => fill(db, record, one, rowan));
  const planId = await asRowan(async (db) =>
    isWhole || random() < 0.5 ? planOf(db, record, rowan, one) : null,
  );
  const account = await ownAccount(council, personId, name);
  const delegate = random() < 0.7 ? await shareSome(council, { ...record, account }) : null;
  return { ...record, planId, account, delegate };
}

type Unfinished = Pick<RandomRecord, 'personId' | 'name' | 'conversationId' | 'random'>;
const ago = (db: CouncilDb, days: number): Date => new Date(nowOf(db).getTime() - days * 86_400_000);
const times = (random: () => number, most: number): number[] => [
  ...Array(Math.floor(random() * (most + 1))).keys(),
];

async function fill(
  db: CouncilDb,
  { personId, name, conversationId, random }: Unfinished,
  one: OneOf,
  worker: TestAccount,
): Promise<void> {
  for (const _ of times(random, 2)) await contact(db, personId, one(phrases), ago(db, 25));
  for (const days of times(random, 5))
    await entry(db, { personId, conversationId, random }, one(phrases), ago(db, 15 - days), random() < 0.6);
  for (const _ of times(random, 3)) {
    const id = await makePromise(db, {
      ...{ personId, who: one([name, worker.name, 'the housing team']), what: one(phrases) },
      ...{ accountId: random() < 0.3 ? worker.accountId : null, dueOn: random() < 0.7 ? '2026-12-01' : null },
    });
    if (random() < 0.3)
      await settlePromise(db, id, {
        state: one(['kept', 'broken'] as const),
        why: 'So it was',
        version: 1,
      } as never);
  }
  for (const number of times(random, 3)) await around(db, personId, `Carol ${number}`);
  for (const _ of times(random, 2)) await addGift(db, personId, one(phrases));
  if (random() < 0.3) await enquiry(db, personId, one(phrases));
  for (const _ of times(random, 2)) await event(db, personId, one(phrases), ago(db, 3));
  if (random() < 0.6)
    await beginStory(db, personId, {
      title: 'The boats',
      theirWords: one(phrases),
      pieces: [],
      told: 'together',
    });
  await writeAudit(db, { act: 'write', route: '/people/:id/write', personIds: [personId] });
}

async function entry(
  db: CouncilDb,
  { personId, conversationId, random }: Pick<RandomRecord, 'personId' | 'conversationId' | 'random'>,
  words: string,
  happenedAt: Date,
  isWithPerson: boolean,
): Promise<string> {
  const entryId = await saveEntry(db, {
    ...{
      personId,
      conversationId,
      kind: 1,
      happenedAt,
      isWithPerson,
      said: words,
      place: 'at home',
      withWhom: 'Mags',
    },
    ...(random() < 0.5 ? { noticed: 'The hall was dark.' } : {}),
    ...(random() < 0.3 ? { think: 'Worth asking again.' } : {}),
    ...(random() < 0.5 ? { agreed: 'We ring on Friday.' } : {}),
  });
  const kinds = [
    ['offer', { what: 'a lunch club' }],
    ['asked-if-entitled', { askedOn: '2026-11-10' }],
    ['wanted-outcome', {}],
  ] as [FactName, Record<string, string>][];
  for (const [kind, details] of kinds)
    if (random() < 0.25)
      await tagFact(db, {
        entry: await findEntry(db, entryId),
        ...{ voice: 'said', startsAt: 0, endsAt: words.length, kind, details },
      });
  if (random() < 0.5)
    await makePromise(db, {
      personId,
      who: 'Rowan',
      what: `ask about: ${words}`,
      dueOn: '2026-12-04',
      sourceId: entryId,
    });
  return entryId;
}

const contact = (db: CouncilDb, personId: string, words: string, madeAt: Date) =>
  saveContact(db, {
    ...{
      personId,
      madeAt,
      how: 'phone',
      madeBy: 'A neighbour',
      madeByRelation: 'neighbour',
      permission: 'agreed',
      words,
    },
  });

const enquiry = (db: CouncilDb, personId: string, words: string) =>
  keepAnswers(db, personId, {
    ...{
      hasNeeds: 'yes',
      atRisk: 'yes',
      cannotProtect: 'suspected',
      words,
      toldBy: 'A neighbour',
      whyNot: null,
    },
  }).then(({ id }) => id);

async function around(db: CouncilDb, personId: string, name: string): Promise<string> {
  await addPersonAround(db, personId, {
    ...{ name, relation: 'niece', phone: '01632 960222', gives: 'rings on Sundays', ifItStopped: null },
    ...{ isCarer: false, carerPersonId: null },
  });
  return latest(db, sql`select id from person_around where person_id = ${personId} order by id desc limit 1`);
}

async function event(db: CouncilDb, personId: string, words: string, at: Date): Promise<string> {
  await tellTimeline(db, {
    ...{ personId, at, kind: 'gap', title: 'Asked for', byLine: 'Rowan', voices: [{ voice: 'said', words }] },
  });
  return latest(
    db,
    sql`select id from timeline_event where person_id = ${personId} order by id desc limit 1`,
  );
}

async function planOf(
  db: CouncilDb,
  { personId, conversationId, random }: Unfinished,
  worker: TestAccount,
  one: OneOf,
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select id from plan where person_id = ${personId} and state = 'standing'`.execute(db);
  if (rows[0]) return rows[0].id;
  const id = newId();
  await sql`insert into plan (council_id, id, person_id, conversation_id, number, good_life, what_i_do, if_things_go_wrong, wishes,
      advice, starts_on, state, agreement, agreement_words, agreed_on, written_by)
    values (${councilOf(db)}, ${id}, ${personId}, ${conversationId}, 1, 'My own door', 'I cook', '', '', '', '2026-11-01', 'standing',
      'agree', 'Yes', '2026-11-01', ${worker.accountId})`.execute(db);
  for (const position of times(random, 3)) await need(db, id, one(phrases), position);
  return id;
}

async function need(db: CouncilDb, planId: string, words: string, position = 50): Promise<string> {
  const id = newId();
  await sql`insert into plan_need (council_id, id, plan_id, position, need, is_eligible, met_by, who, how)
    values (${councilOf(db)}, ${id}, ${planId}, ${position}, ${words}, false, 'family', 'Carol', 'on Sundays')`.execute(
    db,
  );
  return id;
}

async function latest(db: CouncilDb, query: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await query.execute(db);
  return (rows[0] as { id: string }).id;
}

/** Shares up to three lines with somebody who has a page for it. */
async function shareSome(
  council: TestCouncil,
  { personId, account, random }: Pick<RandomRecord, 'personId' | 'account' | 'random'>,
): Promise<TestAccount> {
  const june = await delegateAccount(council, personId, 'June');
  await asOwn(
    council,
    account,
    personId,
    async (db) => {
      const sharingId = await startSharing(db, {
        ...{
          personId,
          name: 'June',
          kind: 'family-or-friend',
          relation: 'my sister',
          organisation: null,
          teamId: null,
          told: null,
        },
      });
      await sql`update sharing_with set account_id = ${june.accountId} where id = ${sharingId}`.execute(db);
      const { rows } = await sql<{ kind: 'promise' | 'talked' | 'around'; id: string }>`
        select * from (select 'promise' as kind, id from promise union all select 'talked', id from timeline_event where kind in ('entry', 'gap')
          union all select 'around', id from person_around) line order by id limit 40`.execute(db);
      const sharing = await sharingOf(db, personId, sharingId);
      for (const { kind, id } of rows.filter(() => random() < 0.4).slice(0, 3))
        await shareLine(db, sharing, { kind, thingId: id, untilOn: '2026-12-21', told: null });
    },
    new Date(),
  );
  return june;
}

/** Writes one thing as a worker would, to be held back; null where this record can have no such thing. */
export const writers: Record<HeldKind, (db: CouncilDb, record: RandomRecord) => Promise<string | null>> = {
  entry: (db, record) =>
    entry(db, record, 'zqheld: he has taken her money again', nowOf(db), record.random() < 0.5),
  contact: (db, { personId }) => contact(db, personId, 'zqheld: I am afraid for her', nowOf(db)),
  enquiry: (db, { personId }) => enquiry(db, personId, 'zqheld: bruises on both arms'),
  promise: (db, { personId, random }) =>
    makePromise(db, {
      ...{ personId, who: random() < 0.5 ? 'Rowan' : 'the police', what: 'zqheld speak to the officer' },
      dueOn: random() < 0.7 ? '2026-12-02' : null,
    }),
  around: (db, { personId }) => around(db, personId, 'Zqheld, his brother'),
  talked: (db, { personId }) => event(db, personId, 'zqheld: nobody to tell', nowOf(db)),
  need: async (db, { planId }) => (planId ? need(db, planId, 'zqheld: to be safe at night') : null),
  conversation: (db, { personId }) =>
    openConversation(db, { personId, kind: 1, title: 'zqheld conversation' }),
};
