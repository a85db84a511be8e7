import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { GroupSays } from '../../src/community/groups/own-page/group-says.ts';
import type { ListingParticulars } from '../../src/community/listing-kept.ts';
import { DEFINITIONS_VERSION } from '../../src/evidence/brought/counting/counted.ts';
import { wordsToBeginWith } from '../../src/evidence/cost/hours/kinds.ts';
import { type ToldBeside, toldSite } from '../../src/evidence/publishing/telling/told-site.ts';
import { newId } from '../../src/platform/ids.ts';
import { testNow } from '../council.ts';

/** Somebody the rows are about. */
export interface Subject {
  personId: string;
  canary: string;
  /** Filled with the id of each row made. */
  ids: Map<string, string>;
  teamId: string;
  accountId: string;
  colleagueId: string;
  isProtected: boolean;
  protectedCanary: string;
}

export interface Filling {
  councilId: number;
  canary: string;
  teamId: string;
  accountId: string;
  colleagueId: string;
  subjects: Subject[];
}

type Row = Record<string, unknown>;
/** What a row is made for: a person, or the council when `personId` is missing. */
type Owner = Omit<Subject, 'personId' | 'isProtected' | 'protectedCanary'> & Partial<Subject>;

interface Column {
  name: string;
  type: string;
  isNeeded: boolean;
  hasDefault: boolean;
}

interface Check {
  name: string;
  columns: string[];
  definition: string;
}

interface ForeignKey {
  columns: string[];
  to: string;
  /** The columns pointed at, each in the place of the one that points. */
  toColumns: string[];
}

interface Table {
  name: string;
  columns: Column[];
  checks: Check[];
  foreignKeys: ForeignKey[];
}

/** Made by the test council itself, or the house's own. */
const madeElsewhere = [
  'council',
  'team',
  'account',
  'membership',
  'session',
  'submission',
  'audit_entry',
  'person',
  'relationship',
  'listing_change',
];

