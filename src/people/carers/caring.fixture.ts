import type { TestCouncil } from '../../../test/council.ts';
import { comeAlongside } from '../opening.store.ts';
import { addPersonAround, makePerson } from '../people.store.ts';

/** Somebody, and those who look out for them, each with a record of their own; the harbour team is alongside all. */
export async function caredFor(
  council: TestCouncil,
  person: string,
  ...carers: string[]
): Promise<{ personId: string; carerIds: string[] }> {
  const team = { teamId: council.teams.harbour };
  return council.as(council.accounts.rowan, async (db) => {
    const personId = await makePerson(db, { fullName: person });
    await comeAlongside(db, personId, team, 'conversation');
    const carerIds: string[] = [];
    for (const name of carers) {
      const carerPersonId = await makePerson(db, { fullName: name });
      await comeAlongside(db, carerPersonId, team, 'conversation');
      const [first = name] = name.split(' ');
      await addPersonAround(db, personId, {
        name: first,
        relation: 'family',
        phone: null,
        gives: null,
        ifItStopped: null,
        isCarer: true,
        carerPersonId,
      });
      carerIds.push(carerPersonId);
    }
    return { personId, carerIds };
  });
}
