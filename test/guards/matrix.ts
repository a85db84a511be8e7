import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { parse } from 'yaml';
import { anybody } from '../../src/platform/http/routes.ts';
import { root } from '../source.ts';
import type { FullCouncil, FullPerson } from './full-council.ts';
import { madeUp, personKinds } from './full-council.ts';
import { type Actor, addressOf, type Door, idFor } from './full-house.ts';

/** What somebody is given: the page, the question why, or nothing that tells it from what does not exist. */
export const gifts = ['opens', 'asks-why', 'nothing'] as const;
export type Gift = (typeof gifts)[number];

/** What a record is to whoever asks. */
export const recordKinds = [
  'own',
  'another-team',
  'restricted',
  'protected',
  'merged',
  'another-council',
  'made-up',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export type Gives = Record<RecordKind, Gift>;

/** One row: who may use a door, whose record its address (or one named field) is about, and what each kind gives. */
export interface MatrixRow {
  may: string[];
  of?: string;
  /** Where the id stands when it is not in the address: `query.person`, `body.person`. */
  at?: string;
  /** Tables for the other ids in an address: `{ money: small_money }`; what begins with `=` stands there as it is. */
  also?: Record<string, string>;
  /** Fields that must be ids of something real, and of which table: `{ listing: listing }`; in a query or a form. */
  needs?: Record<string, string>;
  gives?: string;
  /** Only whoever wrote it: to everybody else it is as if it were not there. */
  whose?: 'writer';
  /** What a form needs that cannot be found by asking its schema. */
  body?: Record<string, unknown>;
  why?: string;
  /** What is no more once it was done (somebody's own page in a browser, the thing itself); so it is tried last. */
  ends?: 'sessions' | 'it';
  /** Where a role is given something else than `gives` says. */
  givesTo?: Record<string, string>;
}

export interface Matrix {
  open: string[];
  gives: Record<string, Gives>;
  routes: Record<string, MatrixRow>;
}

/** Whoever may not use a door at all is asked about one record and a made-up one; ALONGSIDE_LONG=1 asks about all. */
const isLong = process.env.ALONGSIDE_LONG === '1';

export const matrixFile = 'src/access/matrix.yaml';

export function readMatrix(): Matrix {
  // Our own file: every row may name its roles by alias, and there are more rows than the parser’s hundred.
  return parse(readFileSync(join(root, matrixFile), 'utf8'), { maxAliasCount: -1 }) as Matrix;
}

/** Those that sign somebody out come last, their own way of doing so before a worker's. */
export const inGoodOrder = <One>(all: One[], rowOf: (one: One) => MatrixRow | undefined): One[] => {
  const place = (one: One): number => {
    const row = rowOf(one);
    if (!row?.ends) return 0;
    return (row.ends === 'it' ? 1 : 3) + (row.may.includes('person') ? 0 : 1);
  };
  return all.toSorted((one, other) => place(one) - place(other));
};

export const nameOf = ({ method, url }: Door): string => `${method} ${url}`;

/** One question: who asks, at which door, for which record. */
export interface Case {
  actor: Actor;
  door: Door;
  row: MatrixRow;
  kind: RecordKind | null;
  /** The person asked about, when it is one. */
  person: FullPerson | null;
  url: string;
  /** The id, where it goes in the form. */
  fields: Record<string, unknown>;
  expected: 'sign-in' | 'not-your-role' | Gift;
}

/** Every question there is for one door: each actor, and each kind of record. */
export function casesFor(
  door: Door,
  row: MatrixRow,
  matrix: Matrix,
  actors: Actor[],
  councils: { ours: FullCouncil; theirs: FullCouncil },
): Case[] {
  return actors.flatMap((actor) => {
    const comes = isByHost(door, row) ? { ...actor, name: 'anonymous' as const } : actor;
    const asked = row.of ? recordsFor(comes, row.of, councils) : [{ kind: null, person: null, id: '' }];
    return asked
      .filter((one, index) => isLong || isLetIn(row, actor) || index === 0 || one.kind === 'made-up')
      .map((one) => caseOf(door, row, actor, one, matrix, ofActor(comes, councils)));
  });
}

const isLetIn = (row: MatrixRow, { account, name }: Actor): boolean =>
  isOpenToAll(row) || (account !== null && name !== 'disabled' && row.may.includes(account.role));

/** A door where nobody is signed in, whoever comes. */
export const isOpenToAll = ({ may }: { may: readonly string[] }): boolean => may.includes(anybody);

/** Open data without a council in its address is that of the council at this host, which is ours, whoever asks. */
const isByHost = ({ url }: Door, row: MatrixRow): boolean =>
  isOpenToAll(row) && url.startsWith('/open-referral');

const ofActor = (
  { name }: Actor,
  { ours, theirs }: { ours: FullCouncil; theirs: FullCouncil },
): FullCouncil => (name === 'practitioner-of-another-council' ? theirs : ours);

interface Asked {
  kind: RecordKind | null;
  person: FullPerson | null;
  id: string;
}

function caseOf(
  door: Door,
  row: MatrixRow,
  actor: Actor,
  { kind, person, id }: Asked,
  matrix: Matrix,
  mine: FullCouncil,
): Case {
  const [place, field = ''] = (row.at ?? '').split('.');
  const also = Object.fromEntries(
    Object.entries(row.also ?? {}).map(([name, table]) => [
      name,
      table.startsWith('=')
        ? table.slice(1)
        : (person?.ids.get(table) ?? (kind === 'own' ? mine.ids.get(table) : undefined) ?? madeUp()),
    ]),
  );
  if (door.url.includes('/:council')) also.council = mine.slug;
  const needed = Object.entries(row.needs ?? {}).map(([name, table]) => [
    name,
    mine.ids.get(table) ?? madeUp(),
  ]);
  const query = door.method === 'GET' ? needed : [];
  if (place === 'query') query.push([field, id]);
  const url = addressOf(door.url, id, also) + (query.length ? `?${new URLSearchParams(query)}` : '');
  const fields = {
    ...(door.method === 'POST' ? Object.fromEntries(needed) : {}),
    ...(place === 'body' ? { [field]: id } : {}),
  };
  return { actor, door, row, kind, person, url, fields, expected: expectedOf(row, actor, kind, matrix) };
}

function expectedOf(row: MatrixRow, actor: Actor, kind: RecordKind | null, matrix: Matrix): Case['expected'] {
  if (!isOpenToAll(row)) {
    if (!actor.account || actor.name === 'disabled') return 'sign-in';
    if (!row.may.includes(actor.account.role)) return 'not-your-role';
  }
  if (!kind) return 'opens';
  if (row.whose === 'writer' && !writers.includes(actor.name)) return 'nothing';
  const list = row.givesTo?.[actor.account?.role ?? ''] ?? row.gives;
  const gives = matrix.gives[list ?? ''];
  if (!gives) throw new Error(`gives: ${list} is not one of those at the top of ${matrixFile}`);
  return gives[kind];
}

/** In the fixture, what somebody wrote was written by these, each at their own council. */
const writers: readonly string[] = ['practitioner', 'practitioner-of-another-council'];

/** What there is to ask for, and what each is to this actor. */
function recordsFor(
  actor: Actor,
  of: string,
  { ours, theirs }: { ours: FullCouncil; theirs: FullCouncil },
): Asked[] {
  const isElsewhere = actor.name === 'practitioner-of-another-council';
  const mine = isElsewhere ? theirs : ours;
  const others = isElsewhere ? ours : theirs;
  const asked: Asked[] = [];
  if (mine.ids.has(of)) asked.push({ kind: 'own', person: null, id: mine.ids.get(of) ?? '' });
  else
    for (const kind of personKinds) {
      const person = mine.people[kind];
      asked.push({ kind: kindTo(actor, mine, kind), person, id: idOrThrow(of, person, mine) });
    }
  for (const kind of ['harbour', 'marsh', 'harbour-restricted'] as const)
    asked.push({
      kind: 'another-council',
      person: others.people[kind],
      id: idOrThrow(of, others.people[kind], others),
    });
  asked.push({ kind: 'made-up', person: null, id: madeUp() });
  return asked;
}

function kindTo(actor: Actor, council: FullCouncil, kind: FullPerson['kind']): RecordKind {
  if (kind === 'harbour' && actor.name === 'person') return 'own';
  const [team, what] = kind.split('-');
  const teamId = council.council.teams[team as 'harbour' | 'marsh'];
  const isMine = actor.account?.teamIds.includes(teamId) ?? false;
  if (what === 'restricted') return isMine ? 'own' : 'restricted';
  if (!isMine) return 'another-team';
  if (what === 'protected' || what === 'merged') return what;
  return 'own';
}

function idOrThrow(of: string, person: FullPerson, council: FullCouncil): string {
  const id = idFor(of, person, council);
  if (id === undefined) throw new Error(`of: ${of} in ${matrixFile} is no table that the fixture fills`);
  return id;
}

/** What an answer amounts to. */
export function outcomeOf(answer: LightMyRequestResponse): Case['expected'] | string {
  const { statusCode, headers } = answer;
  if (statusCode === 401 || (statusCode === 303 && String(headers.location).startsWith('/sign-in')))
    return 'sign-in';
  if (statusCode === 403)
    return answer.body.includes('Your role does not include') ? 'not-your-role' : 'asks-why';
  if (statusCode === 404) return 'nothing';
  if (statusCode < 400 || statusCode === 409 || statusCode === 422) return 'opens';
  return `${statusCode}`;
}
