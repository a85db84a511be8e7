import type { z } from 'zod';
import { colleaguesOf } from '../../access/accounts.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { GatePath, OpenForm, PeerTestForm } from './gate.forms.ts';
import { GatePage } from './gate.pages.tsx';
import { readGate, savePeerTest } from './gate.store.ts';
import { whatIsMissing } from './gate.ts';
import { momentIn } from './moment.ts';
import { askedOf, openConversation3 } from './opening.store.ts';
import { toldRoutes } from './told-beforehand.routes.ts';

export function gateRoutes(house: House): void {
  house.get('/people/:id/conversation-3', {
    name: 'Where we are before building a good life',
    may: alongsiders,
    params: GatePath,
    act: ({ db, params }) => gatePage(db, params.id),
    page: GatePage,
  });

  house.post('/people/:id/peer-tests', {
    name: 'Write down a peer test',
    may: alongsiders,
    params: GatePath,
    body: PeerTestForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await keepTest(db, personId, body);
      return refusal ?? done(`/people/${personId}/conversation-3`, [personId], 'Written down.');
    },
    again: ({ db, params }) => gatePage(db, params.id),
    page: GatePage,
  });

  house.post('/people/:id/conversation-3', {
    name: 'Begin building a good life',
    may: alongsiders,
    params: GatePath,
    body: OpenForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const exception =
        body.way === 'at-once' && body.exception ? { kind: body.exception, reason: body.reason ?? '' } : null;
      const opened = await openConversation3(db, personId, exception);
      if (typeof opened !== 'string') return opened;
      return done(
        `/conversations/${opened}/told-beforehand`,
        [personId],
        'Conversation 3 is open. First, tell them what it is.',
        { conversationId: opened },
      );
    },
    again: ({ db, params }) => gatePage(db, params.id),
    page: GatePage,
  });

  toldRoutes(house);
}

async function gatePage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const gate = await readGate(db, personId);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    gate,
    missing: whatIsMissing(askedOf(db, gate)),
    colleagues: await colleaguesOf(db),
    me: actorOf(db).accountId,
  };
  return shown(value, [personId], reason ?? undefined);
}

/** A peer test is told by whoever writes it down. Only colleagues who are alongside people count as peers. */
async function keepTest(
  db: CouncilDb,
  personId: string,
  body: z.output<typeof PeerTestForm>,
): Promise<Refusal | null> {
  const me = actorOf(db).accountId;
  const known = new Set((await colleaguesOf(db)).map(({ id }) => id));
  const peers = body.attendees.filter((id) => id !== me && known.has(id));
  if (!peers.length)
    return refuse(
      'C3-1',
      'nobody was at the peer test but the one who told it',
      'name at least one colleague who was there',
    );
  const sharedAt = sharedAtOf(body, nowOf(db));
  if (sharedAt > nowOf(db))
    return refuse('C3-1', 'the peer test is dated after now', 'write when it happened');
  await savePeerTest(db, {
    personId,
    sharedAt,
    presenterId: me,
    attendeeIds: [me, ...peers],
    personWasInvited: body.personWasInvited,
    whatWeHeard: body.whatWeHeard ?? '',
    minutes: body.howLong,
    why1UsedUp: body.why1UsedUp,
    why2UsedUp: body.why2UsedUp,
  });
  return null;
}

/** No day is now. A day with no time counts from its beginning, so it is never later than it was. */
function sharedAtOf({ sharedOn, sharedTime }: z.output<typeof PeerTestForm>, now: Date): Date {
  const today = dayOf(now);
  if ((sharedOn ?? today) === today && !sharedTime) return now;
  return momentIn(sharedOn ?? today, sharedTime ?? '00:00');
}
