import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TestCouncil, testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { SetBeside } from '../counting/groups.store.ts';
import { keepCount, readKept } from '../kept/kept-counts.store.ts';
import { measure } from '../measures.store.ts';
import type { EvidenceValue } from '../site/evidence-value.ts';
import { makeSite, sitesOf } from '../site/site.store.ts';

const { database } = await testDatabase();
const { signIn, clock } = await testHouse(database);
const today = dayOf(testNow);

/** A council with a site of Harbour's, begun 200 days ago. */
async function begun(slug: string, compared?: (council: TestCouncil) => SetBeside) {
  const council = await testCouncil(database, slug);
  const siteId = await council.as(council.accounts.lead, (db) =>
    makeSite(db, {
      ...{ name: 'Harbour', teamId: council.teams.harbour, startedOn: addDays(today, -200) },
      ...{ scope: 'Everybody', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Whoever it is.' },
      agreedRules: [{ rule: 'Ring first', agreedOn: addDays(today, -10), agreedBy: 'Lena' }],
      tap: [{ onDay: addDays(today, -20), isOn: false, why: 'A breath' }],
      measures: [
        { measure: 'Late measure', definition: 'x', registeredOn: addDays(today, -5), whyChanged: null },
      ],
      ...(compared ? { compared: compared(council) } : {}),
    }),
  );
  const visitor = await signIn(council, council.accounts.rowan);
  const read = async (asAt = '') =>
    (await visitor.json(`/evidence?site=${siteId}&asAt=${asAt}`)).body as unknown as EvidenceValue;
  return { council, siteId, visitor, read };
}

function came(council: TestCouncil, many: number, daysAgo: number, teamId: string | null): Promise<void> {
  return council.as(council.accounts.rowan, async (db) => {
    for (let one = 0; one < many; one += 1) {
      const id = newId();
      const madeAt = new Date(testNow.getTime() - daysAgo * 86_400_000);
      await sql`insert into person (council_id, id, full_name, search_text, created_at) values (${councilOf(db)}, ${id}, 'Somebody', 's', ${madeAt})`.execute(
        db,
      );
      await sql`insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, team_id)
        values (${councilOf(db)}, ${newId()}, ${id}, ${madeAt}, ${dayOf(madeAt)}, 'phone', 'x', 'x', 'agreed', 'x', ${teamId})`.execute(
        db,
      );
    }
  });
}

describe('as at any past day', () => {
  it('shows what a page shown on that day showed: counts, tap, rules and what was registered', async () => {
    const { council, read } = await begun('past');
    await came(council, 9, 100, council.teams.harbour);
    clock.set(`${addDays(today, -60)}T09:00:00Z`);
    const { visitor } = { visitor: await signIn(council, council.accounts.rowan) };
    const then = (await visitor.json('/evidence')).body as unknown as EvidenceValue;
    clock.set(testNow.toISOString());
    await came(council, 5, 30, council.teams.harbour);
    const past = await read(addDays(today, -60));
    assert.deepEqual(past.evidence, then.evidence);
    assert.deepEqual(past.log, then.log);
    assert.deepEqual([past.site, past.finding], [then.site, then.finding]);
    assert.deepEqual([past.log.tap, past.log.measures, past.site.agreedRules], [[], [], []]);
    const now = await read();
    assert.deepEqual(
      [
        now.log.tap.length,
        now.log.measures.length,
        now.site.agreedRules.length,
        now.evidence.site.came.episodes,
      ],
      [1, 1, 1, 14],
    );
  });

  it('is asked for on the page; what cannot be read is kept beside what to do, and every link keeps the day', async () => {
    const { siteId, visitor } = await begun('asked');
    const page = async (asAt: string) =>
      (await visitor.get(`/evidence?site=${siteId}&asAt=${encodeURIComponent(asAt)}`)).body;
    const wrong = await page('<last> Tuesday');
    assert.match(wrong, /Write a day such as 21 November 2026/);
    assert.match(wrong, /value="&lt;last> Tuesday"/);
    assert.match(await page('1/1/2031'), /Choose today or a day before it/);
    assert.match(await page('1 January 2020'), /Choose a day from 5 May 2026, when Harbour began/);
    const past = await page('1 October 2026');
    assert.match(past, /Shown as if 1 October 2026 were today/);
    const links = [...past.matchAll(/href="(\/evidence[^"]*\?[^"]*site=[^"]*)"/g)].map(([, href]) =>
      String(href),
    );
    const lost = links.filter(
      (href) => !href.includes('asAt=2026-10-01') && href !== `/evidence?site=${siteId}`,
    );
    assert.ok(links.some((href) => href.startsWith('/evidence/figures.csv')));
    assert.deepEqual(lost, []);
    for (const other of ['how-it-has-been', 'not-yet', 'not-yet-spoken-with'])
      assert.match(
        (await visitor.get(`/evidence/${other}?site=${siteId}&asAt=2026-10-01`)).body,
        /Shown as if 1 October 2026 were today/,
        other,
      );
  });

  it('F2 names who had waited 28 days then, whoever spoke with them since', async () => {
    const { council, siteId, visitor } = await begun('waited');
    await came(council, 1, 100, council.teams.harbour);
    await council.as(council.accounts.rowan, (db) =>
      sql`update contact set spoken_on = ${addDays(today, -50)} where council_id = ${councilOf(db)}`.execute(
        db,
      ),
    );
    const on = async (day: string) =>
      (await visitor.get(`/evidence/not-yet-spoken-with?site=${siteId}&asAt=${day}`)).body;
    assert.match(await on(addDays(today, -60)), /Somebody<\/a><\/b>, 40 days/);
    assert.match(await on(addDays(today, -80)), /Nobody\./);
    assert.match(await on(today), /Nobody\./);
  });

  it('E11 a comparison stands from the day it was named, with its mark', async () => {
    const { council, siteId, read } = await begun('later-named');
    await council.as(council.accounts.lead, (db) =>
      sql`insert into site_comparison (council_id, id, site_id, kind, team_id, words, named_on, why, written_at)
        values (${councilOf(db)}, ${newId()}, ${siteId}, 'team', ${council.teams.marsh}, 'Marsh', ${addDays(today, -10)}, 'Nearer', ${testNow})`.execute(
        db,
      ),
    );
    const [now, then] = [await read(), await read(addDays(today, -11))];
    assert.deepEqual([now.site.compared.kind, then.site.compared.kind], ['team', 'elsewhere']);
    assert.match(now.site.comparisonMark ?? '', /named after the start/);
    assert.equal(then.site.comparisonMark, null);
  });
});

