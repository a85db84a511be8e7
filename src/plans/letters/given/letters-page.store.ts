import { openPerson } from '../../../people/opening.store.ts';
import { identityOf } from '../../../people/people.store.ts';
import type { Identity } from '../../../people/person.ts';
import { type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../../platform/db/council.ts';
import { type Shown, shown } from '../../../platform/http/routes.ts';
import { type LetterOfTheirs, lettersOf } from '../letters.store.ts';
import { windowOf } from '../window.store.ts';
import { type OwnFormat, ownFormat } from './own-format.ts';

export interface LettersValue {
  identity: Identity;
  today: Day;
  own: OwnFormat | null;
  letters: LetterOfTheirs[];
  /** Whether an envelope may show an address. */
  window: 'known' | 'none' | 'private';
}

/** Everything somebody must be given, what has been, and what is still owed. */
export async function readLetters(db: CouncilReader, id: string): Promise<Shown<LettersValue>> {
  const { personId, reason } = await openPerson(db, id);
  const identity = await identityOf(db, personId);
  const { isPrivate, lines } = await windowOf(db, personId);
  const value: LettersValue = {
    identity,
    today: dayOf(nowOf(db)),
    own: ownFormat(identity),
    letters: await lettersOf(db, personId),
    window: isPrivate ? 'private' : lines ? 'known' : 'none',
  };
  return shown(value, [personId], reason ?? undefined);
}
