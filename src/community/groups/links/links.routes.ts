import { alongsiders, directoryReaders } from '../../../access/roles.ts';
import { actorOf, type CouncilDb } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { anybody, done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { ListingPath, NothingMore } from '../../community.forms.ts';
import { directoryEditors } from '../../feeds/feeds.routes.ts';
import { readListing } from '../../listings.store.ts';
import { readClaim } from '../claims/claims.store.ts';
import { listingOfLink } from '../own-page/changes.store.ts';
import { CodePath, EndForm, ThanksForm } from '../own-page/own-page.forms.ts';
import { addThanks, readGroupMatters } from '../own-page/own-page.store.ts';
import { readUserLed } from '../user-led/user-led.store.ts';
import { AddressCardPage, type CardValue, GroupPagePage, type GroupPageValue } from './links.pages.tsx';
import { endPage, givePage, linksTo } from './links.store.ts';

/** Giving a group its page, ending an address that went astray, and thanking it. */
export function linkRoutes(house: House): void {
  const form = { params: ListingPath, again: groupPageShown, page: GroupPagePage };
  house.get('/community/:id/group-page', {
    name: 'A group’s own page, for colleagues',
    may: directoryReaders,
    params: ListingPath,
    act: groupPageShown,
    page: GroupPagePage,
  });
  house.post('/community/:id/group-page', {
    ...form,
    name: 'Give a group its page',
    may: directoryReaders,
    body: NothingMore,
    // The address is told this once: no receipt may hold it.
    isRepeatable: true,
    act: async ({ db, params }) => done(`/g/${await givePage(db, params.id)}/card`, []),
  });
  house.post('/community/:id/group-page/end', {
    ...form,
    name: 'End a group’s addresses',
    may: directoryReaders,
    body: EndForm,
    act: async ({ db, params }) => {
      await endPage(db, params.id);
      return done(`/community/${params.id}/group-page`, [], 'Every address given so far has stopped.');
    },
  });
  house.post('/community/:id/thanks', {
    ...form,
    name: 'Thank a group',
    may: alongsiders,
    body: ThanksForm,
    act: async ({ db, params, body }) => {
      await readListing(db, params.id);
      await addThanks(db, params.id, { words: body.thanks, writtenBy: actorOf(db).accountId });
      return done(`/community/${params.id}/group-page`, [], 'They read it on their page.');
    },
  });
  house.get('/g/:code/card', {
    name: 'A short address as a card',
    may: [anybody],
    params: CodePath,
    act: async ({ db, visit, params }) => {
      const code = encodeURIComponent(params.code);
      return shown({ ...(await namedBy(db, visit)), code });
    },
    page: AddressCardPage,
  });
}

async function namedBy(db: CouncilDb, { link }: Visit): Promise<Pick<CardValue, 'kind' | 'name'>> {
  if (link?.kind === 'suggestion') return { kind: link.kind, name: 'Your suggestion' };
  if (link?.kind === 'claim')
    return { kind: link.kind, name: (await readClaim(db, link.subjectId)).listingName };
  if (link?.kind !== 'listing') throw new Unknown();
  return { kind: link.kind, name: (await readListing(db, await listingOfLink(db, link))).name };
}

/** What colleagues see of a group's own page. */
export async function groupPageShown({
  db,
  params,
}: {
  db: CouncilDb;
  params: { id: string };
}): Promise<Shown<GroupPageValue>> {
  const { name } = await readListing(db, params.id);
  const { role } = actorOf(db);
  return shown({
    ...(await readGroupMatters(db, params.id)),
    ...{ listingId: params.id, name, links: await linksTo(db, params.id) },
    userLed: await readUserLed(db, params.id),
    isEditor: (directoryEditors as readonly string[]).includes(role),
    mayThank: (alongsiders as readonly string[]).includes(role),
  });
}
