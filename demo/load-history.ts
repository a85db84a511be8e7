import { sql } from 'kysely';
import { searchable } from '../src/people/finding/names.ts';
import { addDays, type Clock, type Day, dayOf } from '../src/platform/clock.ts';
import {
  type CouncilDb,
  councilOf,
  type Database,
  nowOf,
  withinCouncil,
} from '../src/platform/db/council.ts';
import { newId } from '../src/platform/ids.ts';
import { saysOfThemselves, sayWhoTheyAre } from './equality.ts';
import { generateHistory, type History, type InventedContact, type InventedPerson } from './history.ts';
import { whoMade } from './invented-voices.ts';
import { setUpSite, type Teams } from './load-site.ts';
import { site } from './saltbeck/council.ts';

/** How much was loaded. */
export interface Loaded {
  people: number;
  contacts: number;
  conversations: number;
  supports: number;
}

const SEED = 20261121;
const TWO_YEARS = 729;
const BATCH = 4_000;
const nobody = { accountId: '00000000-0000-0000-0000-000000000000', name: '', role: '' };

/**
 * Loads two made-up years, up to today, into a demonstration council, and sets up its site. Everything is marked as made up.
 * Refuses a real council.
 * @example await loadHistory(database, { councilId, teams: { harbour, marsh }, clock: machineClock })
 */
export async function loadHistory(
  database: Database,
  into: { councilId: number; teams: Teams; clock: Clock },
): Promise<Loaded> {
  const { councilId, teams, clock } = into;
  const actor = { ...nobody, teamIds: [teams.harbour, teams.marsh] };
  const pin = { councilId, actor, now: clock.now(), requestId: 'made-up history' };
  return withinCouncil(database, pin, (db) => writeTwoYears(db, teams));
}

/** The same within a transaction that goes on: a first start loads everything or nothing. */
export async function writeTwoYears(db: CouncilDb, teams: Teams): Promise<Loaded> {
  await refuseRealCouncil(db);
  await checkByIndex(db);
  const today = dayOf(nowOf(db));
  await setUpSite(db, teams, today);
  const asked = { seed: SEED, from: addDays(today, -TWO_YEARS), to: today, contacts: 12_000, site };
  return writeHistory(db, teams, answeredFromTheWait(generateHistory(asked), today));
}

async function refuseRealCouncil(db: CouncilDb): Promise<void> {
  const [council] = await db
    .selectFrom('council')
    .select('is_demo')
    .where('council_id', '=', councilOf(db))
    .execute();
  if (!council?.is_demo) throw new Error('A made-up history belongs only in a demonstration council.');
}

/**
 * Foreign keys are checked with plans made when a table was last looked at, perhaps while it was all but empty: then each of
 * seventy thousand checks reads the whole table. Plans are thrown away and made again, by index.
 */
async function checkByIndex(db: CouncilDb): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(db);
  await sql`discard plans`.execute(db);
}

/**
 * Two things a generated life cannot know. The site began by ringing everybody its team still owed a conversation,
 * three a day, the longest waiting first. And conversation 2 needs a named person and a rhythm (C2-2), which
 * nobody made up can keep, so none is left open for a real team's board: it rests today.
 */
function answeredFromTheWait(history: History, today: Day): History {
  const { startedOn } = history.site;
  const rung = new Map<string, Day>();
  const owed = history.conversations.filter(
    (one) =>
      one.kind === 1 && !one.restedOn && (one.spokenWithOn ?? '9999') > today && one.openedOn < startedOn,
  );
  const sites = new Set(history.people.filter(({ team }) => team === 'harbour').map(({ id }) => id));
  for (const one of owed.filter(({ personId }) => sites.has(personId)))
    rung.set(one.id, addDays(startedOn, Math.floor(rung.size / 3)));
  const conversations = history.conversations.map((one) => ({
    ...one,
    spokenWithOn: rung.get(one.id) ?? one.spokenWithOn,
    restedOn: one.restedOn ?? (one.kind === 2 ? today : undefined),
  }));
  return { ...history, conversations };
}

