import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { giftsOf, homeDistrictOf, identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, type Shown, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import {
  AskForm,
  EndedForm,
  GivingPath,
  GoingOnForm,
  LineForm,
  LinePath,
  MetForm,
  NothingMore,
  YesForm,
} from './giving.forms.ts';
import { GivingPage, type GivingValue } from './giving.pages.tsx';
import { askBoth, endGiving, givingsOf, sayYes, tellGoingOn, tellMeeting } from './givings.store.ts';
import { groupsThatCould, linesOf, meetingsFor, saveLine, withdrawLine } from './lines.store.ts';

/** What somebody gives and would like, and the neighbours they meet by it. */
export function givingRoutes(house: House): void {
  const again = ({ db, params }: { db: CouncilDb; params: { id: string } }) => givingShown(db, params.id);
  const form = { may: alongsiders, again, page: GivingPage };

  house.get('/people/:id/giving', {
    name: 'What somebody gives, and would like',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => givingShown(db, params.id),
    page: GivingPage,
  });
  house.post('/people/:id/giving', {
    ...form,
    name: 'What neighbours may hear of',
    params: PersonPath,
    body: LineForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const lineId = await saveLine(db, personId, body);
      return done(`/people/${personId}/giving`, [personId], 'Written down. We ask again in a year.', {
        lineId,
      });
    },
  });
  house.post('/people/:id/giving/:line/withdraw', {
    ...form,
    name: 'Neighbours hear of it no more',
    params: LinePath,
    body: NothingMore,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, params.id);
      await withdrawLine(db, personId, params.line);
      return done(`/people/${personId}/giving`, [personId], 'Neighbours hear of it no more.');
    },
  });
  house.post('/people/:id/givings', {
    ...form,
    name: 'Ask two neighbours',
    params: PersonPath,
    body: AskForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const made = await askBoth(db, personId, body);
      if (isRefusal(made)) return made;
      const said = 'Written down. Ask each of them; whoever is alongside the other sees it too.';
      return done(`/people/${personId}/giving`, [personId], said, { givingId: made });
    },
  });
  stepsTogether(house, form);
}

type GivingForm = {
  may: typeof alongsiders;
  again: (asked: { db: CouncilDb; params: { id: string } }) => Promise<Shown<GivingValue>>;
  page: typeof GivingPage;
};

function stepsTogether(house: House, form: GivingForm): void {
  const own = { ...form, params: GivingPath };
  const at = (id: string) => `/people/${id}/giving`;
  house.post('/people/:id/givings/:giving/yes', {
    ...own,
    name: 'Their own yes',
    body: YesForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const stage = await sayYes(db, personId, params.giving, body);
      if (isRefusal(stage)) return stage;
      const said =
        stage === 'asked' ? 'Written down. The other has not answered yet.' : 'Both have said yes.';
      return done(at(personId), [personId], said, { stage });
    },
  });
  house.post('/people/:id/givings/:giving/met', {
    ...own,
    name: 'They met',
    body: MetForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await tellMeeting(db, personId, params.giving, body);
      return refusal ?? done(at(personId), [personId], 'Written down.');
    },
  });
  house.post('/people/:id/givings/:giving/going-on', {
    ...own,
    name: 'It is going on',
    body: GoingOnForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await tellGoingOn(db, personId, params.giving, body.words);
      return refusal ?? done(at(personId), [personId], 'Written down.');
    },
  });
  house.post('/people/:id/givings/:giving/ended', {
    ...own,
    name: 'Not for one of them',
    body: EndedForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const refusal = await endGiving(db, personId, params.giving, body.why);
      return refusal ?? done(at(personId), [personId], 'Written down. It was right to ask.');
    },
  });
}

async function givingShown(db: CouncilDb, id: string): Promise<Shown<GivingValue>> {
  const { personId, reason } = await openPerson(db, id);
  const identity = await identityOf(db, personId);
  const givings = await givingsOf(db, personId);
  const meetings = await meetingsFor(db, personId);
  const value: GivingValue = {
    identity,
    today: dayOf(nowOf(db)),
    gifts: await giftsOf(db, personId),
    lines: await linesOf(db, personId),
    meetings: meetings.map(({ personId: _, ...meeting }) => meeting),
    groups: await groupsThatCould(db, personId),
    givings: givings.map(({ otherId: _, ...giving }) => giving),
    district: await homeDistrictOf(db, personId),
  };
  const others = [...meetings.map((one) => one.personId), ...givings.map((one) => one.otherId)];
  return shown(value, [personId, ...others], reason ?? undefined);
}
