import { openConversationOf } from '../../conversations/conversations.store.ts';
import type { How } from '../../people/contacts/contact.ts';
import { holdPerson } from '../../people/details/details.store.ts';
import { comeAlongside } from '../../people/opening.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, type CouncilReader, councilOf, nowOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import { teamFor } from '../frame/team.store.ts';

const hows: Record<WayToTell, How> = { together: 'in-person', phone: 'phone', paper: 'letter' };

/**
 * F1, F2: somebody who writes while nothing is open with them gets in touch, and the clock starts. It is nobody's until
 * a colleague takes it on; a worker who was told it holds it. Once, until somebody has spoken with them: the person is
 * held, so that two messages at a time are one contact. What they wrote is told in their story as the message.
 */
export async function getInTouch(
  db: CouncilDb,
  own: Own,
  words: string,
  told: WayToTell | null,
): Promise<void> {
  const { personId, name } = own;
  await holdPerson(db, personId);
  if ((await openConversationOf(db, personId)) || (await isWaiting(db, personId))) return;
  const { accountId, teamIds } = actorOf(db);
  const teamId = (told && teamIds[0]) || (await teamFor(db, personId));
  const answeredBy = told ? accountId : null;
  await db
    .insertInto('contact')
    .values({
      ...{ council_id: councilOf(db), id: newId(), person_id: personId, words, team_id: teamId },
      ...{ made_at: nowOf(db), ended_on: dayOf(nowOf(db)), how: told ? hows[told] : 'online' },
      ...{ made_by: name, made_by_relation: 'themselves', permission: 'own-words' },
      ...{ answered_by: answeredBy, held_by: answeredBy },
    })
    .execute();
  if (teamId) await comeAlongside(db, personId, { teamId }, 'contact');
}

/** Whether they got in touch before and nobody has spoken with them since. */
async function isWaiting(db: CouncilReader, personId: string): Promise<boolean> {
  const waiting = await db
    .selectFrom('contact')
    .select('id')
    .where('council_id', '=', councilOf(db))
    .where('person_id', '=', personId)
    .where('spoken_on', 'is', null)
    .limit(1)
    .execute();
  return waiting.length > 0;
}
