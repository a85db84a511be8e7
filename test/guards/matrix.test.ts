import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { testDatabase } from '../database.ts';
import { changed, checksums } from './checksums.ts';
import { fullCouncils } from './full-council.ts';
import { bodyFor, type Door, encoded, everybody, fullHouse, getJson } from './full-house.ts';
import {
  type Case,
  casesFor,
  inGoodOrder,
  matrixFile,
  nameOf,
  outcomeOf,
  readMatrix,
  recordKinds,
} from './matrix.ts';

const test = await testDatabase();
const [ours, theirs] = await fullCouncils(test);
const home = await fullHouse(test);
const everyone = Object.values(await everybody(home, test, ours, theirs));
const matrix = readMatrix();
const guarded = home.doors.filter(({ record }) => record);
const open = home.doors.filter(({ record }) => !record);
const cases = guarded.flatMap((door) => {
  const row = matrix.routes[nameOf(door)];
  return row ? casesFor(door, row, matrix, everyone, { ours, theirs }) : [];
});

describe('who may what: one row in the matrix for every door', () => {
  it('A1 every route has its row', () => {
    const missing = guarded.filter((door) => !(nameOf(door) in matrix.routes)).map(rowToAdd);
    const unlisted = open.filter((door) => !isListedOpen(door)).map((door) => `  - ${nameOf(door)}`);
    assert.deepEqual(missing, [], `\nAdd under "routes:" in ${matrixFile}:\n${missing.join('\n')}\n`);
    assert.deepEqual(unlisted, [], `\nAdd under "open:" in ${matrixFile}:\n${unlisted.join('\n')}\n`);
  });

  it('A1 every row has its route', () => {
    const names = home.doors.map(nameOf);
    const left = Object.keys(matrix.routes).filter((name) => !names.includes(name));
    const leftOpen = matrix.open.filter((name) => !open.some((door) => isSame(name, nameOf(door))));
    assert.deepEqual([...left, ...leftOpen], [], `${matrixFile} names what is not there`);
  });

  it('A1 a row and its route name the same roles', () => {
    const differing = guarded
      .filter((door) => matrix.routes[nameOf(door)])
      .filter(
        (door) => String(matrix.routes[nameOf(door)]?.may.toSorted()) !== String(door.record?.may.toSorted()),
      )
      .map((door) => `${nameOf(door)} is open to ${door.record?.may.join(', ')}`);
    assert.deepEqual(differing, []);
  });

  it('A1 a row with a record in its address says what each kind of record gives', () => {
    const silent = guarded
      .filter(
        (door) =>
          door.url.replace('/:council', '').includes(':') &&
          matrix.routes[nameOf(door)] &&
          !matrix.routes[nameOf(door)]?.of,
      )
      .map(nameOf);
    assert.deepEqual(silent, []);
    for (const [name, gives] of Object.entries(matrix.gives))
      assert.deepEqual(Object.keys(gives).toSorted(), recordKinds.toSorted(), `gives: ${name}`);
  });
});

describe('everybody asks for everything', () => {
  it('A1 looking: nobody sees more, or less, than the matrix says, as a page and as JSON', async () => {
    const wrong: string[] = [];
    const looks = cases.filter(({ door }) => door.method === 'GET');
    await together(looks, async (one) => {
      judge(one, await one.actor.visitor.get(one.url), wrong);
      if (one.expected !== 'not-your-role')
        judge(one, await getJson(home, one.actor.visitor, one.url), wrong);
    });
    report('looking', looks.length, wrong);
  });

  it('A1 changing: whoever may not is told so, with a form that is right in every other way, and nothing changes', async () => {
    const wrong: string[] = [];
    const refused = cases.filter(({ door, expected }) => door.method === 'POST' && expected !== 'opens');
    const before = await checksums(test.administrator);
    await together(refused, async (one) =>
      judge(one, await one.actor.visitor.post(one.url, rightForm(one)), wrong),
    );
    const after = await checksums(test.administrator);
    wrong.push(...changed(before, after).map((table) => `${table} was changed by somebody who may not`));
    report('changing, refused', refused.length, wrong);
  });

  // Before anybody is let in: a group that was asked since may answer, whoever holds its address.
  it('A4 what another council has looks exactly like what nobody has', async () => {
    const telling: string[] = [];
    let compared = 0;
    const pairs = cases.filter(
      ({ kind, actor }) => kind === 'another-council' && actor.name === 'practitioner',
    );
    for (const one of pairs) {
      const madeUp = cases.find(
        ({ door, actor, kind }) => door === one.door && actor === one.actor && kind === 'made-up',
      );
      if (!madeUp) throw new Error(`${nameOf(one.door)} has no made-up record to compare with`);
      // A short address opens to whoever holds it, of whichever council: what opens is not to look like nothing.
      if (one.expected === 'opens' && madeUp.expected === 'nothing') continue;
      compared += 1;
      const [theirs, nobodys] = [await ask(one), await ask(madeUp)];
      if (looksOf(theirs, one) !== looksOf(nobodys, madeUp))
        telling.push(`${nameOf(one.door)}:\n  ${looksOf(theirs, one)}\n  ${looksOf(nobodys, madeUp)}`);
    }
    report('another council’s and made up, compared', compared, telling);
  });

  it('A1 changing: whoever may is let in', async () => {
    const wrong: string[] = [];
    const allowed = cases.filter(({ door, expected }) => door.method === 'POST' && expected === 'opens');
    const asked = [
      ...firstEach(
        allowed.filter((one) => !acts(one)),
        ({ door, actor, kind }) => `${nameOf(door)} ${actor.name} ${kind}`,
      ),
      ...firstEach(allowed.filter(acts), ({ url }) => url),
    ];
    const [staying, ending] = [asked.filter(({ row }) => !row.ends), asked.filter(({ row }) => row.ends)];
    for (const part of [staying, inGoodOrder(ending, ({ row }) => row)])
      await together(part, async (one) =>
        judge(one, await one.actor.visitor.post(one.url, encoded({ ...one.fields })), wrong),
      );
    report('changing, let in', asked.length, wrong);
  });
});

