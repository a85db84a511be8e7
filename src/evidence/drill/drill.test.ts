import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { addDays } from '../../platform/clock.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { makeSite } from '../site/site.store.ts';
import { figureAsked } from './figure-behind.ts';

const { database } = await testDatabase();
const { signIn } = await testHouse(database);
const today = '2026-11-21';
const council = await testCouncil(database, 'drill');
const { accounts, teams } = council;

const siteId = await council.as(accounts.lead, (db) =>
  makeSite(db, {
    ...{ name: 'Harbour', teamId: teams.harbour, startedOn: addDays(today, -200), scope: 'Everybody' },
    ...{ agreedRules: [], owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Marsh' },
    ...{ tap: [], measures: [], compared: { kind: 'team', teamId: teams.marsh } },
  }),
);

/** Somebody who got in touch so many days ago, and which team came alongside them. */
async function came(
  name: string,
  days: number,
  more: { supportOn?: number; team?: string | null; why?: string; restricted?: string } = {},
): Promise<string> {
  const { team = teams.harbour, why = 'contact', restricted = null, supportOn } = more;
  const madeAt = new Date(testNow.getTime() - days * 86_400_000);
  const id = newId();
  await council.as(accounts.lead, async (db) => {
    const council_id = councilOf(db);
    await sql`insert into person (council_id, id, full_name, search_text, created_at) values (${council_id}, ${id}, ${name}, ${name}, ${testNow})`.execute(
      db,
    );
    await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, team_id)
      values (${council_id}, ${newId()}, ${id}, ${madeAt}, ${addDays(today, -days)}, 'phone', 'x', 'x', 'agreed', 'x', ${teams.harbour})`.execute(
      db,
    );
    if (supportOn !== undefined)
      await sql`insert into support (council_id, id, person_id, kind, what, started_on)
        values (${council_id}, ${newId()}, ${id}, 'ongoing', 'x', ${addDays(today, -supportOn)})`.execute(db);
    const ends = new Date(testNow.getTime() + 1_800_000);
    const broken = why === 'break-glass';
    if (team || broken)
      await sql`insert into relationship (council_id, id, person_id, team_id, account_id, why, began_at, ends_at, reason)
        values (${council_id}, ${newId()}, ${id}, ${broken ? null : team}, ${broken ? accounts.rowan.accountId : null}, ${why}, ${madeAt},
          ${broken ? ends : null}, ${broken ? 'Worried' : null})`.execute(db);
  });
  if (restricted)
    await council.as(accounts.marsh, (db) =>
      sql`update person set restricted_to_team = ${restricted} where id = ${id}`.execute(db),
    );
  return id;
}

const within90 = `/evidence/people?site=${siteId}&group=site&measure=people&windowDays=90&answer=counted`;

describe('the people behind a figure', () => {
  it('W5 are named to whoever is alongside them, the others only counted, and each name is written down', async () => {
    const mine = await came('Ottoline Quayle', 120, { supportOn: 100 });
    await came('Percival Wharf', 121, { team: teams.marsh });
    await came('Broken Glassby', 122, { why: 'break-glass' });
    await came('Secret Thorne', 123, { restricted: teams.marsh });
    await came('Late Comer', 20);
    const rowan = await signIn(council, accounts.rowan);
    const { body } = await rowan.get(within90);
    assert.match(body, /4 people are counted/);
    assert.match(body, /Ottoline Quayle<\/a>/);
    assert.match(body, /20 days later/);
    assert.match(body, /And 3 others, whose records are not yours to open\./);
    assert.doesNotMatch(body, /Percival|Glassby|Secret|Late Comer/);
    assert.match(body, /1 are not yet known/);
    const looked = await council.as(accounts.governance, async (db) => {
      const { rows } = await sql<{ person: string }>`select person_id as person from audit_entry
        where council_id = ${councilOf(db)} and route = '/evidence/people' and person_id is not null`.execute(
        db,
      );
      return rows.map(({ person }) => person);
    });
    assert.deepEqual(looked, [mine]);
    const happened = await rowan.get(within90.replace('counted', 'happened'));
    assert.match(happened.body, /1 person began ongoing support\./);
    assert.match(happened.body, /All of them are people your team is alongside/);
  });

  it('are for those alongside people, and no link to them is shown to anybody else', async () => {
    const statusOf = async (who: keyof typeof accounts) =>
      (await (await signIn(council, accounts[who])).get(within90)).statusCode;
    assert.equal(await statusOf('lead'), 200);
    for (const who of ['analyst', 'administrator', 'governance', 'editor'] as const)
      assert.equal(await statusOf(who), 403, who);
    const page = async (who: keyof typeof accounts) =>
      (await (await signIn(council, accounts[who])).get('/evidence')).body;
    assert.match(await page('rowan'), /href="\/evidence\/people\?/);
    assert.doesNotMatch(await page('analyst'), /\/evidence\/people/);
  });

  it('come fifty at a time, nobody twice and nobody left out', async () => {
    for (let one = 0; one < 60; one += 1) await came(`Paged Person ${one}`, 130 + (one % 7));
    const rowan = await signIn(council, accounts.rowan);
    const found: string[] = [];
    const named = (body: string) => [...body.matchAll(/Paged Person \d+/g)].map(String);
    const first = (await rowan.get(within90)).body;
    const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    found.push(...named(first), ...named((await rowan.get(next)).body));
    assert.equal(found.length, 60);
    assert.equal(new Set(found).size, 60);
  });

  it('are asked for by a figure that there is: no other window, answer or group', async () => {
    const rowan = await signIn(council, accounts.rowan);
    for (const wrong of [
      within90.replace('90', '91'),
      within90.replace('counted', 'spoken-with'),
      within90.replace('group=site', 'group=everybody'),
      `${within90}&after=2026-02-31~${siteId}`,
    ])
      assert.equal((await rowan.get(wrong)).statusCode, 404, wrong);
    assert.equal(figureAsked({ group: 'site', measure: 'waits' })?.answer, 'not-yet-spoken-with');
    assert.equal(figureAsked({ group: 'site', measure: 'waits', windowDays: 90 }), null);
  });

  it('are looked at as at a past day too', async () => {
    const rowan = await signIn(council, accounts.rowan);
    const then = await rowan.get(`${within90}&asAt=${addDays(today, -101)}`.replace('counted', 'happened'));
    assert.match(then.body, /0 people began ongoing support/);
    assert.match(then.body, /Nobody is behind it/);
  });
});
