import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Own } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { answersWaiting, settleAnswer } from './answers.store.ts';
import { linesShared, takeBack } from './lines.store.ts';
import { isSharedWith, looksAtShared } from './looks.store.ts';
import { shareRoutes } from './share.routes.ts';
import { AnswerForm, AnswerPath, SharedLinePath, SharingPath, StopForm } from './sharing.forms.ts';
import { SharingPage, type SharingValue, WithPage, type WithValue } from './sharing.pages.tsx';
import { endSharing, sharingEver, sharingOf, sharingsOf } from './sharing.store.ts';
import { staffSharingRoutes } from './with-staff/staff.routes.ts';

/** What a person shares and with whom, line by line (W2): to look at, and to stop. */
export function sharingRoutes(house: House): void {
  shareRoutes(house);
  staffSharingRoutes(house);
  ownGet(house, '/sharing', {
    name: 'What they share, and with whom',
    act: ({ db, own }) => sharingPage(db, own),
    page: SharingPage,
  });
  ownPost(house, '/sharing/lines/:line/end', {
    name: 'Stop sharing one line',
    params: SharedLinePath,
    body: StopForm,
    act: async ({ db, own, params }) => {
      await takeBack(db, own.personId, params.line);
      return { to: '/sharing', said: own.words.sharing.stopped };
    },
    again: ({ db, own }) => sharingPage(db, own),
    page: SharingPage,
  });
  ownPost(house, '/sharing/answers/:answer', {
    name: 'Choose whether what was said back joins their story',
    params: AnswerPath,
    body: AnswerForm,
    act: async ({ db, own, params, body }) => {
      await settleAnswer(db, own.personId, params.answer, body.settled);
      const { joined, notJoined } = own.words.sharing;
      return { to: '/sharing', said: body.settled === 'joined' ? joined : notJoined };
    },
    again: ({ db, own }) => sharingPage(db, own),
    page: SharingPage,
  });
  withRoutes(house);
}

function withRoutes(house: House): void {
  ownGet(house, '/sharing/with/:sharing', {
    name: 'All they share with one other',
    params: SharingPath,
    act: ({ db, own, params }) => withPage(db, own, params.sharing),
    page: WithPage,
  });
  ownPost(house, '/sharing/with/:sharing/end', {
    name: 'Stop sharing with somebody',
    params: SharingPath,
    body: StopForm,
    act: async ({ db, own, params }) => {
      const sharing = await sharingEver(db, own.personId, params.sharing);
      if (sharing.isLive) await endSharing(db, sharing);
      return { to: '/sharing', said: own.words.sharing.stopped };
    },
    again: ({ db, own, params }) => withPage(db, own, params.sharing),
    page: WithPage,
  });
}

async function sharingPage(db: CouncilDb, { personId }: Own): Promise<SharingValue> {
  return {
    sharings: await sharingsOf(db, personId),
    lines: await linesShared(db, personId),
    answers: await answersWaiting(db, personId),
    looks: await looksAtShared(db, personId),
    isSharedWith: await isSharedWith(db),
    today: dayOf(nowOf(db)),
  };
}

async function withPage(db: CouncilDb, { personId }: Own, sharingId: string): Promise<WithValue> {
  return {
    sharing: await sharingOf(db, personId, sharingId),
    lines: await linesShared(db, personId, sharingId),
    today: dayOf(nowOf(db)),
  };
}
