import { sql } from 'kysely';
import { beforeSignIn, councilsToSignIn, personasOf } from '../../src/access/signing-in/sessions.store.ts';
import type { CouncilDb, Database } from '../../src/platform/db/council.ts';
import { cookieOf } from './session.ts';

/** A page that answered, and the cookie of somebody it answered to. */
export interface Page {
  path: string;
  url: string;
  cookie: string;
  html: string;
}

/** Searches, which the list of paths cannot tell of. */
const searches = ['/people?q=margaret', '/community?q=somewhere+to+sing', '/community?q=choir+near+harbour'];

/** Where the ids of an address come from, by its first word; those with most to show first. */
const idsBehind: Record<string, string> = {
  people:
    'select p.id from person p order by (select count(*) from timeline_event e where e.council_id = p.council_id and e.person_id = p.id) desc, p.id limit 40',
  contacts: 'select id from contact order by is_made_up, made_at desc limit 40',
  conversations:
    'select id from conversation order by is_made_up, resting_on nulls first, kind desc, id limit 60',
  entries: 'select id from entry order by length(said) desc limit 20',
  promises: `select id from promise order by state <> 'open', id limit 20`,
  community: 'select id from listing order by length(description) desc nulls last limit 5',
  introductions: 'select id from introduction order by id limit 20',
  plans: 'select id from plan order by id limit 20',
  evidence: 'select id from site limit 5',
};

/** Every page the server lists in its own description that somebody of the demonstration council can open, and those nobody can. */
export async function everyPage(
  origin: string,
  database: Database,
): Promise<{ pages: Page[]; unseen: string[] }> {
  const council = (await councilsToSignIn(database)).find(({ isDemo }) => isDemo);
  if (!council) throw new Error('no demonstration council was loaded');
  const within = <Value>(act: (db: CouncilDb) => Promise<Value>) =>
    beforeSignIn(database, council.councilId, new Date(), act);
  const staff = await Promise.all(
    (await within(personasOf)).map(async ({ accountId, role }) => ({
      role,
      cookie: await cookieOf(database, council.councilId, accountId),
    })),
  );
  const pages: Page[] = [];
  const unseen: string[] = [];
  for (const { path, may } of await listed(origin)) {
    const ids = path.includes('{') ? await within((db) => idsFor(db, path)) : [''];
    const cookies = staff.filter(({ role }) => may.includes(role)).map(({ cookie }) => cookie);
    const page = await firstThatOpens(origin, path, ids, cookies);
    if (page) pages.push(page);
    else unseen.push(path);
  }
  return { pages, unseen };
}

async function listed(origin: string): Promise<{ path: string; may: string }[]> {
  const { paths } = (await (await fetch(`${origin}/openapi.json`)).json()) as {
    paths: Record<string, { get?: { description: string } }>;
  };
  const all = Object.entries(paths).flatMap(([path, { get }]) =>
    get ? [{ path, may: get.description }] : [],
  );
  const asked = searches.flatMap((path) =>
    all.filter((one) => one.path === path.split('?')[0]).map(({ may }) => ({ path, may })),
  );
  return [...all, ...asked];
}

async function idsFor(db: CouncilDb, path: string): Promise<string[]> {
  const statement = idsBehind[path.split('/')[1] ?? ''];
  if (!statement) return [];
  return (await sql<{ id: string }>`${sql.raw(statement)}`.execute(db)).rows.map(({ id }) => id);
}

async function firstThatOpens(
  origin: string,
  path: string,
  ids: readonly string[],
  cookies: readonly string[],
): Promise<Page | null> {
  for (const id of ids)
    for (const cookie of cookies) {
      const url = path.replace(/\{\w+\}/g, id);
      const answer = await fetch(origin + url, {
        headers: { cookie, accept: 'text/html' },
        redirect: 'manual',
      });
      const html = await answer.text();
      if (answer.status === 200) return { path, url, cookie, html };
    }
  return null;
}
