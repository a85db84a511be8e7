import type { TestCouncil } from '../../../test/council.ts';
import { makePerson } from '../../people/people.store.ts';
import { type NewCrisis, openCrisis } from './crisis.store.ts';

/** An invented person, and an invented crisis with Rowan as named person and Priya as cover. */
export async function someoneInCrisis(
  council: TestCouncil,
  opening: Partial<NewCrisis> = {},
  now?: Date,
  name = 'Dilys Marchbank',
) {
  const { rowan } = council.accounts;
  const personId = await council.as(
    rowan,
    (db) => makePerson(db, { fullName: name, knownAs: name.split(' ')[0] ?? name }),
    now,
  );
  const conversationId = await council.as(
    rowan,
    (db) => openCrisis(db, personId, crisisOf(council, opening)),
    now,
  );
  if (typeof conversationId !== 'string') throw new Error(conversationId.because);
  return { personId, conversationId };
}

export function crisisOf(council: TestCouncil, opening: Partial<NewCrisis> = {}): NewCrisis {
  return {
    mustChange: 'I need to be back in my own bed by Friday',
    safetyNote: 'Ring before you knock',
    namedAccountId: council.accounts.rowan.accountId,
    coverAccountId: council.accounts.priya.accountId,
    steadyLooksLike: 'Cooking my own tea',
    todaysOneThing: '',
    nextContactAt: null,
    ...opening,
  };
}
