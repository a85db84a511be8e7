import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { type Group, groups, type Measured } from '../measured.ts';
import { measure } from '../measures.store.ts';
import { forgetting, life, live, siteOf } from '../small-histories.fixture.ts';
import { type Answer, answersOf, type DrillMeasure, windowsOf } from './figure-behind.ts';
import { peopleBehind } from './people-behind.store.ts';

const { database } = await testDatabase();

/** What the page says of every part of a figure. */
function figureOnPage(
  { windows, waits, reached, came }: Measured,
  group: Group,
  measure: DrillMeasure,
  windowDays: number | null,
): Record<string, number> {
  const wait = waits.find((one) => one.group === group);
  const far = reached.find((one) => one.group === group);
  const some = came.find((one) => one.group === group);
  if (measure === 'waits')
    return {
      'spoken-with': wait?.spokenWith ?? 0,
      'not-yet-spoken-with': wait?.notYetSpokenWith ?? 0,
      'never-reached': wait?.neverReached ?? 0,
    };
  if (measure === 'reached') {
    const {
      people = 0,
      none = 0,
      one = 0,
      two = 0,
      three = 0,
      ongoing = 0,
      alreadySupported = 0,
    } = far ?? {};
    return { people, none, one, two, three, ongoing, 'already-supported': alreadySupported };
  }
  if (measure === 'came')
    return { all: some?.episodes ?? 0, 'already-supported': some?.alreadySupportedEpisodes ?? 0 };
  const found = windows.find(
    (one) => one.measure === measure && one.group === group && one.windowDays === windowDays,
  );
  const { numerator = 0, died = 0, moved = 0, neither = 0, notYetKnown = 0 } = found ?? {};
  const counted = numerator + died + moved + neither;
  return { happened: numerator, counted, neither, died, moved, 'not-yet-known': notYetKnown };
}

async function befriendEveryOther(db: CouncilDb, ids: readonly string[], teamId: string): Promise<string[]> {
  const ours = ids.filter((_, at) => at % 2 === 0);
  for (const id of ours)
    await sql`insert into relationship (council_id, id, person_id, team_id, why, began_at)
      values (${councilOf(db)}, ${newId()}, ${id}, ${teamId}, 'conversation', ${testNow})`.execute(db);
  return ours;
}

it('W5 as many are behind each part of every figure as it says, and only those the reader may open are named', async () => {
  const council = await testCouncil(database, 'behind');
  const histories = fc.array(life, { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(), fc.boolean(), (lives, pick, isTeam) =>
      forgetting(council, async (db) => {
        const teamId = isTeam ? council.teams.marsh : null;
        const question = await siteOf(db, council, { kind: isTeam ? 'team' : 'elsewhere', teamId });
        const ours = await befriendEveryOther(db, await live(db, council, lives), council.teams.harbour);
        const measured = await measure(db, question);
        for (const group of groups)
          for (const measure of Object.keys(answersOf) as DrillMeasure[]) {
            const windows = windowsOf(measure);
            const windowDays = windows.length ? (windows[pick % windows.length] ?? 0) : null;
            const answers: readonly Answer[] = answersOf[measure];
            const answer = answers[pick % answers.length] ?? 'all';
            const asked = { group, measure, windowDays, answer };
            const behind = await peopleBehind(db, question, asked, null);
            assert.deepEqual(
              behind.counts,
              figureOnPage(measured, group, measure, windowDays),
              JSON.stringify(asked),
            );
            const rows = behind.named.reduce((sum, { days }) => sum + days.length, 0);
            assert.ok(behind.named.every(({ personId }) => ours.includes(personId)));
            assert.equal(behind.named.length, behind.mine);
            assert.ok(behind.people >= behind.mine && rows <= (behind.counts[answer] ?? 0));
            if (behind.people === behind.mine) assert.equal(rows, behind.counts[answer]);
          }
      }),
    ),
    { numRuns: 25 },
  );
});
