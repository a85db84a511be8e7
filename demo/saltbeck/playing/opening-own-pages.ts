import { headingsHere, sayAboutMe } from '../../../src/people/about-me/about-me.store.ts';
import { caringHeadings } from '../../../src/people/about-me/headings.ts';
import { changeNear, peopleNear } from '../../../src/people/around/near.store.ts';
import { openFor } from '../../../src/people/own-page/own-page.store.ts';
import { identityOf } from '../../../src/people/people.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import { type CouncilDb, councilOf } from '../../../src/platform/db/council.ts';
import { type OwnPageHad, ownPages } from '../own-pages.ts';
import { type OwnWordsSaid, ownWords } from '../own-words.ts';
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
  await sayTheirOwnWords(db, personId, ownWords[had.person]);
}

/** What they said of themselves, and how near those around them are, with the worker beside them. */
async function sayTheirOwnWords(db: CouncilDb, personId: string, said?: OwnWordsSaid): Promise<void> {
  if (!said) return;
  const caring = Object.entries(caringHeadings).map(([key, heading]) => ({ key, heading }));
  for (const heading of [...(await headingsHere(db)), ...caring]) {
    const words = said.about[heading.key];
    if (words) await sayAboutMe(db, personId, { heading, words, told: 'together', instead: null });
  }
  for (const { id, name } of await peopleNear(db, personId)) {
    const near = said.near[name];
    if (near) await changeNear(db, personId, id, near);
  }
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
