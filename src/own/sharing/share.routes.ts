import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { type Problem, Unknown } from '../../platform/http/problems.ts';
import { isRefusal, type Refusal, refuse } from '../../platform/refusal.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import type { LineKind } from '../line/line.ts';
import { lineAsShared } from '../line/lines.store.ts';
import { shareLine } from './lines.store.ts';
import { SharePage, type ShareValue } from './share.pages.tsx';
import { LinePath, type ShareAsked, ShareForm } from './sharing.forms.ts';
import {
  aroundToShareWith,
  type Sharing,
  sharingOf,
  sharingsOf,
  startSharing,
  teamsToShareWith,
} from './sharing.store.ts';
import { isSameName, lastDay, mayLastUntil } from './sharing.ts';

/** One line of their story, shown just as it would be seen; with whom, until when, and one button. */
export function shareRoutes(house: House): void {
  ownGet(house, '/share/:kind/:thing', {
    name: 'Share one line of their story',
    params: LinePath,
    act: ({ db, own, params }) => sharePage(db, own, params.kind, params.thing),
    page: SharePage,
  });
  ownPost(house, '/share/:kind/:thing', {
    name: 'Share one line of their story',
    params: LinePath,
    body: ShareForm,
    act: async ({ db, own, params, body, told }) => {
      const { isPrivate } = await lineAsShared(db, own.personId, params.kind, params.thing);
      if (isPrivate) return privateLine(own);
      const shared = await sharedUntil(db, own, body, told);
      if (Array.isArray(shared) || isRefusal(shared)) return shared;
      const { sharing, untilOn } = shared;
      const lineId = await shareLine(db, sharing, {
        kind: params.kind,
        thingId: params.thing,
        untilOn,
        told,
      });
      return {
        to: '/sharing',
        said: own.words.sharing.shared,
        made: { lineId, sharingId: sharing.sharingId },
      };
    },
    again: ({ db, own, params }) => sharePage(db, own, params.kind, params.thing),
    page: SharePage,
  });
}

/** W4, in the words of whose page it is. */
function privateLine({ words: { sharing, frame } }: Own): Refusal {
  return { ...refuse('W4', sharing.private, sharing.keepPrivate), lang: frame.lang };
}

async function sharePage(db: CouncilDb, own: Own, kind: LineKind, thingId: string): Promise<ShareValue> {
  const found = await lineAsShared(db, own.personId, kind, thingId);
  const sharings = await sharingsOf(db, own.personId);
  const shared = sharings.map(({ teamId }) => teamId);
  const teams = (await teamsToShareWith(db, own.personId)).filter(({ teamId }) => !shared.includes(teamId));
  const around = await aroundToShareWith(db, own.personId);
  return { ...found, kind, thingId, sharings, around, teams };
}

/** With whom and until when, once both are right (W2); somebody new is begun with. */
async function sharedUntil(
  db: CouncilDb,
  own: Own,
  asked: ShareAsked,
  told: WayToTell | null,
): Promise<{ sharing: Sharing; untilOn: string } | Refusal | Problem[]> {
  const today = dayOf(nowOf(db));
  const untilOn = lastDay(asked.length, asked.until, today);
  const { words } = own;
  if (!untilOn) return [{ field: 'until', message: words.sharing.dayMissing }];
  const tooLong = mayLastUntil(untilOn, today);
  if (tooLong) return tooLong;
  const missing = asked.who === 'new' ? await whatIsMissing(db, asked, own) : [];
  if (missing.length) return missing;
  const sharing = await sharingAsked(db, own, asked, told);
  if (untilOn > sharing.endsOn)
    return [
      { field: 'until', message: words.sharing.endsBefore(sharing.name, words.dates.day(sharing.endsOn)) },
    ];
  return { sharing, untilOn };
}

async function whatIsMissing(
  db: CouncilDb,
  { name, kind }: ShareAsked,
  { personId, words }: Own,
): Promise<Problem[]> {
  const problems = [];
  if (!name) problems.push({ field: 'name', message: words.sharing.nameMissing });
  // Twice in the list, they would still see one half when the other is stopped.
  else if ((await sharingsOf(db, personId)).some((one) => isSameName(one.name, name)))
    problems.push({ field: 'name', message: words.sharing.nameAlready(name) });
  if (!kind) problems.push({ field: 'kind', message: words.sharing.kindMissing });
  return problems;
}

async function sharingAsked(
  db: CouncilDb,
  { personId }: Own,
  { who, name, kind, relation, organisation }: ShareAsked,
  told: WayToTell | null,
): Promise<Sharing> {
  if (who === 'new') {
    const somebody = { name: name ?? '', kind: kind ?? 'family-or-friend', relation, organisation };
    return sharingOf(db, personId, await startSharing(db, { personId, ...somebody, teamId: null, told }));
  }
  if (who.startsWith('around:')) {
    const known = (await aroundToShareWith(db, personId)).find(
      ({ aroundId }) => `around:${aroundId}` === who,
    );
    if (!known) throw new Unknown();
    const near = { name: known.name, relation: known.relation, kind: 'family-or-friend' } as const;
    return sharingOf(
      db,
      personId,
      await startSharing(db, { personId, ...near, organisation: null, teamId: null, told }),
    );
  }
  if (!who.startsWith('team:')) return sharingOf(db, personId, who);
  const team = (await teamsToShareWith(db, personId)).find(({ teamId }) => `team:${teamId}` === who);
  if (!team) throw new Unknown();
  const already = (await sharingsOf(db, personId)).find(({ teamId }) => teamId === team.teamId);
  if (already) return already;
  const whole = { name: team.name, kind: 'team', relation: null, organisation: null } as const;
  return sharingOf(db, personId, await startSharing(db, { personId, ...whole, teamId: team.teamId, told }));
}
