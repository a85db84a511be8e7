import { alongsiders } from '../../../access/roles.ts';
import { openAlongside, openPerson } from '../../../people/opening.store.ts';
import { identityOf } from '../../../people/people.store.ts';
import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { done, shown } from '../../../platform/http/routes.ts';
import { yearOn } from '../sharing.ts';
import { ColleaguesPage } from './colleagues.pages.tsx';
import { doorLetterRoutes } from './door-letter.routes.tsx';
import { joinTeam, leaveTeam, openPage, teamsAlongside, withPageAlready } from './doors.store.ts';
import {
  ColleagueForm,
  ColleaguePath,
  NoFieldsForm,
  PageForm,
  StaffPath,
  StaffSharingPath,
  StopSharingForm,
  TalkForm,
} from './staff.forms.ts';
import { OneSharingPage, StaffSharingPage } from './staff.pages.tsx';
import { keepTalk, type StaffSharing, staffSharings, stopForSafety } from './staff.store.ts';

/** Staff's side of sharing: who it is shared with, the talk about pressure, a page for them, and stopping at once. */
export function staffSharingRoutes(house: House): void {
  house.get('/people/:id/sharing', {
    name: 'Who a person shares with',
    may: alongsiders,
    params: StaffPath,
    act: ({ db, params }) => sharingPage(db, params.id),
    page: StaffSharingPage,
  });
  oneSharingRoutes(house);
  colleagueRoutes(house);
  doorLetterRoutes(house);
}

function oneSharingRoutes(house: House): void {
  const back = {
    may: alongsiders,
    params: StaffSharingPath,
    again: ({ db, params }: { db: CouncilDb; params: { id: string; sharing: string } }) =>
      oneSharing(db, params.id, params.sharing),
    page: OneSharingPage,
  };
  const url = '/people/:id/sharing/:sharing';
  house.get(url, {
    name: 'One whom a person shares with',
    may: alongsiders,
    params: StaffSharingPath,
    act: ({ db, params }) => oneSharing(db, params.id, params.sharing),
    page: OneSharingPage,
  });
  house.post(`${url}/talks`, {
    ...back,
    name: 'Record a talk about pressure, with the person alone',
    body: TalkForm,
    act: async ({ db, params, body }) => {
      const { personId, sharing } = await opened(db, params.id, params.sharing);
      const today = dayOf(nowOf(db));
      if (body.talkedOn > today)
        return [{ field: 'talkedOn', message: 'That day is still to come. Write the day you talked' }];
      if (body.lookAgainOn && (body.lookAgainOn > yearOn(body.talkedOn) || body.lookAgainOn < today))
        return [{ field: 'lookAgainOn', message: 'Choose a day within a year of talking about it' }];
      await keepTalk(db, sharing, body);
      return done(
        `/people/${personId}/sharing/${sharing.sharingId}`,
        [personId],
        'Written down, for us alone.',
      );
    },
  });
  house.post(`${url}/page`, {
    ...back,
    name: 'Open a page for whoever it is shared with',
    body: PageForm,
    act: async ({ db, params, body }) => {
      await openAlongside(db, params.id);
      const { personId, sharing } = await opened(db, params.id, params.sharing);
      const wrong = await openPage(db, sharing, body);
      if (wrong) return wrong;
      const said = 'Open. They see what is shared, and nothing else.';
      return done(`/people/${personId}/sharing/${sharing.sharingId}`, [personId], said);
    },
  });
  house.post(`${url}/stop`, {
    ...back,
    name: 'Stop sharing at once, on a worry about safety',
    body: StopSharingForm,
    act: async ({ db, params, body }) => {
      const { personId, sharing } = await opened(db, params.id, params.sharing);
      await stopForSafety(db, sharing, body);
      return done(`/people/${personId}/sharing`, [personId], 'Stopped. They see nothing from now on.');
    },
  });
}

function colleagueRoutes(house: House): void {
  const url = '/people/:id/sharing/colleagues';
  house.get(url, {
    name: 'Colleagues in health and education, in a team of all ages',
    may: alongsiders,
    params: StaffPath,
    act: ({ db, params }) => colleaguesPage(db, params.id),
    page: ColleaguesPage,
  });
  house.post(url, {
    name: 'A colleague in health or education joins the team',
    may: alongsiders,
    params: StaffPath,
    body: ColleagueForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openAlongside(db, params.id);
      const joined = await joinTeam(db, personId, body);
      if (Array.isArray(joined)) return joined;
      return done(`/people/${personId}/sharing/colleagues`, [personId], 'They are in the team now.', joined);
    },
    again: ({ db, params }) => colleaguesPage(db, params.id),
    page: ColleaguesPage,
  });
  house.post(`${url}/:team/:account/leave`, {
    name: 'A colleague in health or education leaves the team',
    may: alongsiders,
    params: ColleaguePath,
    body: NoFieldsForm,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, params.id);
      const { colleagues } = await teamsAlongside(db, personId);
      const one = colleagues.find(
        ({ teamId, accountId }) => teamId === params.team && accountId === params.account,
      );
      if (!one) throw new Unknown();
      await leaveTeam(db, one);
      return done(
        `/people/${personId}/sharing/colleagues`,
        [personId],
        'They see nothing of the team from now on.',
      );
    },
    again: ({ db, params }) => colleaguesPage(db, params.id),
    page: ColleaguesPage,
  });
}

async function opened(
  db: CouncilDb,
  id: string,
  sharingId: string,
): Promise<{ personId: string; reason: string | null; sharing: StaffSharing }> {
  const { personId, reason } = await openPerson(db, id);
  const sharing = (await staffSharings(db, personId)).find((one) => one.sharingId === sharingId);
  if (!sharing) throw new Unknown();
  return { personId, reason, sharing };
}

async function sharingPage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    sharings: await staffSharings(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}

async function oneSharing(db: CouncilDb, id: string, sharingId: string) {
  const { personId, reason, sharing } = await opened(db, id, sharingId);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    sharing,
    known: await withPageAlready(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}

async function colleaguesPage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    ...(await teamsAlongside(db, personId)),
  };
  return shown(value, [personId], reason ?? undefined);
}
