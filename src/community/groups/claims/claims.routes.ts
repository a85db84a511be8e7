import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { anybody, done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { NothingMore } from '../../community.forms.ts';
import { directoryEditors } from '../../feeds/feeds.routes.ts';
import { readListing } from '../../listings.store.ts';
import { enoughToday, mostADayOf } from '../enough-today.ts';
import { CodePath } from '../own-page/own-page.forms.ts';
import { takenToday } from '../taken-today.store.ts';
import { mayAnswer } from './claim.ts';
import {
  ClaimAbout,
  ClaimAnswerForm,
  ClaimForm,
  ClaimPath,
  CouncilPath,
  ListQuery,
  OpenListingForm,
} from './claims.forms.ts';
import {
  ClaimAnswerPage,
  type ClaimAnswerValue,
  ClaimPage,
  ClaimsPage,
  NewClaimPage,
  type NewClaimValue,
} from './claims.pages.tsx';
import {
  answerClaim,
  listingsOfClaim,
  lockClaim,
  makeClaim,
  newClaimLink,
  openListingOfClaim,
  readClaim,
  readClaims,
} from './claims.store.ts';

/** As many as an editor reads at once. */
const most = 20;

/** "I run this group": said by anybody, answered by an editor, read at a short address. */
export function claimRoutes(house: House): void {
  house.get('/at/:council/claims/new', {
    name: 'Say that you run a group',
    may: [anybody],
    params: CouncilPath,
    query: ClaimAbout,
    act: ({ db, visit, query }) => newClaimShown(db, visit, query.listing),
    page: NewClaimPage,
  });
  house.post('/at/:council/claims', {
    name: 'Somebody says that they run a group',
    may: [anybody],
    params: CouncilPath,
    body: ClaimForm,
    // Its answer leads to a short address, which is kept nowhere; the same claim sent twice is one claim.
    isRepeatable: true,
    act: async ({ db, visit, body }) => {
      const { listing, ...claim } = body;
      await newClaimShown(db, visit, listing);
      const refusal = enoughToday(await takenToday(db), mostADayOf(visit.settings));
      if (refusal) return refusal;
      const { claimId, code } = await makeClaim(db, { ...claim, listingId: listing });
      return done(`/g/${code}`, [], 'Sent. Keep the address below.', { claimId });
    },
    again: ({ db, visit, typed }) => newClaimShown(db, visit, String(typed.listing ?? '')),
    page: NewClaimPage,
  });
  house.post('/g/:code/listings', {
    name: 'Open the page of one of your listings',
    may: [anybody],
    params: CodePath,
    body: OpenListingForm,
    isRepeatable: true,
    act: async ({ db, visit, body }) => {
      const code = await openListingOfClaim(db, claimOfLink(visit), body.listing);
      return done(`/g/${code}`, []);
    },
    again: claimAnswerShown,
    page: ClaimAnswerPage,
  });
  editorRoutes(house);
}

/** For the directory's editor. */
function editorRoutes(house: House): void {
  const one = { may: directoryEditors, params: ClaimPath };
  const claimShown = async ({ db, params }: { db: CouncilDb; params: { id: string } }) =>
    shown(await readClaim(db, params.id));
  house.get('/community/claims', {
    name: 'Who says they run what',
    may: directoryEditors,
    query: ListQuery,
    act: async ({ db, query }) => {
      const isAnswered = query.answered !== undefined;
      const claims = await readClaims(db, { isAnswered, offset: (query.page - 1) * most, most });
      const isMore = claims.length > most;
      return shown({
        claims: claims.slice(0, most),
        isAnswered,
        page: query.page,
        isMore,
        today: dayOf(nowOf(db)),
      });
    },
    page: ClaimsPage,
  });
  house.get('/community/claims/:id', {
    ...one,
    name: 'Somebody says they run a group',
    act: claimShown,
    page: ClaimPage,
  });
  house.post('/community/claims/:id/answer', {
    ...one,
    name: 'Answer who says they run a group',
    body: ClaimAnswerForm,
    act: async ({ db, params, body }) => {
      const claim = await lockClaim(db, params.id);
      const hasOrganisation = claim.organisationName !== null;
      const refusal = mayAnswer({ answer: claim.answer, hasOrganisation }, body);
      if (refusal) return refusal;
      await answerClaim(db, params.id, body);
      return done(
        `/community/claims/${params.id}`,
        [],
        'Answered. They read it at the address they were given.',
      );
    },
    again: claimShown,
    page: ClaimPage,
  });
  house.post('/community/claims/:id/link', {
    ...one,
    name: 'A new address for who runs a group',
    body: NothingMore,
    isRepeatable: true,
    act: async ({ db, params }) => {
      await readClaim(db, params.id);
      return done(`/g/${await newClaimLink(db, params.id)}/card`, []);
    },
    again: claimShown,
    page: ClaimPage,
  });
}

async function newClaimShown(db: CouncilDb, visit: Visit, listingId: string): Promise<Shown<NewClaimValue>> {
  const about = ClaimAbout.safeParse({ listing: listingId });
  if (!about.success) throw new Unknown();
  const { name, state } = await readListing(db, about.data.listing);
  if (state !== 'listed') throw new Unknown();
  return shown({ councilSlug: visit.councilSlug, listingId: about.data.listing, listingName: name });
}

function claimOfLink({ link }: Visit): string {
  if (link?.kind !== 'claim') throw new Unknown();
  return link.subjectId;
}

/** What a claimant's short address shows. */
export async function claimAnswerShown(asked: {
  db: CouncilDb;
  visit: Visit;
  params: { code: string };
}): Promise<Shown<ClaimAnswerValue>> {
  const claimId = claimOfLink(asked.visit);
  const [claim, listings] = [await readClaim(asked.db, claimId), await listingsOfClaim(asked.db, claimId)];
  return shown({ kind: 'claim', code: encodeURIComponent(asked.params.code), claim, listings });
}
