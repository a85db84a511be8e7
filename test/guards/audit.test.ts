import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { testDatabase } from '../database.ts';
import { changed, checksums } from './checksums.ts';
import { type FullPerson, fullCouncils, type PersonKind, protectedCanary } from './full-council.ts';
import { type Actor, bodyFor, encoded, everybody, fullHouse } from './full-house.ts';
import { casesFor, nameOf, readMatrix } from './matrix.ts';

/** How many pages each role reads beside the doors themselves, following links. */
const mostPages = 60;

const test = await testDatabase();
const [ours, theirs] = await fullCouncils(test);
const home = await fullHouse(test);
const all = await everybody(home, test, ours, theirs);
const matrix = readMatrix();
const people = [...Object.values(ours.people), ...Object.values(theirs.people)];
const readers = Object.values(all).filter(({ name }) => name !== 'disabled');

interface Page {
  actor: Actor;
  url: string;
  answer: LightMyRequestResponse;
  /** What was written down of who looked, while it was answered. */
  looks: Look[];
}

interface Look {
  account_id: string | null;
  person_id: string | null;
  request_id: string;
  act: string;
  told: string;
}

const { pages, before, after } = await crawl();
console.log(`crawled ${pages.length} pages as ${readers.length} kinds of reader`);

describe('who looked', () => {
  it('U1 every answer that shows something of a person has its line in who looked, of that very request', () => {
    const unseen: string[] = [];
    for (const { actor, url, answer, looks } of pages)
      for (const person of shownIn(answer))
        if (!looks.some(({ person_id }) => person_id !== null && isSame(person, person_id)))
          unseen.push(
            `${url} as ${actor.name} shows ${person.kind} (${wordsIn(answer.body, person.canary)})`,
          );
    none(unseen);
    const shown = pages.reduce((sum, { answer }) => sum + shownIn(answer).length, 0);
    assert.ok(shown > 500, `only ${shown} people shown: the crawl did not come far`);
    console.log(`${shown} people shown, each written down`);
  });

  it('U1 each line names who asked, and one request has one id', () => {
    none(
      pages
        .filter(({ looks, actor, url }) => {
          const asks = isOpenPage(url) ? null : actor.account?.accountId;
          return looks.some(({ account_id }) => account_id !== asks);
        })
        .map(({ url, actor }) => `${url} as ${actor.name}`),
    );
    none(
      pages
        .filter(({ looks }) => new Set(looks.map(({ request_id }) => request_id)).size > 1)
        .map(({ url }) => url),
    );
  });

  it('U1 who looked holds nothing of what the record says', () => {
    none(
      pages.flatMap(({ looks }) => looks.filter(({ told }) => told.includes('zq')).map(({ told }) => told)),
    );
  });
});

describe('what an answer may not hold', () => {
  it('A2 somebody restricted, or of another council, is nowhere in what others are shown', () => {
    none(
      pages.flatMap(({ actor, url, answer }) =>
        shownIn(answer)
          .filter((person) => isHidden(person, actor))
          .map(
            (person) =>
              `${url} as ${actor.name} shows ${person.kind}: ${wordsIn(answer.body, person.canary)}`,
          ),
      ),
    );
  });

  it('W4 a protected address is shown nowhere that is not written down as looking at an address', () => {
    none(
      pages
        .filter(
          ({ answer, looks }) =>
            answer.body.includes(protectedCanary) && !looks.some(({ act }) => act === 'address'),
        )
        .map(({ url, actor }) => `${url} as ${actor.name}`),
    );
  });

  it('D6 names never stand in a title, an address, a redirect or a cookie', () => {
    none(
      pages.flatMap(({ url, actor, answer }) =>
        looseIn(answer).map((where) => `${url} as ${actor.name}: ${where}`),
      ),
    );
  });

  it('D6 nothing about anybody is in the log', () => {
    assert.ok(home.log.length > pages.length, 'the log was kept at its loudest');
    none([...new Set(home.log.filter((line) => /zq(ours|theirs|secret)/.test(line)))]);
  });
});

describe('looking changes nothing', () => {
  it('S8 after every page was read, only who looked and the sessions differ', () => {
    none(changed(before, after));
  });
});

describe('sending a form', () => {
  it('D6 what was typed comes back in no title, address, redirect, cookie or log line', async () => {
    const loose: string[] = [];
    for (const door of home.doors.filter(({ method, record }) => method === 'POST' && record?.body)) {
      const row = matrix.routes[nameOf(door)];
      if (!row || !door.record?.body) continue;
      const [one] = casesFor(door, row, matrix, readers, { ours, theirs }).filter(
        ({ expected }) => expected === 'opens',
      );
      if (!one) continue;
      const right = encoded({ ...bodyFor(door.record.body, { ...row.body, ...one.fields }), ...one.fields });
      const answers = [
        await one.actor.visitor.post(one.url, typedInto(right)),
        await one.actor.visitor.post(one.url, { zqtyped: 'zqtyped', ...encoded(one.fields) }),
      ];
      for (const answer of answers)
        loose.push(...looseIn(answer, /zqtyped|zqours|zqtheirs/).map((where) => `${nameOf(door)}: ${where}`));
    }
    loose.push(...new Set(home.log.filter((line) => /zq(ours|theirs|secret|typed)/.test(line))));
    none(loose);
  });
});