describe('the comparison a site named', () => {
  it('E11 of one team is that team’s people and nobody else’s, by its name on page, file and sentence', async () => {
    const { council, siteId, visitor, read } = await begun('one-team', ({ teams }) => ({
      kind: 'team',
      teamId: teams.marsh,
    }));
    await came(council, 10, 100, council.teams.harbour);
    await came(council, 11, 100, council.teams.marsh);
    await came(council, 12, 100, null);
    const { evidence, finding } = await read();
    assert.equal(evidence.elsewhere.came.episodes, 11);
    assert.match(finding, /of those Marsh answered/);
    const page = (await visitor.get(`/evidence?site=${siteId}`)).body;
    assert.match(page, /90 days, Marsh/);
    assert.doesNotMatch(page.replaceAll(/href="[^"]*"/g, ''), /[Ee]lsewhere/);
    assert.match((await visitor.get(`/evidence/figures.csv?site=${siteId}`)).body, /People Marsh answered/);
  });

  it('E11 of nobody shows nobody', async () => {
    const { council, siteId, visitor, read } = await begun('nobody', () => ({ kind: 'none', teamId: null }));
    await came(council, 10, 100, council.teams.harbour);
    await came(council, 11, 100, council.teams.marsh);
    const { evidence, finding } = await read();
    assert.equal(evidence.elsewhere.came.episodes, 0);
    assert.match(finding, /Nobody stands beside them/);
    const page = (await visitor.get(`/evidence?site=${siteId}`)).body;
    assert.match(page, /there is nobody to set it beside/);
    assert.doesNotMatch(page, /Elsewhere|answered elsewhere/);
    assert.doesNotMatch((await visitor.get(`/evidence/figures.csv?site=${siteId}`)).body, /elsewhere/i);
  });

  it('E11 of other days or places cannot be counted here, and the page says what stands instead', async () => {
    for (const kind of ['other-days', 'other-places'] as const) {
      const { visitor } = await begun(`of-${kind}`, () => ({ kind, teamId: null }));
      assert.match((await visitor.get('/evidence')).body, /which was not what was named/, kind);
    }
  });
});

describe('counting again', () => {
  it('a dear count is shown with when it was counted, until somebody has it counted again', async () => {
    const { council, siteId, visitor, read } = await begun('dear');
    await came(council, 9, 100, council.teams.harbour);
    await council.as(
      council.accounts.lead,
      async (db) => {
        const [site] = await sitesOf(db);
        assert.ok(site);
        const question = { site, asOf: today };
        const result = await measure(db, question);
        await keepCount(db, { what: 'measures', question }, { result, tookMs: 4_000 });
      },
      new Date(testNow.getTime() - 600_000),
    );
    await came(council, 3, 50, council.teams.harbour);
    assert.equal((await read()).evidence.site.came.episodes, 9);
    const { body } = await visitor.get('/evidence');
    assert.match(body, /Counted at 9:22am/);
    assert.match(body, /Count again now/);
    await visitor.post('/evidence/counts', { site: siteId });
    assert.equal((await read()).evidence.site.came.episodes, 12);
  });

  it('is for those who read evidence, and comes back to the same site and day', async () => {
    const { council, siteId, visitor } = await begun('again');
    const fields = { site: siteId, asAt: '2026-10-01' };
    const answer = await visitor.post('/evidence/counts', fields);
    assert.equal(answer.statusCode, 303);
    assert.equal(answer.headers.location, `/evidence?site=${siteId}&asAt=2026-10-01`);
    const question = { asOf: '2026-10-01' };
    const kept = await council.as(council.accounts.analyst, async (db) => {
      const [site] = await sitesOf(db, question.asOf);
      assert.ok(site);
      return readKept(db, { what: 'measures', question: { site, ...question } });
    });
    assert.deepEqual([kept?.result, kept?.version], [null, 1]);
    assert.doesNotMatch((await visitor.get('/evidence')).body, /Count again now/);
    const governance = await signIn(council, council.accounts.governance);
    assert.equal((await governance.post('/evidence/counts', fields)).statusCode, 403);
  });
});
