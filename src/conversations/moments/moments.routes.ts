import { alongsiders } from '../../access/roles.ts';
import { openPerson } from '../../people/opening.store.ts';
import { PersonPath } from '../../people/people.forms.ts';
import { identityOf } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { type FactName, isFactName } from '../facts.ts';
import { EntitledPage } from './entitled.pages.tsx';
import { EntitledForm, KindQuery, SaidForm } from './moments.forms.ts';
import { RightsPage } from './rights.pages.tsx';
import { readRights } from './rights.store.ts';
import { SaidPage } from './said.pages.tsx';
import { sayFact } from './saying.store.ts';

/** What may come up in any conversation and between them: rights, safety, and anything said. */
export function momentsRoutes(house: House): void {
  house.get('/people/:id/rights', {
    name: 'Rights and safety',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => rightsOf(db, params.id),
    page: RightsPage,
  });

  house.get('/people/:id/entitled', {
    name: 'They ask what they are entitled to',
    may: alongsiders,
    params: PersonPath,
    act: ({ db, params }) => rightsOf(db, params.id),
    page: EntitledPage,
  });

  house.post('/people/:id/entitled', {
    name: 'Start counting from the day they asked',
    may: alongsiders,
    params: PersonPath,
    body: EntitledForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const askedOn = body.on ?? dayOf(nowOf(db));
      const said = await sayFact(db, personId, {
        kind: 'asked-if-entitled',
        ...body,
        voice: 'said',
        details: { askedOn },
      });
      if (isRefusal(said)) return said;
      return done(
        `/people/${personId}/entitled`,
        [personId],
        'Written down. We count from the day they asked.',
        { ...said },
      );
    },
    again: ({ db, params }) => rightsOf(db, params.id),
    page: EntitledPage,
  });

  saidRoutes(house);
}

/** Where a kind of thing is carried on, when that is not the page of rights. */
const carriedOn: Partial<Record<FactName, string>> = {
  capacity: 'deciding',
  'safeguarding-answer': 'safeguarding',
  'substantial-difficulty': 'advocate',
  'urgent-need': 'urgent-help',
};

function saidRoutes(house: House): void {
  house.get('/people/:id/said', {
    name: 'Something that was said',
    may: alongsiders,
    params: PersonPath,
    query: KindQuery,
    act: ({ db, params, query }) => saidPage(db, params.id, query.kind),
    page: SaidPage,
  });

  house.post('/people/:id/said', {
    name: 'Write down something that was said, and mark it',
    may: alongsiders,
    params: PersonPath,
    body: SaidForm,
    act: async ({ db, params, body }) => {
      const { personId } = await openPerson(db, params.id);
      const said = await sayFact(db, personId, body);
      if (isRefusal(said)) return said;
      const at = `/people/${personId}/${carriedOn[body.kind] ?? 'rights'}`;
      return done(at, [personId], 'Written, and marked.', { ...said });
    },
    again: ({ db, params, typed }) => saidPage(db, params.id, String(typed.kind ?? '')),
    page: SaidPage,
  });
}

async function rightsOf(db: CouncilDb, id: string) {
  const { personId, reason } = await openPerson(db, id);
  return shown(await readRights(db, personId), [personId], reason ?? undefined);
}

async function saidPage(db: CouncilDb, id: string, kind: string | undefined) {
  const { personId, reason } = await openPerson(db, id);
  const value = {
    identity: await identityOf(db, personId),
    today: dayOf(nowOf(db)),
    kind: kind && isFactName(kind) ? kind : null,
  };
  return shown(value, [personId], reason ?? undefined);
}