interface Writing {
  db: CouncilDb;
  teams: Teams;
  history: History;
  idOf: (key: string) => string;
  people: Map<string, InventedPerson>;
}

async function writeHistory(db: CouncilDb, teams: Teams, history: History): Promise<Loaded> {
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const writing: Writing = {
    db,
    teams,
    history,
    idOf,
    people: new Map(history.people.map((one) => [one.id, one])),
  };
  await writePeople(writing);
  await writeContacts(writing);
  await writeConversations(writing);
  await writeSupports(writing);
  await sayWhoTheyAre(db, whoWasInvented(writing));
  const { people, contacts, conversations, supports } = history;
  return {
    people: people.length,
    contacts: contacts.length,
    conversations: conversations.length,
    supports: supports.length,
  };
}

/** Everybody in the order they were invented in, with the day they first got in touch. */
function whoWasInvented({ history, idOf }: Writing) {
  const first = new Map(history.contacts.toReversed().map((one) => [one.personId, one.startedOn]));
  return history.people.map(({ id, district }) => ({ id: idOf(id), district, first: first.get(id) }));
}

async function writePeople({ db, teams, history, idOf }: Writing): Promise<void> {
  const died = new Map(history.deaths.map(({ personId, on }) => [personId, on]));
  const moved = new Map(history.moves.map(({ personId, on }) => [personId, on]));
  const first = new Map(
    history.contacts.toReversed().map(({ personId, startedOn }) => [personId, startedOn]),
  );
  const rows = history.people.map((person, at) => ({
    id: idOf(person.id),
    name: `${person.firstName} ${person.lastName}`,
    search: searchable(`${person.firstName} ${person.lastName}`),
    born: person.bornOn,
    languages: saysOfThemselves(at).languages,
    died: died.get(person.id),
    moved: moved.get(person.id),
    first: first.get(person.id),
    team: teams[person.team],
    relationship: newId(),
  }));
  await inBatches(rows, async (batch) => {
    await sql`insert into person (council_id, id, full_name, born_on, languages, died_on, moved_away_on, is_made_up, search_text, created_at)
      select ${councilOf(db)}, id, name, born, languages, died, moved, true, search, first + time '09:00'
      from json_to_recordset(${batch}::json) r(id uuid, name text, search text, born date, languages text[], died date, moved date, first date)`.execute(
      db,
    );
    await sql`insert into relationship (council_id, id, person_id, team_id, why, began_at)
      select ${councilOf(db)}, relationship, id, team, 'contact', first + time '09:00'
      from json_to_recordset(${batch}::json) r(relationship uuid, id uuid, team uuid, first date)`.execute(
      db,
    );
  });
}

