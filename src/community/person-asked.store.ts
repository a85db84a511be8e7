import { alongsiders } from '../access/roles.ts';
import { type Opened, openPerson } from '../people/opening.store.ts';
import { identityOf } from '../people/people.store.ts';
import type { Identity } from '../people/person.ts';
import { actorOf, type CouncilDb } from '../platform/db/council.ts';
import { Forbidden } from '../platform/http/problems.ts';

export interface PersonAsked extends Opened {
  identity: Identity;
}

/** The person a page of the directory is for, opened as any page about them is; null when it is for nobody in particular. */
export async function personAsked(db: CouncilDb, id: string | null | undefined): Promise<PersonAsked | null> {
  if (!id) return null;
  if (!(alongsiders as readonly string[]).includes(actorOf(db).role))
    throw new Forbidden('Your role does not open people’s records. You can look without naming anybody.', {
      href: '/community',
      text: 'Look in the directory',
    });
  const opened = await openPerson(db, id);
  return { ...opened, identity: await identityOf(db, opened.personId) };
}
