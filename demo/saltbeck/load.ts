import { sql } from 'kysely';
import { makeAccount, makeTeam } from '../../src/access/accounts.store.ts';
import { insertCouncil } from '../../src/access/councils.store.ts';
import { councilsToSignIn } from '../../src/access/signing-in/sessions.store.ts';
import { type Clock, dayOf } from '../../src/platform/clock.ts';
import { type CouncilDb, type Database, pinTo, setPin } from '../../src/platform/db/council.ts';
import { keepTheHours } from '../hours.ts';
import { writeTwoYears } from '../load-history.ts';
import { tellHowItWent } from '../load-how-it-went.ts';
import { council, staff, teams } from './council.ts';
import { stories } from './people.ts';
import { openTheDirectory } from './playing/connecting.ts';
import { knowThePatch } from './playing/knowing-the-patch.ts';
import { letStoriesOut } from './playing/letting-stories-out.ts';
import { openTheirOwnPages } from './playing/opening-own-pages.ts';
import { meetEverybody, settleRecords } from './playing/people.ts';
import { play } from './playing/play.ts';
import { runTheDirectory } from './playing/running-the-directory.ts';
import { openTheHomes } from './playing/sharing-a-home.ts';
import { instantOf, known, type Stage } from './playing/stage.ts';
import type { Act, PersonKey } from './script.ts';

/**
 * Loads the invented council when this installation has no council at all, in one transaction: all of it is
 * there, or none. Takes a few seconds.
 */
export async function loadDemonstrationOnce(
  database: Database,
  clock: Clock,
  say: (line: string) => void,
): Promise<void> {
  if ((await councilsToSignIn(database)).length > 0) return;
  say('Loading the invented council of Saltbeck: sixteen stories and two made-up years. This happens once.');
  await loadDemonstration(database, clock);
}

export async function loadDemonstration(database: Database, clock: Clock): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const councilId = await insertCouncil(transaction, {
      name: council.name,
      slug: 'saltbeck',
      isDemo: true,
      settings: { phone: council.phone, outOfHoursPhone: council.outOfHoursPhone },
    });
    const nobody = { accountId: '00000000-0000-0000-0000-000000000000', name: '', role: '', teamIds: [] };
    const pin = { councilId, actor: nobody, now: clock.now(), requestId: 'the script' };
    await setPin(transaction, pin);
    const db = pinTo(transaction, pin);
    const teamIds = await makeTeams(db);
    const stage = await setStage(db, councilId, clock, teamIds);
    await writeTwoYears(db, { harbour: known(teamIds, 'harbour'), marsh: known(teamIds, 'marsh') });
    await openTheDirectory(stage, db);
    await openTheHomes(stage, db);
    await meetEverybody(stage, db, stories, teamIds);
    for (const { person, act } of inOrder(stage)) await play(stage, person, act);
    await knowThePatch(stage);
    await keepTheHours(stage);
    await runTheDirectory(stage);
    await letStoriesOut(stage);
    await openTheirOwnPages(stage);
    await settleRecords(db);
    await tellHowItWent(db);
    await sql`select settle_statistics()`.execute(db);
  });
}

async function makeTeams(db: CouncilDb): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const team of teams) made.set(team.key, await makeTeam(db, team.name));
  return made;
}

async function setStage(
  db: CouncilDb,
  councilId: number,
  clock: Clock,
  teamIds: Map<string, string>,
): Promise<Stage> {
  const accounts: Stage['accounts'] = new Map();
  for (const one of staff) {
    const teamId = known(teamIds, one.team);
    const accountId = await makeAccount(db, {
      name: one.name,
      email: one.email,
      role: one.role,
      persona: one.about,
      teamIds: [teamId],
    });
    accounts.set(one.key, { ...one, accountId, teamId });
  }
  const now = clock.now();
  return {
    db,
    councilId,
    today: dayOf(now),
    now,
    accounts,
    people: new Map(),
    names: new Map(),
    conversations: new Map(),
    contacts: new Map(),
    listings: new Map(),
  };
}

/** Everybody's acts in the order they happened; acts of one moment stay in the order they are written. */
function inOrder(stage: Stage): { person: PersonKey; act: Act }[] {
  return stories
    .flatMap(({ person, acts }) => acts.map((act) => ({ person: person.key, act })))
    .toSorted(
      (one, other) => instantOf(stage, one.act.at).getTime() - instantOf(stage, other.act.at).getTime(),
    );
}