/** Values that the catalogue cannot know, by table; more than one makes more than one row: `conversation 2`. */
const known: Record<string, (owner: Owner) => Row[]> = {
  conversation: ({ teamId, accountId, colleagueId }) => [
    { kind: 1, team_id: teamId },
    { kind: 2, team_id: teamId, named_account_id: accountId, cover_account_id: colleagueId },
    { kind: 3, team_id: teamId },
  ],
  address: ({ canary, isProtected, protectedCanary }) => [
    {
      lines: isProtected ? `${protectedCanary} ${canary}` : `1 ${canary} Street`,
      postcode: 'ZZ1 1ZZ',
      is_protected: isProtected ?? false,
    },
  ],
  timeline_event: ({ canary, ids }) => [
    {
      voices: JSON.stringify([{ voice: 'said', who: `${canary}who`, words: `${canary} said so` }]),
      source_id: ids.get('entry') ?? null,
      link: null,
    },
  ],
  // Ended: whoever has a page of their own in the tests is given it as a worker would (full-council.ts).
  own_page: ({ accountId, colleagueId }) => [
    {
      ...{ account_id: accountId, opens: 'own', ended_at: testNow, ended_by: colleagueId },
      ...{ message_to: null, message_by: null },
    },
  ],
  own_picture: () => [{ name: 'phone', fingerprint: 'f1' }],
  own_message: ({ canary }) => [
    { side: 'them', told: 'themselves', words: `${canary} wrote` },
    { side: 'us', told: null, words: `${canary} was answered` },
  ],
  own_line: ({ canary, ids }) => [
    {
      kind: 'talked',
      thing_id: ids.get('timeline_event'),
      what: 'beside',
      words: `${canary} beside`,
      told: 'paper',
    },
  ],
  sharing_with: ({ canary }) => [
    {
      ...{ kind: 'family-or-friend', name: `${canary}sister`, team_id: null, account_id: null },
      ...{ began_on: '2026-11-01', ends_on: '2027-04-30', ended_at: null, ended_by: null },
    },
  ],
  sharing_talk: ({ canary }) => [
    {
      ...{ what: 'pressure', was_apart: true, who_was_there: `${canary}there`, words: `${canary} talked` },
      ...{ talked_on: '2026-11-01', look_again_on: '2027-11-01' },
    },
  ],
  shared_line: ({ ids }) => [
    {
      ...{
        kind: 'talked',
        thing_id: ids.get('timeline_event'),
        shared_on: '2026-11-02',
        until_on: '2027-01-31',
      },
      ...{ revoked_at: null, revoked_by: null },
    },
  ],
  team_colleague: () => [{ works_in: 'health', ended_at: testNow }],
  story_consent: ({ canary, accountId }) => [
    {
      ...{
        audience: 'council',
        team_id: null,
        name_shown: 'first',
        name_told: `${canary}known`,
        with_pieces: true,
      },
      ...{ months: 12, who_asked: 'nobody', who_was_there: 'nobody', is_free: 'free', told: 'together' },
      ...{
        begun_at: testNow,
        given_at: testNow,
        given_by: accountId,
        from_at: testNow,
        until_on: '2027-11-20',
      },
      ...{ ask_on: '2027-10-20', silent_until_on: '2027-11-19', shown_sha256: 'a'.repeat(64) },
      ...{ asked_at: null, asked_by: null, ended_at: null, ended_by: null, ended_told: null },
    },
  ],
  story_approval: () => [{ shown_sha256: 'a'.repeat(64) }],
  message: () => [{ how: 'somebody', mail_id: null }],
  about_me: ({ canary }) => [{ heading: 'what-matters-most', words: `${canary} about me`, replaces: null }],
  own_code: () => [{ how: 'letter', browser_hash: null, spent_at: testNow }],
  // One waits to be decided by somebody else, and one was agreed to.
  held_back: ({ canary, colleagueId, ids }) => [
    {
      ...{
        thing_id: ids.get('contact'),
        kind: 'contact',
        law: 'serious-harm',
        reason: `${canary} held back`,
      },
      ...{ looks_on: null, looks_by: null, decided_by: null, decided_at: null, is_approved: null },
      ...{ lifted_at: null, lifted_by: null },
    },
    {
      ...{
        thing_id: ids.get('enquiry'),
        kind: 'enquiry',
        law: 'serious-harm',
        reason: `${canary} held back`,
      },
      ...{ looks_on: null, looks_by: null, decided_by: colleagueId, decided_at: testNow, is_approved: true },
      ...{ lifted_at: null, lifted_by: null },
    },
  ],
  kept_file: () => [1, 2].map(() => ({ kind: 'picture', media_type: 'image/png', size: 32 })),
  kept_file_part: ({ ids }) =>
    [1, 2].map((one) => ({ n: 0, kept_file_id: ids.get(one === 1 ? 'kept_file' : 'kept_file 2') })),
  story_piece: ({ ids }) => [{ kept_file_id: ids.get('kept_file 2'), kind: 'picture' }],
  site_story: () => [{ removed_at: null, removed_by: null }],
  fact: ({ canary }) => [
    { voice: 'said', starts_at: 0, ends_at: canary.length, phrase: canary, kind: 'what-matters' },
  ],
  draft: ({ canary }) => [
    { fields: JSON.stringify({ fields: { said: `${canary} unfinished` }, tab: canary }) },
  ],
  // Known by its feed, having no id of its own.
  feed_reading_record: ({ ids }) => [{ feed_id: ids.get('feed') }],
  // Two, for a pair of them.
  listing: () =>
    ['one', 'other'].map((source_id) => ({ source_id, particulars: JSON.stringify(particulars) })),
  listing_place: () => [{ position: 0 }],
  listing_pair: ({ ids }) => [
    {
      ...{ one_id: ids.get('listing'), other_id: ids.get('listing 2'), state: 'found', evidence: '[]' },
      ...{ decided_at: null, decided_by: null, shown_id: null, undo: null },
    },
  ],
  // Counted and shown by rule, and asked for without saying by whom.
  refused_attempt: () => [{ tried: 'rest', rule: 'C1-1' }],
  gap: () => [{ words: 'Somewhere to play chess', place: 'ZZ1' }],
  missed_search: () => [{ words: 'chess', district: 'ZZ1' }],
  postcode_point: () => [{ postcode: 'ZZ1 1ZZ' }],
  // Whoever rings is asked by what stands together.
  asking: () => {
    const id = newId();
    return [
      {
        id,
        together_id: id,
        way: 'phone',
        answer: null,
        answered_on: null,
        answered_by: null,
        tried_on: null,
      },
    ];
  },
  asking_way: ({ canary }) => [{ way: 'post', ask_to: `${canary} way` }],
  claim: () => [{ answer: null, answer_why: null, answered_by: null, answered_at: null }],
  suggestion: () => [
    {
      ...{ kind: 'missing', listing_id: null, answer: null, answer_words: null, answered_by: null },
      ...{ answered_at: null, answer_listing_id: null },
    },
  ],
  introduction: () => [
    { group_answer: null, group_answered_on: null, group_answer_words: null, group_answered_by: null },
  ],
  introduction_line: () => [{ answer: null, answered_at: null, answer_words: null, withdrawn_words: null }],
  introduction_money: () => [{ what_it_changed: null, changed_on: null }],
  group_need: () => [{ met_on: null, met_words: null }],
  thanks: ({ accountId }) => [{ is_from_group: false, written_by: accountId }],
  group_change: () => [{ lines: '[]', was: JSON.stringify(groupSaid) }],
  brought_history: () => [{ current_load: 1 }],
  brought_load: () => [
    { load: 1, state: 'kept', salt: null, first_on: '2026-06-01', taken_on: '2026-11-01' },
  ],
  brought_told: () => [
    {
      ...{ load: 1, definitions: DEFINITIONS_VERSION, standing: '{}' },
      beside: JSON.stringify({ ...toldBeside, asAt: '2026-11-01' }),
    },
  ],
  calendar_words: () => [{ words: JSON.stringify(wordsToBeginWith) }],
  calendar_reading: () => [
    { from_on: '2026-11-02', to_on: '2026-11-15', workers: 4, kept_at: null, kept_by: null },
  ],
  calendar_hours: () => [{ week_on: '2026-11-02', kind: 'meetings', minutes: 60 }],
  calendar_feed: ({ colleagueId }) => [{ account_id: colleagueId }],
  contact_asked: ({ accountId, colleagueId }) => [{ asked_by: accountId, asked: colleagueId, answer: null }],
  financial_assessment: () => [{ weekly_pence: 1_000 }],
  enquiry: () => [{ opened_at: new Date(testNow.getTime() - 86_400_000) }],
  // One in preparation, and one that everybody is told.
  publication: ({ accountId, colleagueId }) =>
    [null, testNow].map((agreed_at) => ({
      ...{ told: JSON.stringify(toldBeside), agreed_at, agreed_by: agreed_at && colleagueId },
      ...{ prepared_by: accountId, ended_at: null, ended_by: null, why_ended: null, version: 1 },
    })),
  published_figure: () => [{ cell: 'people/site/90/followed', told: 10 }],
  count_behind: () => [{ cell: 'people/site/90/followed', counted: 11 }],
  received_bundle: () => [{ bundle: JSON.stringify(receivedBundle), ended_at: null, ended_by: null }],
  site: () => [{ started_on: '2026-06-01', start_said_at: new Date('2026-05-29T09:00:00Z') }],
  plan_need: ({ personId }) => [{ carer_id: personId ?? null, carer_thing: 'Nights' }],
  named_person_change: ({ colleagueId }) => [{ from_account_id: colleagueId, to_account_id: colleagueId }],
};