/** Nobody is signed in on a page open to all, whoever comes. */
const isOpenPage = (url: string): boolean => /^\/(at|g|open-referral)(\/|$)/.test(url);

/** The same form with every plain word in it replaced by one that can be found again. */
function typedInto(fields: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === 'words' ? 'zqtyped name' : value]),
  );
}

/** Reads every page each role may read, then whatever those link to, one at a time. */
async function crawl() {
  const client = new pg.Client(test.administrator);
  await client.connect();
  const pages: Page[] = [];
  const before = await checksums(test.administrator);
  for (const actor of readers) {
    const waiting = startsOf(actor);
    const seen = new Set(waiting);
    const most = seen.size + mostPages;
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const last = await lastLook(client);
      const answer = await actor.visitor.get(url);
      pages.push({ actor, url, answer, looks: await looksSince(client, last) });
      for (const link of linksIn(answer))
        if (!seen.has(link) && seen.size < most) {
          seen.add(link);
          waiting.push(link);
        }
    }
  }
  const after = await checksums(test.administrator);
  await client.end();
  return { pages, before, after };
}

/** Every door that opens to this reader, with a record each, and the ways to search. */
function startsOf(actor: Actor): string[] {
  const doors = home.doors.filter(({ method, record }) => method === 'GET' && record);
  const urls = doors.flatMap((door) => {
    const row = matrix.routes[nameOf(door)];
    if (!row) return [];
    return casesFor(door, row, matrix, [actor], { ours, theirs }).map(({ url }) => url);
  });
  const searches = ['/people?q=Somebody', '/contacts/new?q=Somebody', '/community?q=listing'];
  return [...new Set(['/', ...searches, ...urls])];
}

/** Links of a page that stay here. */
function linksIn({ body, headers }: LightMyRequestResponse): string[] {
  if (!String(headers['content-type']).startsWith('text/html')) return [];
  return [...body.matchAll(/href="(\/(?!assets)[^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}

async function lastLook(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(id), 0)::int as last from audit_entry',
  );
  return rows[0]?.last ?? 0;
}

async function looksSince(client: pg.Client, last: number): Promise<Look[]> {
  const { rows } = await client.query<Look>(
    'select account_id, person_id, request_id, act, e::text as told from audit_entry e where id > $1',
    [last],
  );
  return rows;
}

const shownIn = ({ body }: LightMyRequestResponse): FullPerson[] =>
  people.filter(({ canary }) => body.includes(canary));

/** A merged record is the other's: looking at either is looking at one person. */
function isSame(person: FullPerson, id: string): boolean {
  const survivor = [ours, theirs].find(({ people }) => people['harbour-merged'] === person)?.people.harbour
    .id;
  return id === person.id || id === survivor;
}

function isHidden(person: FullPerson, actor: Actor): boolean {
  const isElsewhere = actor.name === 'practitioner-of-another-council';
  const council = isElsewhere ? theirs : ours;
  if (council.people[person.kind] !== person) return true;
  const teams: Partial<Record<PersonKind, string>> = {
    'harbour-restricted': council.council.teams.harbour,
    'marsh-restricted': council.council.teams.marsh,
  };
  const team = teams[person.kind];
  return team !== undefined && !(actor.account?.teamIds.includes(team) ?? false);
}

/** Where a name stands that gets copied, kept or read over a shoulder. */
function looseIn({ body, headers }: LightMyRequestResponse, name = /zq(ours|theirs|secret)/): string[] {
  const isPage = String(headers['content-type']).startsWith('text/html');
  const places = {
    title: isPage ? (/<title>(.*?)<\/title>/s.exec(body)?.[1] ?? '') : '',
    addresses: isPage
      ? [...body.matchAll(/(?:href|action|src)="((?!tel:|mailto:)[^"]*)"/g)]
          .map(([, url = '']) => decodeURIComponent(url))
          .join(' ')
      : '',
    redirect: decodeURIComponent(String(headers.location ?? '')),
    cookies: decodeURIComponent([headers['set-cookie'] ?? []].flat().join(' ')),
    'other headers': JSON.stringify({ ...headers, location: '', 'set-cookie': '' }),
  };
  return Object.entries(places)
    .filter(([, text]) => name.test(text))
    .map(([place, text]) => `${place} (${wordsIn(text, name.exec(text)?.[0] ?? '')})`);
}

/** The words around a canary, to find where it came from. */
function wordsIn(text: string, canary: string): string {
  const at = text.indexOf(canary);
  return text.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, ' ');
}

const none = (found: string[]): void =>
  assert.deepEqual(found.slice(0, 40), [], `${found.length} found:\n${found.slice(0, 40).join('\n')}\n`);
