import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { loadHistory } from '../../../demo/load-history.ts';
import { type TestCouncil, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { saveContact } from '../../people/contacts/contacts.store.ts';
import { makePerson } from '../../people/people.store.ts';
import { addDays, stoppedClock } from '../../platform/clock.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { EvidenceValue } from './evidence-value.ts';
import { makeSite } from './site.store.ts';

const { database } = await testDatabase();
const { signIn } = await testHouse(database);
const today = '2026-11-21';

async function small(slug: string): Promise<{ council: TestCouncil; siteId: string }> {
  const council = await testCouncil(database, slug);
  const siteId = await council.as(council.accounts.lead, (db) =>
    makeSite(db, {
      name: 'Harbour',
      teamId: council.teams.harbour,
      startedOn: addDays(today, -200),
      scope: 'Everybody',
      agreedRules: [],
      owner: 'Lena',
      ifItWorks: 'The form stops',
      comparison: 'Marsh',
      tap: [],
      measures: [],
    }),
  );
  return { council, siteId };
}

/** Somebody who got in touch with a team, so many days ago. */
function cameDaysAgo(council: TestCouncil, days: number, name = 'Somebody'): Promise<string> {
  const madeAt = new Date(testNow.getTime() - days * 86_400_000);
  return council.as(council.accounts.rowan, async (db) => {
    const personId = await makePerson(db, { fullName: name });
    const how = {
      how: 'phone',
      madeBy: 'Them',
      madeByRelation: 'themselves',
      permission: 'own-words',
    } as const;
    await saveContact(db, { personId, madeAt, words: 'Hello', ...how });
    return personId;
  });
}

function supportDaysAgo(
  council: TestCouncil,
  personId: string,
  days: number,
  kind = 'ongoing',
): Promise<unknown> {
  return council.as(council.accounts.rowan, (db) =>
    sql`insert into support (council_id, id, person_id, kind, what, started_on)
      values (${councilOf(db)}, ${newId()}, ${personId}, ${kind}, 'Help at home', ${addDays(today, -days)})`.execute(
      db,
    ),
  );
}

async function readAs(council: TestCouncil, who: keyof TestCouncil['accounts']): Promise<EvidenceValue> {
  const visitor = await signIn(council, council.accounts[who]);
  const { status, body } = await visitor.json('/evidence');
  assert.equal(status, 200);
  return body as unknown as EvidenceValue;
}

const at28 = ({ evidence }: EvidenceValue) => {
  const one = evidence.site.people[0];
  assert.ok(one);
  return one;
};

describe('the evidence page', () => {
  it('is for those who read evidence, and the names for those alongside people', async () => {
    const { council } = await small('who-reads');
    const asked = async (who: keyof TestCouncil['accounts'], url: string) =>
      (await (await signIn(council, council.accounts[who])).get(url)).statusCode;
    for (const who of ['rowan', 'lead', 'analyst', 'administrator'] as const) {
      assert.equal(await asked(who, '/evidence'), 200, who);
      assert.equal(await asked(who, '/evidence/figures.csv'), 200, who);
    }
    for (const who of ['governance', 'editor'] as const)
      assert.equal(await asked(who, '/evidence'), 403, who);
    assert.equal(await asked('analyst', '/evidence/not-yet-spoken-with'), 403);
    assert.equal(await asked('rowan', '/evidence/not-yet-spoken-with'), 200);
  });

  it('says there is no site yet when there is none, and knows no other council’s', async () => {
    const council = await testCouncil(database, 'no-site');
    const other = await small('another-council');
    const analyst = await signIn(council, council.accounts.analyst);
    assert.match((await analyst.get('/evidence')).body, /No site has been set up here yet/);
    assert.equal((await analyst.get(`/evidence?site=${other.siteId}`)).statusCode, 404);
    assert.equal((await analyst.get('/evidence/figures.csv')).statusCode, 404);
  });

  it('E3 is changed by ongoing support that begins, and by nothing less', async () => {
    const { council } = await small('changes');
    const people: string[] = [];
    for (let one = 0; one < 9; one += 1) people.push(await cameDaysAgo(council, 60));
    assert.equal(at28(await readAs(council, 'analyst')).numerator, 0);
    await supportDaysAgo(council, people[0] ?? '', 50, 'one-off');
    await supportDaysAgo(council, people[0] ?? '', 50, 'low-level');
    assert.equal(at28(await readAs(council, 'analyst')).numerator, 0);
    await supportDaysAgo(council, people[0] ?? '', 32);
    await supportDaysAgo(council, people[1] ?? '', 31);
    const after = at28(await readAs(council, 'analyst'));
    assert.deepEqual([after.numerator, after.denominator, after.tooFew], [1, 9, false]);
  });

  it('E2 leaves out somebody who had ongoing support already, and says so', async () => {
    const { council } = await small('already');
    for (let one = 0; one < 8; one += 1) await cameDaysAgo(council, 60);
    const already = await cameDaysAgo(council, 60);
    await supportDaysAgo(council, already, 400);
    const value = await readAs(council, 'lead');
    assert.equal(at28(value).denominator, 8);
    assert.equal(value.evidence.site.came.episodes, 9);
    assert.equal(value.evidence.site.reached.alreadySupported, 1);
  });

  it('E8 says too few to compare, and not yet known, rather than a share', async () => {
    const { council } = await small('few');
    for (let one = 0; one < 7; one += 1) await cameDaysAgo(council, 40);
    await cameDaysAgo(council, 3);
    const { body } = await (await signIn(council, council.accounts.analyst)).get('/evidence');
    assert.match(body, /It is too soon to say/);
    assert.match(body, /too few to compare/);
    const value = await readAs(council, 'analyst');
    assert.deepEqual([at28(value).denominator, at28(value).notYetKnown], [7, 1]);
  });

  it('F2 lists by name everybody not spoken with for 28 days, writes that down, and tells an analyst no names', async () => {
    const { council } = await small('waiting');
    const long = await cameDaysAgo(council, 28, 'Ottoline Quayle');
    await cameDaysAgo(council, 27, 'Percival Wharf');
    const lead = await signIn(council, council.accounts.lead);
    const { body } = await lead.get('/evidence/not-yet-spoken-with');
    assert.match(body, /Ottoline Quayle<\/a><\/b>, 28 days/);
    assert.doesNotMatch(body, /Percival Wharf/);
    const looked = await council.as(council.accounts.governance, (db) =>
      sql`select 1 from audit_entry where council_id = ${councilOf(db)} and person_id = ${long} and route = '/evidence/not-yet-spoken-with'`.execute(
        db,
      ),
    );
    assert.equal(looked.rows.length, 1);
    const analyst = await signIn(council, council.accounts.analyst);
    assert.doesNotMatch((await analyst.get('/evidence')).body, /Ottoline|not-yet-spoken-with/);
  });
});

describe('the evidence page over the made-up history', async () => {
  const council = await testCouncil(database, 'made-up');
  const { councilId, teams, accounts } = council;
  const clock = stoppedClock(testNow.toISOString());
  const loaded = await loadHistory(database, { councilId, teams, clock });

  it('says it is made up, gives every window with its range, and fits in sixty thousand bytes', async () => {
    const analyst = await signIn(council, accounts.analyst);
    const { body } = await analyst.get('/evidence');
    assert.match(body, /two invented years/);
    assert.match(body, /Of new people followed for 180 days, \d+\.\d% of those Harbour answered/);
    for (const days of [28, 90, 180, 365]) assert.match(body, new RegExp(`${days} days`));
    assert.ok(Buffer.byteLength(body) < 60_000, `${Buffer.byteLength(body)} bytes`);
    const csv = await analyst.get('/evidence/figures.csv');
    assert.match(String(csv.headers['content-type']), /^text\/csv/);
    assert.match(String(csv.headers['content-disposition']), /attachment; filename="figures-2026-11-21.csv"/);
    assert.equal(csv.body.trimEnd().split('\r\n').length, 1 + 4 * (4 + 4 + 3 + 4));
  });

  it('E8 leaves no figure alone: what stands against it and somebody’s words are in the same block', async () => {
    for (const who of ['analyst', 'lead'] as const) {
      const { body } = await (await signIn(council, accounts[who])).get('/evidence');
      const blocks = body.split('<section class="app-figures"').slice(1);
      assert.equal(blocks.length, 4);
      const inside = blocks.map((block) => block.split('</section>')[0] ?? '');
      for (const block of inside) {
        assert.match(block, /<h3>[^<]{10,}<\/h3>/, 'it opens with its message');
        assert.match(block, /class="app-against"><b>What stands against it:<\/b> [^<]*\d/);
        assert.match(block, /class="[^"]*app-story[^"]*">(“|Nobody’s words are kept to stand here yet)/);
      }
      const figures = (html: string): number => (html.match(/<(svg viewBox|table)/g) ?? []).length;
      assert.equal(
        inside.reduce((sum, block) => sum + figures(block), 0),
        figures(body),
      );
      assert.equal(/\/showing">Keep what somebody said/.test(body), who === 'lead');
    }
  });

  it('E9 says what a chart cannot, and reckons the change at a first day that was said beforehand', async () => {
    const analyst = await signIn(council, accounts.analyst);
    const { body } = await analyst.get('/evidence');
    assert.match(body, /one chart in six of 24 weeks, and one in two of 52/);
    assert.match(
      body,
      /At Harbour it rose by \d+\.\d, with a 95% range of \d+\.\d to \d+\.\d in a hundred at once; at Marsh/,
    );
    const [head, ...weeks] = (await analyst.get('/evidence/weekly-support.csv')).body.trimEnd().split('\r\n');
    assert.equal(head, 'Week of,people a week,Middle,Usual range');
    assert.ok(weeks.length > 70 && weeks.every((week) => /,0 to \d|,\d+(\.\d)? to \d/.test(week)));
    const past = await analyst.get('/evidence?asAt=1+May+2026');
    assert.match(
      past.body,
      /What changed at the first day: not yet\.<\/b> It is not reckoned, because that needs 12 weeks/,
    );
  });

  it('gives its people a story, a team alongside them, and the same number of each every time', async () => {
    const [row] = await council.as(accounts.lead, async (db) => {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*) from person where is_made_up) as people, (select count(*) from contact where is_made_up) as contacts,
        (select count(*) from conversation where is_made_up) as conversations, (select count(*) from support where is_made_up) as supports,
        (select count(*) from person p where not exists (select from timeline_event t where t.person_id = p.id)) as "withoutStory",
        (select count(*) from person p where not exists (select from relationship r where r.person_id = p.id and r.team_id is not null)) as alone,
        (select count(*) from timeline_event where at > ${testNow}) as "notYet",
        (select count(*) from conversation where kind = 2 and resting_on is null) as "openCrises",
        (select count(*) from contact where team_id = ${teams.harbour} and spoken_on is null and made_on < (select started_on from site where started_on is not null)) as owed`.execute(
        db,
      );
      return rows;
    });
    assert.deepEqual(row, {
      ...loaded,
      withoutStory: 0,
      alone: 0,
      notYet: 0,
      openCrises: 0,
      owed: row?.owed,
    });
    assert.ok(Number(row?.owed) < 40, `${row?.owed} people owed a conversation since before the site`);
    await assert.rejects(
      loadHistory(database, {
        councilId: (await testCouncil(database, 'real', false)).councilId,
        teams,
        clock,
      }),
      /demonstration council/,
    );
  });
});