const toldBeside = {
  site: { name: 'A site', startedOn: '2026-06-01', comparison: 'Elsewhere' },
  ...{ groups: ['site'], centiles: [], isMadeUp: true, definitions: {} },
} satisfies ToldBeside;

const receivedBundle = toldSite(
  'Another place',
  { asAt: '2026-11-01', toldOn: '2026-11-02', codeVersion: '0.1.0' },
  toldBeside,
  new Map(),
);

const particulars = {
  ...{ otherNames: [], organisation: null, isPlaceWithheld: false, phones: [], email: null, website: null },
  ...{ schedules: [], costs: [], minimumAge: null, maximumAge: null, audiences: [], whoFor: null, ways: [] },
  ...{ howToJoin: [], languages: [], accessibility: [], areas: [], topics: [], alert: null },
} satisfies ListingParticulars;

const groupSaid = {
  ...{
    name: 'A group',
    summary: null,
    description: null,
    times: [],
    keptTimes: [],
    venue: null,
    address: null,
  },
  ...{
    town: null,
    postcode: null,
    phone: null,
    isPhoneForAll: false,
    email: null,
    website: null,
    cost: null,
  },
  ...{ access: [], languages: [], whoToAskFor: null, canGoWith: null, room: null, onlyUntil: null },
  ...{ extraDays: [], daysOff: [] },
} satisfies GroupSays;

