import { evidenceReaders } from '../../access/roles.ts';
import { actorOf, type CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Conflict, Unknown } from '../../platform/http/problems.ts';
import { done, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { sitesOf } from '../site/site.store.ts';
import { mayAgree } from './may-publish.ts';
import { AgreeForm, EndForm, PrepareForm, PublicationPath, StoryForm } from './publishing.forms.ts';
import { PublishingPage, type PublishingValue } from './publishing.pages.tsx';
import {
  addStory,
  agreeTo,
  endPublication,
  findPublication,
  type Publication,
  preparePublication,
  publications,
} from './publishing.store.ts';
import { publicEvidenceRoutes } from './telling/public.routes.ts';
import { isCounterMeasureTold } from './telling/told-site.ts';

const preparers = ['site-lead'] as const;
const agreers = ['site-lead', 'analyst', 'administrator'] as const;
const page = '/evidence/publish';

/** A site lead prepares, a second person says yes, and whoever may say yes takes it down at once (E10). */
export function publishingRoutes(house: House): void {
  preparingRoutes(house);
  decidingRoutes(house);
  publicEvidenceRoutes(house);
}

const again = async ({ db, visit }: { db: CouncilDb; visit: Visit }) => shown(await readAll(db, visit));
const back = { again, page: PublishingPage };

function preparingRoutes(house: House): void {
  house.get(page, {
    name: 'Telling everybody',
    may: evidenceReaders,
    act: again,
    page: PublishingPage,
  });

  house.post(page, {
    name: 'Prepare what to tell everybody of a site',
    may: preparers,
    body: PrepareForm,
    act: async ({ db, body }) => {
      const site = (await sitesOf(db)).find(({ id }) => id === body.site);
      if (!site) throw new Unknown();
      const prepared = await preparePublication(db, site, body.apart);
      if (isRefusal(prepared)) return prepared;
      return done(page, [], 'Prepared. Somebody else reads it and says yes.', { publicationId: prepared });
    },
    ...back,
  });

  house.post('/evidence/publications/:id/stories', {
    name: 'Put a story beside a figure before it is told',
    may: agreers,
    params: PublicationPath,
    body: StoryForm,
    act: async ({ db, params, body }) => {
      const { theirYes: _, ...story } = body;
      if (!(await addStory(db, params.id, story))) throw new Unknown();
      return done(page, [], 'It stands beside the figure.');
    },
    ...back,
  });
}

function decidingRoutes(house: House): void {
  house.post('/evidence/publications/:id/agreement', {
    name: 'A second person’s yes to telling everybody',
    may: agreers,
    params: PublicationPath,
    body: AgreeForm,
    act: async ({ db, visit, params, body }) => {
      const publication = await prepared(db, params.id);
      const refusal = mayAgree({
        preparedBy: publication.preparedBy.accountId,
        agreeing: actorOf(db).accountId,
        isCounterMeasureTold: isCounterMeasureTold(publication.bundle),
        stories: publication.stories.length,
      });
      if (refusal) return refusal;
      if (!(await agreeTo(db, params.id, body.version)))
        throw new Conflict(
          'Something was put beside it while you read. Read it again and say yes to that.',
          { who: 'As it stands now', words: publication.stories.map(({ words }) => words).join('\n') },
          'What you read before',
        );
      return done(page, [], `It is told to everybody at /at/${visit.councilSlug}/evidence.`);
    },
    ...back,
  });

  house.post('/evidence/publications/:id/end', {
    name: 'Take down what everybody was told, or set it aside',
    may: agreers,
    params: PublicationPath,
    body: EndForm,
    act: async ({ db, params, body }) => {
      if (!(await endPublication(db, params.id, body.why))) throw new Unknown();
      return done(page, [], 'It is gone from everybody’s sight.');
    },
    ...back,
  });
}

async function prepared(db: CouncilDb, id: string): Promise<Publication> {
  const publication = await findPublication(db, id);
  if (!publication || publication.agreedBy) throw new Unknown();
  return publication;
}

async function readAll(db: CouncilDb, visit: Visit): Promise<PublishingValue> {
  const { role, accountId } = visit.actor;
  const sites = await sitesOf(db);
  return {
    slug: visit.councilSlug,
    accountId,
    mayPrepare: preparers.some((one) => one === role),
    mayAgree: agreers.some((one) => one === role),
    sites: sites.map(({ id, name }) => ({ id, name })),
    inPreparation: await publications(db, 'in preparation'),
    openToAll: await publications(db, 'open to all'),
  };
}
