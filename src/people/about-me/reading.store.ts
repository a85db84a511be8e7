import type { CouncilReader } from '../../platform/db/council.ts';
import { identityOf } from '../people.store.ts';
import { nameFor } from '../person.ts';
import { aboutLines, headingsHere } from './about-me.store.ts';
import { caringSaid, onePageOf, sectionsOf } from './about-me.ts';
import { photographOf } from './photograph.store.ts';

/** Everything a page about somebody is made of, for whoever may read it. */
export async function readAboutMe(db: CouncilReader, personId: string) {
  const identity = await identityOf(db, personId);
  const lines = await aboutLines(db, personId);
  const sections = sectionsOf(await headingsHere(db), lines);
  return {
    identity,
    sections,
    caring: caringSaid(lines),
    page: onePageOf(nameFor(identity), sections),
    hasPhotograph: (await photographOf(db, personId)) !== null,
  };
}
