import { openFor } from '../../../src/people/own-page/own-page.store.ts';
import { identityOf } from '../../../src/people/people.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import { type CouncilDb, councilOf } from '../../../src/platform/db/council.ts';
import { type OwnPageHad, ownPages } from '../own-pages.ts';
import { actAs, instantOf, known, type Stage } from './stage.ts';

/** Opens the own pages of those who have one, so that whoever tries the demonstration can be them. */
export async function openTheirOwnPages(stage: Stage): Promise<void> {
  for (const had of ownPages) await openTheirs(stage, had);
}

async function openTheirs(stage: Stage, had: OwnPageHad): Promise<void> {
  const at = instantOf(stage, had.at);
  const db = await actAs(stage, had.by, at);
  const personId = known(stage.people, had.person);
  const { talked, messageBy, number } = had;
  const [problem] = await openFor(db, await identityOf(db, personId), {
    ...{ talked, talkedOn: dayOf(at), messageBy, number },
    ...(messageBy === 'text' ? { mobile: had.to } : { email: had.to }),
  });
  if (problem) throw new Error(`The script’s own page for ${had.person}: ${problem.message}.`);
  await bePlayed(db, personId, had.about);
}

/** Only a demonstration's: the sentence beside them where somebody chooses whom to be. */
async function bePlayed(db: CouncilDb, personId: string, persona: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ persona })
    .where('council_id', '=', councilOf(db))
    .where('person_id', '=', personId)
    .execute();
}
