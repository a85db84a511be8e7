import type { CouncilReader } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { anybody, shown } from '../../../platform/http/routes.ts';
import { PublicEvidencePath, PublicSiteQuery } from '../publishing.forms.ts';
import { publications } from '../publishing.store.ts';
import { bundleText } from './bundle.ts';
import { MethodsPage } from './methods.pages.tsx';
import { type PublicEvidence, PublicEvidencePage } from './public.pages.tsx';
import { toldCsv } from './told-csv.ts';

/** What a council tells everybody of its sites. Reads what was told, and nothing it was counted from. */
export function publicEvidenceRoutes(house: House): void {
  const open = { may: [anybody], params: PublicEvidencePath, query: PublicSiteQuery };

  house.get('/at/:council/evidence', {
    ...open,
    name: 'What everybody is told of a site',
    act: async ({ db, visit, query }) => shown(await readTold(db, visit.councilSlug, query.site)),
    json: ({ publication, sites }) => ({ bundle: publication?.bundle ?? null, sites }),
    page: PublicEvidencePage,
  });

  house.get('/at/:council/evidence/figures.csv', {
    ...open,
    name: 'What everybody is told, for a spreadsheet',
    act: async ({ db, visit, query }) =>
      shown({ ...(await mustBeTold(db, visit.councilSlug, query.site)), part: query.of }),
    file: ({ publication, part }) => ({
      name: `evidence-${part ? `${part}-` : ''}${publication.bundle.asAt}.csv`,
      type: 'text/csv; charset=utf-8',
      text: toldCsv(publication.bundle, part),
    }),
    page: PublicEvidencePage,
  });

  house.get('/at/:council/evidence/bundle.json', {
    ...open,
    name: 'What everybody is told, with definitions, to check and to set beside one’s own',
    act: async ({ db, visit, query }) => shown(await mustBeTold(db, visit.councilSlug, query.site)),
    json: ({ publication }) => publication.bundle,
    file: ({ publication }) => ({
      name: `evidence-${publication.bundle.asAt}.json`,
      type: 'application/json; charset=utf-8',
      text: bundleText(publication.bundle),
    }),
    page: PublicEvidencePage,
  });

  house.get('/at/:council/evidence/methods', {
    name: 'How everything told is counted',
    may: [anybody],
    params: PublicEvidencePath,
    act: async ({ visit }) => shown({ slug: visit.councilSlug }),
    page: MethodsPage,
  });
}

/** The site asked for, or the latest told; one that is not told is unknown. */
async function readTold(
  db: CouncilReader,
  slug: string,
  siteId: string | undefined,
): Promise<PublicEvidence> {
  const all = await publications(db, 'open to all');
  const publication = siteId ? all.find((one) => one.siteId === siteId) : all[0];
  if (siteId && !publication) throw new Unknown();
  const sites = all.map((one) => ({ id: one.siteId, name: one.bundle.site.name }));
  return { slug, publication: publication ?? null, sites };
}

async function mustBeTold(db: CouncilReader, slug: string, siteId: string | undefined) {
  const { publication, ...rest } = await readTold(db, slug, siteId);
  if (!publication) throw new Unknown();
  return { ...rest, publication };
}