/** Which conversation a row belongs to, when not the first. */
const within: Record<string, string> = {
  crisis_plan: 'conversation 2',
  crisis_contact: 'conversation 2',
  small_money: 'conversation 2',
  named_person_change: 'conversation 2',
  determination: 'conversation 3',
  plan: 'conversation 3',
};

/** Tables that tell of another without a key to it. */
const alsoAfter: Record<string, string[]> = {
  held_back: ['contact', 'enquiry'],
  own_line: ['timeline_event'],
  shared_line: ['timeline_event'],
  timeline_event: ['entry'],
};

/**
 * Puts a row in every table: one for each subject where the table is about people, one for the council otherwise.
 * Values come from the catalogue: an allowed one where a check lists them, the row of the same person where a key
 * points at one, a canary where there are words. Returns the ids of what is about nobody.
 * @throws when a table's checks cannot be met: give `known` above what they need
 */
export async function fillTables(client: pg.Client, filling: Filling): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const council: Owner = { ...filling, ids };
  const aboutPeople = new Set(['person']);
  for (const table of inOrder(await readTables(client))) {
    if (table.foreignKeys.some(({ to }) => aboutPeople.has(to))) aboutPeople.add(table.name);
    const owners = aboutPeople.has(table.name) ? filling.subjects : [council];
    for (const owner of owners) await fillTable(client, filling.councilId, table, owner, ids);
  }
  return ids;
}

async function fillTable(
  client: pg.Client,
  councilId: number,
  table: Table,
  owner: Owner,
  shared: Map<string, string>,
): Promise<void> {
  const rows = known[table.name]?.(owner) ?? [{}];
  for (const [index, given] of rows.entries()) {
    const row = { ...rowFor(table, councilId, owner, shared), ...given };
    await insert(client, table, row, Object.keys(given));
    const id = String(row.id ?? row.conversation_id ?? row.word ?? row.code ?? row.load ?? '');
    if (index === 0) {
      owner.ids.set(table.name, id);
      for (const [column, value] of Object.entries(row))
        if (value !== null) owner.ids.set(`${table.name}.${column}`, String(value));
    }
    if (rows.length > 1) owner.ids.set(`${table.name} ${index + 1}`, id);
  }
}

function rowFor(table: Table, councilId: number, owner: Owner, shared: Map<string, string>): Row {
  const row: Row = {};
  for (const column of table.columns) {
    const value = valueFor(table, column, owner, shared);
    if (value !== undefined) row[column.name] = value;
  }
  return { ...row, council_id: councilId };
}

function valueFor(table: Table, column: Column, owner: Owner, shared: Map<string, string>): unknown {
  const key = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  if (key && column.name !== 'council_id') return pointedAt(table, column, key, owner, shared);
  const allowed = table.checks
    .filter(({ columns }) => columns.length === 1 && columns[0] === column.name)
    .map(({ definition }) => allowedBy(definition))
    .find((value) => value !== null);
  if (column.hasDefault && column.type !== 'text') return undefined;
  if (allowed !== undefined) return column.isNeeded ? allowed : null;
  return plainValue(column, `${owner.canary} ${table.name} ${column.name}`);
}