async function writeContacts({ db, teams, history, idOf, people }: Writing): Promise<void> {
  const spoken = spokenOnOf(history);
  const rows = history.contacts.map((contact, at) => {
    const firstName = people.get(contact.personId)?.firstName ?? '';
    const maker = whoMade(contact, firstName);
    return {
      id: idOf(contact.id),
      person: idOf(contact.personId),
      event: newId(),
      at: instant(contact.startedOn, 540 + ((at * 7) % 240)),
      ended: contact.endedOn,
      ...maker,
      words: contact.words,
      team: teams[contact.team],
      spoken: spoken.get(contact.id),
      by_line: `${maker.howInWords}, answered by the ${contact.team === 'harbour' ? 'Harbour' : 'Marsh'} team`,
    };
  });
  await inBatches(rows, async (batch) => {
    await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words,
        team_id, spoken_on, is_made_up)
      select ${councilOf(db)}, id, person, least(at at time zone 'Europe/London', ${nowOf(db)}), ended, how, maker, relation, permission, words,
        team, spoken, true
      from json_to_recordset(${batch}::json) r(id uuid, person uuid, at timestamp, ended date, how text, maker text, relation text,
        permission text, words text, team uuid, spoken date)`.execute(db);
    await sql`insert into timeline_event (council_id, id, person_id, at, kind, title, by_line, voices, source_id)
      select ${councilOf(db)}, event, person, least(at at time zone 'Europe/London', ${nowOf(db)}), 'contact', maker || ' got in touch', by_line,
        jsonb_build_array(jsonb_build_object('voice', 'said', 'who', maker, 'words', words)), id
      from json_to_recordset(${batch}::json) r(event uuid, person uuid, at timestamp, maker text, by_line text, words text, id uuid)`.execute(
      db,
    );
  });
}

/** The first real conversation after each contact: somebody who rings while we are talking already is spoken with that day. */
function spokenOnOf({ contacts, conversations }: History): Map<string, Day> {
  const started = new Map<string, InventedContact>(contacts.map((one) => [one.id, one]));
  const spoken = new Map<string, Day>();
  for (const { kind, contactIds, spokenWithOn } of conversations) {
    if (kind !== 1 || spokenWithOn === undefined) continue;
    for (const id of contactIds) {
      const startedOn = started.get(id)?.startedOn ?? spokenWithOn;
      spoken.set(id, [startedOn, spokenWithOn].toSorted()[1] ?? spokenWithOn);
    }
  }
  return spoken;
}

const began = {
  1: 'Listening and connecting began',
  2: 'Working intensively began',
  3: 'Building a good life began',
};

async function writeConversations({ db, teams, history, idOf, people }: Writing): Promise<void> {
  const rows = history.conversations.map((one, at) => ({
    id: idOf(one.id),
    person: idOf(one.personId),
    event: newId(),
    kind: one.kind,
    at: instant(one.openedOn, 840 + ((at * 11) % 150)),
    rested: one.restedOn,
    team: teams[people.get(one.personId)?.team ?? 'marsh'],
    title: began[one.kind],
    by_line: one.restedOn
      ? `Conversation ${one.kind}, made up, resting since ${one.restedOn}`
      : `Conversation ${one.kind}, made up`,
  }));
  await inBatches(rows, async (batch) => {
    await sql`insert into conversation (council_id, id, person_id, kind, team_id, opened_at, resting_on, is_made_up)
      select ${councilOf(db)}, id, person, kind, team, least(at at time zone 'Europe/London', ${nowOf(db)}), rested, true
      from json_to_recordset(${batch}::json) r(id uuid, person uuid, kind smallint, team uuid, at timestamp, rested date)`.execute(
      db,
    );
    await sql`insert into timeline_event (council_id, id, person_id, at, kind, title, by_line, source_id)
      select ${councilOf(db)}, event, person, least(at at time zone 'Europe/London', ${nowOf(db)}), 'conversation', title, by_line, id
      from json_to_recordset(${batch}::json) r(event uuid, person uuid, at timestamp, title text, by_line text, id uuid)`.execute(
      db,
    );
  });
}

const supportWords = {
  ongoing: 'Help at home through the week',
  'low-level': 'An alarm and somebody who answers it',
  'short-term': 'A few weeks of help to get going again',
  'one-off': 'A rail, a lamp, a fare: something bought once',
};

async function writeSupports({ db, history, idOf }: Writing): Promise<void> {
  const rows = history.supports.map((one) => ({
    id: newId(),
    person: idOf(one.personId),
    kind: one.length,
    what: supportWords[one.length],
    started: one.startedOn,
    ended: one.endedOn,
    weekly: one.weeklyPence,
  }));
  await inBatches(rows, async (batch) => {
    await sql`insert into support (council_id, id, person_id, kind, what, started_on, ended_on, weekly_pence, is_made_up)
      select ${councilOf(db)}, id, person, kind, what, started, ended, weekly, true
      from json_to_recordset(${batch}::json) r(id uuid, person uuid, kind text, what text, started date, ended date, weekly integer)`.execute(
      db,
    );
  });
}

/** A local time on a day, `minutes` after midnight. */
const instant = (day: Day, minutes: number): string =>
  `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

async function inBatches(rows: readonly object[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await write(JSON.stringify(rows.slice(from, from + BATCH)));
}
