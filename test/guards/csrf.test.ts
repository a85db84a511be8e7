import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { newId } from '../../src/platform/ids.ts';
import { testDatabase } from '../database.ts';
import { changed, checksums } from './checksums.ts';
import { fullCouncils } from './full-council.ts';
import { type Actor, bodyFor, type Door, everybody, fullHouse } from './full-house.ts';
import { casesFor, inGoodOrder, isOpenToAll, nameOf, readMatrix } from './matrix.ts';

const test = await testDatabase();
const [ours, theirs] = await fullCouncils(test);
const home = await fullHouse(test);
const all = await everybody(home, test, ours, theirs);
const matrix = readMatrix();
const ended = await endedToken();

const own = { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
const form = 'application/x-www-form-urlencoded';

interface Forgery {
  headers: Record<string, string>;
  type?: string;
  csrf: (actor: Actor) => string;
}

/** Everything about the request is right but one thing. */
const forgeries: Record<string, Forgery> = {
  'no token': { headers: own, csrf: () => '' },
  'another’s token': {
    headers: own,
    csrf: ({ name }) => (name === 'administrator' ? all.governance : all.administrator).visitor.csrf,
  },
  'a token of an ended session': { headers: own, csrf: () => ended },
  'from another site': {
    headers: { ...own, origin: 'http://elsewhere.example.org', 'sec-fetch-site': 'cross-site' },
    csrf: ({ visitor }) => visitor.csrf,
  },
  'from a sister site, by its own word': {
    headers: { host: 'localhost', 'sec-fetch-site': 'same-site' },
    csrf: ({ visitor }) => visitor.csrf,
  },
  'as plain text': { headers: own, type: 'text/plain', csrf: ({ visitor }) => visitor.csrf },
  'saying nothing of where from': { headers: { host: 'localhost' }, csrf: ({ visitor }) => visitor.csrf },
};

describe('a form that did not come from our own pages', () => {
  it('S7 is refused by every door that changes anything, and changes nothing', async () => {
    const doors = home.doors.filter(({ method }) => method !== 'GET');
    const accepted: string[] = [];
    const before = await checksums(test.administrator);
    for (const door of doors)
      for (const [name, forgery] of Object.entries(forgeries)) {
        if (isWithoutSession(door) && forgery.headers === own && !forgery.type) continue;
        const answer = await forge(door, forgery);
        if (![400, 403, 415].includes(answer.statusCode))
          accepted.push(`${nameOf(door)}, ${name}: ${answer.statusCode} ${answer.headers.location ?? ''}`);
      }
    const after = await checksums(test.administrator);
    const differ = changed(before, after);
    console.log(
      `forged forms: ${doors.length} doors x ${Object.keys(forgeries).length}, ${accepted.length} accepted`,
    );
    assert.deepEqual([...accepted, ...differ], [], `\n${[...accepted, ...differ].join('\n')}\n`);
  });

  it('S7 is refused for that reason alone: the same form from our own page is let in', async () => {
    const refused: string[] = [];
    const doors = home.doors.filter(({ method, record }) => method === 'POST' && record);
    for (const door of inGoodOrder(doors, (one) => matrix.routes[nameOf(one)])) {
      const answer = await forge(door, { headers: own, csrf: ({ visitor }) => visitor.csrf }, true);
      const isLetIn = ![400, 403, 415].includes(answer.statusCode) && answer.headers.location !== '/sign-in';
      if (!isLetIn) refused.push(`${nameOf(door)}: ${answer.statusCode}`);
    }
    assert.deepEqual(refused, [], `\n${refused.join('\n')}\n`);
  });
});

/** Where nobody is signed in no session's token can be asked for; that it comes from our own pages is. */
const isWithoutSession = ({ record }: Door): boolean => !record || isOpenToAll(record);

/** The door's own right form, as the one who may, but for what is forged; or an empty one. */
function forge(
  door: Door,
  { headers, type, csrf }: Forgery,
  isEmpty = false,
): Promise<LightMyRequestResponse> {
  const { actor, url, fields } = askedAt(door);
  const body = {
    ...(door.record?.body && !isEmpty ? right(door, fields) : fields),
    csrf: csrf(actor),
    submission: newId(),
  };
  const payload = new URLSearchParams(
    Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return home.house.server.inject({
    method: 'POST',
    url,
    headers: { ...headers, cookie: actor.visitor.cookie, 'content-type': type ?? form },
    payload,
  });
}

/** Who may use a door and what is theirs there; whoever signs in or out is a practitioner. */
function askedAt(door: Door): { actor: Actor; url: string; fields: Record<string, unknown> } {
  const row = matrix.routes[nameOf(door)];
  if (!door.record || !row) return { actor: all.practitioner, url: door.url, fields: {} };
  const found = casesFor(door, row, matrix, Object.values(all), { ours, theirs });
  return (
    found.find(({ expected }) => expected === 'opens') ??
    found.find(({ expected }) => expected === 'nothing') ??
    fail(door)
  );
}

function right(door: Door, fields: Record<string, unknown>): Record<string, unknown> {
  const given = { ...matrix.routes[nameOf(door)]?.body, ...fields };
  return door.record?.body ? { ...bodyFor(door.record.body, given), ...given } : given;
}

function fail(door: Door): never {
  throw new Error(`nobody may use ${nameOf(door)}`);
}

/** A token that was good until its session was ended. */
async function endedToken(): Promise<string> {
  const visitor = await home.signIn(ours.council, ours.council.accounts.priya);
  await visitor.post('/sign-out', {});
  return visitor.csrf;
}