/** An empty form is sent, which most send back; a door that takes it really acts, and so is asked once a record. */
const acts = ({ door, fields }: Case): boolean => door.record?.body?.safeParse(fields).success ?? false;

const firstEach = (all: Case[], by: (one: Case) => string): Case[] => [
  ...new Map(all.toReversed().map((one) => [by(one), one])).values(),
];

/** A few at once, as on a busy morning. */
async function together<One>(all: One[], act: (one: One) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: 5 }, worker));
}

/** How an answer looks from outside: status, headers and body, but for what is new in every answer. */
function looksOf(answer: LightMyRequestResponse, { url, fields }: Case): string {
  const { date: _date, ...headers } = answer.headers;
  const plain = `${answer.statusCode} ${JSON.stringify(headers)} ${answer.body}`;
  const ids = `${url} ${Object.values(fields).join(' ')}`.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  return ids
    .reduce((text, id) => text.replaceAll(id, 'ID'), plain)
    .replaceAll(/nonce-[0-9a-f]{32}|nonce="[0-9a-f]{32}"/g, 'NONCE')
    .replaceAll(/name="submission" value="[^"]*"/g, 'SUBMISSION');
}

function ask(one: Case): Promise<LightMyRequestResponse> {
  const { visitor } = one.actor;
  return one.door.method === 'GET' ? visitor.get(one.url) : visitor.post(one.url, rightForm(one));
}

/** Found once for each door; only the id in it differs. */
const rightForms = new Map<Door, Record<string, unknown>>();

function rightForm({ door, row, fields }: Case): Record<string, string | string[]> {
  const given = { ...row.body, ...fields };
  const found = rightForms.get(door) ?? (door.record?.body ? bodyFor(door.record.body, given) : given);
  rightForms.set(door, found);
  return encoded({ ...found, ...given });
}

function judge(one: Case, answer: LightMyRequestResponse, wrong: string[]): void {
  const outcome = outcomeOf(answer);
  if (outcome === one.expected) return;
  const what = one.kind ? ` (${one.row.of}: ${one.kind}, ${one.person?.kind ?? '-'})` : '';
  wrong.push(`${nameOf(one.door)}${what} as ${one.actor.name}: ${one.expected} expected, ${outcome} given`);
}

const order = ['sign-in', 'not-your-role', 'nothing', 'asks-why', 'opens'];

function report(what: string, asked: number, wrong: string[]): void {
  const leaks = wrong.filter((line) => {
    const [, expected = '', given = ''] = /: (\S+) expected, (\S+) given/.exec(line) ?? [];
    return order.indexOf(given) > order.indexOf(expected);
  }).length;
  console.log(`${what}: ${asked} cases, ${leaks} leaks, ${wrong.length - leaks} wrong denials`);
  assert.deepEqual(wrong, [], `\n${wrong.slice(0, 60).join('\n')}\n${failures().join('\n')}\n`);
}

/** What the log says went wrong inside, once each. */
const failures = (): string[] => [
  ...new Set(
    home.log
      .filter((line) => line.includes('"level":50'))
      .map((line) => line.replace(/"(time|reqId|pid)":[^,]*,/g, '')),
  ),
];

const isListedOpen = (door: Door): boolean => matrix.open.some((name) => isSame(name, nameOf(door)));

const isSame = (listed: string, name: string): boolean =>
  listed === name || (listed.endsWith('*') && name.startsWith(listed.slice(0, -1)));

/** The line a newcomer adds, with the table guessed from the address. */
function rowToAdd(door: Door): string {
  const [, first = ''] = door.url.split('/');
  const guess = guesses[first] ?? first.replace(/s$/, '').replaceAll('-', '_');
  const of = door.url.includes(':')
    ? `, of: ${guess}, gives: ${ours.ids.has(guess) ? 'shared' : 'record'}`
    : '';
  return `  ${nameOf(door)}: { may: [${door.record?.may.join(', ')}]${of} }`;
}

const guesses: Record<string, string> = {
  people: 'person',
  asks: 'contact_asked',
  entries: 'entry',
  glue: 'conversation 2',
  governance: 'relationship',
  about: 'in_my_way',
  community: 'listing',
  evidence: 'site',
};
