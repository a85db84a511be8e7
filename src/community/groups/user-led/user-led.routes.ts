import { z } from 'zod';
import { actorOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { wordsOrNothing } from '../../../platform/http/reading.ts';
import { anybody, done, shown } from '../../../platform/http/routes.ts';
import { ListingPath } from '../../community.forms.ts';
import { directoryEditors } from '../../feeds/feeds.routes.ts';
import { CouncilPath, ListQuery } from '../claims/claims.forms.ts';
import { GroupPagePage } from '../links/links.pages.tsx';
import { groupPageShown } from '../links/links.routes.ts';
import { listingOfLink } from '../own-page/changes.store.ts';
import { CodePath } from '../own-page/own-page.forms.ts';
import { OwnPage } from '../own-page/own-page.pages.tsx';
import { ownPageShown } from '../own-page/own-page.routes.ts';
import { LedByUsersPage } from './user-led.pages.tsx';
import { readLedByUsers, readUserLed, sayUserLed } from './user-led.store.ts';
import { maySayFor } from './user-led.ts';

const UserLedForm = z.object({
  userLed: z.enum(['yes', 'no', 'unsaid'], { error: 'Choose yes, no, or that nobody has said' }),
  userLedWho: wordsOrNothing(200),
});

/** Organisations shown at once. */
const most = 50;

const isSaid = { yes: true, no: false, unsaid: null };

/** Run by the people it is for: said by the group or by an editor, shown to all, and listed. */
export function userLedRoutes(house: House): void {
  house.get('/at/:council/user-led', {
    name: 'Groups run by the people they are for',
    may: [anybody],
    params: CouncilPath,
    query: ListQuery,
    act: async ({ db, visit, query: { page } }) => {
      const organisations = await readLedByUsers(db, { offset: (page - 1) * most, most });
      const isMore = organisations.length > most;
      return shown({
        ...{ councilSlug: visit.councilSlug, page, isMore },
        organisations: organisations.slice(0, most),
      });
    },
    page: LedByUsersPage,
  });
  house.post('/g/:code/user-led', {
    name: 'A group says who runs it',
    may: [anybody],
    params: CodePath,
    body: UserLedForm,
    act: async ({ db, visit, params, body }) => {
      const listingId = await listingOfLink(db, visit.link);
      const refusal = maySayFor(await readUserLed(db, listingId));
      if (refusal) return refusal;
      const isUserLed = isSaid[body.userLed];
      await sayUserLed(db, listingId, { isUserLed, by: 'group', who: 'the group' });
      return done(`/g/${encodeURIComponent(params.code)}`, [], 'Saved. People see it with your listing.');
    },
    again: ownPageShown,
    page: OwnPage,
  });
  house.post('/community/:id/user-led', {
    name: 'Say whether a group is run by the people it is for',
    may: directoryEditors,
    params: ListingPath,
    body: UserLedForm,
    act: async ({ db, params, body }) => {
      const who = body.userLedWho ?? actorOf(db).name;
      await sayUserLed(db, params.id, { isUserLed: isSaid[body.userLed], by: 'editor', who });
      return done(`/community/${params.id}/group-page`, [], 'Saved, with who said so.');
    },
    again: groupPageShown,
    page: GroupPagePage,
  });
}
