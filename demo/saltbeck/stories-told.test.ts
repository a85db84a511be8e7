import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { placedStories } from '../../src/evidence/site/voices/site-stories.store.ts';
import { partOf } from '../../src/people/kept-files/kept-files.store.ts';
import { stoppedClock } from '../../src/platform/clock.ts';
import { type Actor, type CouncilDb, nobody, withinCouncil } from '../../src/platform/db/council.ts';
import { onWalls } from '../../src/stories/wall/wall.store.ts';
import { testNow } from '../../test/council.ts';
import { testDatabase } from '../../test/database.ts';
import { loadDemonstration } from './load.ts';
import { storiesTold } from './stories-told.ts';

const { database } = await testDatabase();
const clock = stoppedClock(testNow.toISOString());

function as<Value>(actor: Actor, act: (db: CouncilDb) => Promise<Value>): Promise<Value> {
  return withinCouncil(database, { councilId: 1, actor, now: testNow, requestId: 'a test' }, act);
}
const staff = (email: string) =>
  as(nobody, async (db) => {
    const { rows } =
      await sql<Actor>`select a.id as "accountId", a.name, a.role, array(select t.team_id from membership t
      where t.council_id = a.council_id and t.account_id = a.id) as "teamIds" from account a where a.email = ${email}`.execute(
        db,
      );
    return rows[0] ?? nobody;
  });
const titles = (walls: { title: string }[]) => walls.map(({ title }) => title).sort();

before(() => loadDemonstration(database, clock));

describe('the stories Saltbeck let others see', () => {
  it('hang where their tellers said: the team, all who work here, everybody', async () => {
    const [leon, bron, wilf] = storiesTold.map(({ title }) => title);
    const all = ['team', 'council', 'public'] as const;
    const harbour = await as(await staff('ama.boateng@example.org'), (db) => onWalls(db, all));
    assert.deepEqual(titles(harbour), [leon, bron, wilf].sort());
    const marsh = await as(await staff('nneka.obi@example.org'), (db) => onWalls(db, all));
    assert.deepEqual(titles(marsh), [leon, bron].sort());
    assert.deepEqual(titles(await as(nobody, (db) => onWalls(db, ['public']))), [leon]);
  });

  it('one stands beside a figure of the site, in its teller’s own words', async () => {
    const [placed, ...more] = await as(nobody, (db) => placedStories(db, 'public'));
    assert.deepEqual([placed?.beside, placed?.byWhom, more.length], ['people', 'Leon', 0]);
    assert.match(placed?.words ?? '', /eleven minutes/);
  });

  it('one is a drawing, kept as any picture is, with what it shows in words', async () => {
    const ama = await staff('ama.boateng@example.org');
    const [wilfs] = await as(ama, (db) => onWalls(db, ['team']));
    const [piece] = wilfs?.pieces ?? [];
    assert.equal(piece?.kind, 'picture');
    assert.match(piece?.inWords ?? '', /flywheel/);
    const bytes = await as(ama, (db) => partOf(db, piece?.fileId ?? '', 0));
    assert.ok((bytes?.length ?? 0) > 1_000);
  });
});
