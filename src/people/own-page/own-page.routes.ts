import { chooseNumber, wantedNumberProblem } from '../../access/own-page/choosing-number.store.ts';
import { closeOwnPage, ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { noteWayChanged, waysChangedOf } from '../../access/own-page/way-changed.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { holdPerson } from '../details/details.store.ts';
import { tellPerson } from '../messages/messages.store.ts';
import { openAlongside, openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { ownLetterRoutes } from './own-letter.routes.tsx';
import { CloseForm, NumberForm, OpenForm } from './own-page.forms.ts';
import { OwnPagePage } from './own-page.pages.tsx';
import { closedMeanwhile, openFor } from './own-page.store.ts';

const back = {
  may: alongsiders,
  params: PersonPath,
  again: ({ db, params }: { db: CouncilDb; params: { id: string } }) => readPage(db, params.id),
  page: OwnPagePage,
};

/** Staff's page about somebody's own page: opened in a conversation, a letter made, closed at once. */
export function ownPageRoutes(house: House): void {
  house.get('/people/:id/own-page', {
    name: 'Whether a person has their own page',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => readPage(db, params.id),
    page: OwnPagePage,
  });
  house.post('/people/:id/own-page', {
    ...back,
    name: 'Open a person’s own page',
    body: OpenForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openAlongside(db, params.id);
      await holdPerson(db, personId);
      const problems = await openFor(db, await identityOf(db, personId), body);
      return problems.length
        ? problems
        : done(`/people/${personId}/own-page`, [personId], 'Open. Now make the letter.');
    },
  });
  changingRoutes(house);
  ownLetterRoutes(house);
}

/** Another number, and closing it at once. */
function changingRoutes(house: House): void {
  house.post('/people/:id/own-page/number', {
    ...back,
    name: 'A person chooses their number anew',
    body: NumberForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openAlongside(db, params.id);
      const open = await ownPageOf(db, personId);
      if (!open) return closedMeanwhile;
      const { ownPageId, messageTo } = open;
      const { bornOn } = await identityOf(db, personId);
      const wanted = { number: body.number, bornOn, messageTo, ownPageId };
      const message = await wantedNumberProblem(db, wanted);
      if (message) return [{ field: 'number', message }];
      await chooseNumber(db, ownPageId, body.number);
      const change = await noteWayChanged(db, { personId, what: 'number', told: 'together' });
      await tellPerson(db, { personId, reference: `way ${change}`, about: 'way-in-changed' });
      return done(
        `/people/${personId}/own-page`,
        [personId],
        'The new number works from now on. Every browser was signed out, and we tell them that it was changed.',
      );
    },
  });
  house.post('/people/:id/own-page/shut', {
    ...back,
    name: 'Shut a person’s own page at once',
    body: CloseForm,
    act: async ({ db, params }) => {
      const { personId } = await openPerson(db, params.id);
      const open = await ownPageOf(db, personId);
      if (!open) return closedMeanwhile;
      await closeOwnPage(db, open.ownPageId);
      await tellTimeline(db, {
        ...{ personId, at: nowOf(db), kind: 'own-page', title: 'Their own page was shut' },
        link: `/people/${personId}/own-page`,
      });
      return done(
        `/people/${personId}/own-page`,
        [personId],
        'Shut. Every browser was signed out, and no letter or code works any more.',
      );
    },
  });
}

async function readPage(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    page: await ownPageOf(db, personId),
    changed: await waysChangedOf(db, personId),
  };
  return shown(value, [personId], reason ?? undefined);
}