function pointedAt(
  table: Table,
  column: Column,
  { to, columns, toColumns }: ForeignKey,
  owner: Owner,
  shared: Map<string, string>,
): string | null {
  if (to === 'person')
    return column.name === 'person_id' || column.isNeeded ? (owner.personId ?? null) : null;
  if (to === 'account') return owner.accountId;
  if (to === 'team') return owner.teamId;
  if (to === table.name) return null;
  const place = to === 'conversation' ? (within[table.name] ?? to) : to;
  const pointed = toColumns[columns.indexOf(column.name)];
  const known = pointed === 'id' ? place : `${to}.${pointed}`;
  return owner.ids.get(known) ?? shared.get(known) ?? null;
}

/** The first value of a check that lists them: `kind = ANY (ARRAY['adult'::text, …])`. */
function allowedBy(definition: string): string | null {
  const list = /^CHECK \(+\w+ = ANY \(+ARRAY\[(.*?)\]/.exec(definition)?.[1];
  return list === undefined ? null : (/^'([^']*)'/.exec(list)?.[1] ?? list.split(',')[0] ?? null);
}

function plainValue({ type, isNeeded }: Column, words: string): unknown {
  if (type === 'text') return words;
  if (!isNeeded) return null;
  if (type === 'uuid') return newId();
  if (type === 'date') return '2026-11-10';
  if (type.startsWith('timestamp')) return new Date(testNow.getTime() - 86_400_000);
  if (type === 'boolean') return false;
  if (type === 'jsonb') return '{}';
  if (type === 'bytea') return randomBytes(32);
  if (type.endsWith('[]')) return [];
  return 1;
}

/** Inserts; when a check says no, empties what it may among that check's columns, then keeps one of them only. */
async function insert(client: pg.Client, table: Table, row: Row, given: string[]): Promise<void> {
  const full = { ...row };
  const tried = new Map<string, number>();
  for (;;) {
    const names = Object.keys(row);
    const places = names.map((_name, index) => `$${index + 1}`).join(', ');
    try {
      await client.query(
        `insert into ${table.name} (${names.map((name) => client.escapeIdentifier(name)).join(', ')}) values (${places})`,
        Object.values(row),
      );
      return;
    } catch (error) {
      const check =
        error instanceof pg.DatabaseError && error.code === '23514' ? error.constraint : undefined;
      const broken = table.checks.find(({ name }) => name === check);
      const times = tried.get(check ?? '') ?? 0;
      if (!broken || times > 1) throw asHelp(table, error);
      tried.set(broken.name, times + 1);
      ease(table, broken, row, given);
      const [kept] = broken.columns.filter((name) => full[name] !== null && row[name] === null);
      if (times === 1 && kept) row[kept] = full[kept];
    }
  }
}

function ease(table: Table, broken: Check, row: Row, given: string[]): void {
  for (const { name, isNeeded, hasDefault } of table.columns.filter(({ name }) =>
    broken.columns.includes(name),
  ))
    if (!given.includes(name)) {
      if (!isNeeded) row[name] = null;
      else if (hasDefault) delete row[name];
    }
}

function asHelp(table: Table, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  return new Error(
    `${table.name} could not be filled (${why}): give it values in known, in ${import.meta.url}`,
  );
}

async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'isNeeded', a.attnotnull, 'hasDefault', a.atthasdef) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = '') as columns,
      coalesce((select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid),
          'columns', (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey))))
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks,
      coalesce((select json_agg(json_build_object('to', k.confrelid::regclass::text,
          'columns', (select json_agg(a.attname order by p.n) from unnest(k.conkey) with ordinality p (attnum, n)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.attnum),
          'toColumns', (select json_agg(a.attname order by p.n) from unnest(k.confkey) with ordinality p (attnum, n)
            join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.attnum)))
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), '[]') as "foreignKeys"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id')
    order by c.relname`);
  return rows.filter(({ name }) => !madeElsewhere.includes(name));
}

/** Those pointed at come before those that point. */
function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  const waiting = new Set(tables);
  while (waiting.size) {
    const ready = [...waiting].filter((table) =>
      [...table.foreignKeys.map(({ to }) => to), ...(alsoAfter[table.name] ?? [])].every(
        (to) => to === table.name || ![...waiting].some(({ name }) => name === to),
      ),
    );
    if (ready.length === 0)
      throw new Error(`keys go round: ${[...waiting].map(({ name }) => name).join(', ')}`);
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}
