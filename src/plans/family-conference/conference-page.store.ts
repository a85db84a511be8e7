import { openPerson } from '../../people/opening.store.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, type CouncilReader, nowOf } from '../../platform/db/council.ts';
import { type Shown, shown } from '../../platform/http/routes.ts';
import { type Conference, conferenceHeld } from './conference.ts';
import { conferencesOf, findConference, holdConference, namesAlongside } from './conferences.store.ts';

/** What a person was offered. */
export interface ConferencesValue {
  identity: Identity;
  today: Day;
  conferences: Conference[];
}

export async function readConferences(db: CouncilReader, id: string): Promise<Shown<ConferencesValue>> {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    conferences: await conferencesOf(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}

/** One conference, with what it lacked once it has been held. */
export interface ConferenceValue {
  identity: Identity;
  today: Day;
  conference: Conference;
  wanting: string[];
}

export async function readConference(db: CouncilReader, id: string): Promise<Shown<ConferenceValue>> {
  const found = await findConference(db, id);
  const { personId, reason } = await openPerson(db, found.personId);
  const conference = { ...found, personId };
  const today = dayOf(nowOf(db));
  const value = {
    identity: await identityOf(db, personId),
    today,
    conference,
    wanting: whatItLacked(conference, await namesAlongside(db, personId), today),
  };
  return shown(value, [personId], reason ?? undefined);
}

function whatItLacked(conference: Conference, ownTeam: string[], today: Day): string[] {
  if (!conference.heldOn) return [];
  const held = {
    heldOn: conference.heldOn,
    personWasThere: conference.personWasThere ?? false,
    whoCame: conference.whoCame,
    hadPrivateTime: conference.hadPrivateTime ?? false,
    familyPlan: conference.familyPlan,
    lookAgainOn: conference.lookAgainOn,
  };
  return conferenceHeld(conference, held, ownTeam, today).wanting;
}

/** Opens the person (W5), then holds the conference for a change. */
export async function openConference(db: CouncilDb, id: string): Promise<Conference> {
  const { personId } = await openPerson(db, (await findConference(db, id)).personId);
  return { ...(await holdConference(db, id)), personId };
}
