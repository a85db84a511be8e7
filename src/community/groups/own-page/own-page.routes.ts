import { addMonths, type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { anybody, done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { isRefusal, type Refusal } from '../../../platform/refusal.ts';
import { readAsking } from '../../asking/standing.store.ts';
import { NothingMore } from '../../community.forms.ts';
import { describeChecking } from '../../finder/freshness.ts';
import { gapLines } from '../../gaps/counted.ts';
import { countGaps } from '../../gaps/gaps.store.ts';
import { cameFromIntroductions, waitingFor } from '../../introductions/for-the-group.store.ts';
import type { ListingShown } from '../../listings.store.ts';
import { shownToAll } from '../../public/public-card.ts';
import { enoughOnPage } from '../enough-today.ts';
import { writtenToday } from '../taken-today.store.ts';
import { readUserLed } from '../user-led/user-led.store.ts';
import { ChangePage, type ChangeValue } from './change.pages.tsx';
import { listingOfLink, readGroupListing, saveGroupSays, undoChange } from './changes.store.ts';
import { peopleInWords } from './few.ts';
import type { GroupSays } from './group-says.ts';
import {
  ChangePath,
  CodePath,
  GroupForm,
  type GroupTyped,
  NeedForm,
  NeedMetForm,
  NeedPath,
  StoryForm,
} from './own-page.forms.ts';
import { OwnPage, type OwnPageValue, restingInWords } from './own-page.pages.tsx';
import { addNeed, addThanks, meetNeed, readGroupMatters } from './own-page.store.ts';
import { PosterPage, type PrintedValue, WindowCardPage } from './printed.pages.tsx';

/** What every door below is asked with: the code says which listing, and no other can be named. */
interface ByCode {
  db: CouncilDb;
  visit: Visit;
  params: { code: string };
}

/** A group's own page: whoever has its short address keeps that one listing right. */
export function ownPageRoutes(house: House): void {
  const opens = { may: [anybody], params: CodePath };
  const again = (asked: ByCode) => ownPageShown(asked);
  const form = { ...opens, again, page: OwnPage };

  house.get('/g/:code/change', {
    ...opens,
    name: 'Change a group’s listing',
    act: changeShown,
    page: ChangePage,
  });
  house.post('/g/:code/change', {
    ...opens,
    name: 'Save what a group changed',
    body: GroupForm,
    act: async (asked) => {
      const listingId = await listingToWriteOn(asked);
      if (isRefusal(listingId)) return listingId;
      const { says, listing } = await readGroupListing(asked.db, listingId);
      const now = saysTyped(asked.body, says, listing.particulars.isPlaceWithheld);
      const saved = await saveGroupSays(asked.db, listingId, now, asked.body.version);
      if (Array.isArray(saved)) return saved;
      return done(pageOf(asked), [], saidOf(saved.lines.length), { changes: saved.lines });
    },
    again: changeShown,
    page: ChangePage,
  });
  house.post('/g/:code/changes/:change/undo', {
    ...form,
    name: 'Put a group’s last change back',
    params: ChangePath,
    body: NothingMore,
    act: async (asked) => {
      const listingId = await listingToWriteOn(asked);
      if (isRefusal(listingId)) return listingId;
      const saved = await undoChange(asked.db, listingId, asked.params.change);
      return Array.isArray(saved) ? saved : done(pageOf(asked), [], 'It is as it was before.');
    },
  });
  mattersRoutes(house);
  printedRoutes(house);
}

/** Needs, and a story back. */
function mattersRoutes(house: House): void {
  const form = { may: [anybody], params: CodePath, again: ownPageShown, page: OwnPage };
  house.post('/g/:code/needs', {
    ...form,
    name: 'A group needs something',
    body: NeedForm,
    act: async (asked) => {
      const listingId = await listingToWriteOn(asked);
      if (isRefusal(listingId)) return listingId;
      const { kind, need } = asked.body;
      const needId = await addNeed(asked.db, listingId, { kind, words: need });
      return done(pageOf(asked), [], 'Told. We ask around.', { needId });
    },
  });
  house.post('/g/:code/needs/:need/met', {
    ...form,
    name: 'What a group needed is there',
    params: NeedPath,
    body: NeedMetForm,
    act: async (asked) => {
      const listingId = await listingOfLink(asked.db, asked.visit.link);
      await meetNeed(asked.db, listingId, asked.params.need, asked.body.how);
      return done(pageOf(asked), [], 'Good news. It is off the list.');
    },
  });
  house.post('/g/:code/stories', {
    ...form,
    name: 'A story back from a group',
    body: StoryForm,
    act: async (asked) => {
      const listingId = await listingToWriteOn(asked);
      if (isRefusal(listingId)) return listingId;
      await addThanks(asked.db, listingId, { words: asked.body.story, writtenBy: null });
      return done(pageOf(asked), [], 'Thank you for telling us.');
    },
  });
}

function printedRoutes(house: House): void {
  const opens = { may: [anybody], params: CodePath, act: printedShown };
  house.get('/g/:code/poster', { ...opens, name: 'A poster to print', page: PosterPage });
  house.get('/g/:code/window-card', { ...opens, name: 'A card for the window', page: WindowCardPage });
}

/** The listing whose page this is, unless its page was written on enough for one day. */
async function listingToWriteOn({ db, visit }: ByCode): Promise<string | Refusal> {
  const listingId = await listingOfLink(db, visit.link);
  return enoughOnPage(await writtenToday(db, listingId)) ?? listingId;
}

const pageOf = ({ params }: ByCode): string => `/g/${encodeURIComponent(params.code)}`;

const saidOf = (changes: number): string =>
  changes === 0
    ? 'Nothing was changed. It is marked as right today.'
    : 'Saved. What you changed is below, and everybody sees it now.';

/** What was typed, with what its page does not show kept as it was: times it has no words for, a place kept quiet. */
function saysTyped(
  { dropKept, version: _version, ...typed }: GroupTyped,
  was: GroupSays,
  isPlaceWithheld: boolean,
): GroupSays {
  const { venue, address, town, postcode, access } = was;
  const quiet = isPlaceWithheld ? { venue, address, town, postcode, access } : {};
  return { ...typed, ...quiet, keptTimes: dropKept ? [] : was.keptTimes };
}

async function changeShown(asked: ByCode): Promise<Shown<ChangeValue>> {
  const listingId = await listingOfLink(asked.db, asked.visit.link);
  const { listing, says } = await readGroupListing(asked.db, listingId);
  const { isPlaceWithheld } = listing.particulars;
  return shown({ code: codeOf(asked), says, version: listing.version, isPlaceWithheld });
}

const codeOf = ({ params }: ByCode): string => encodeURIComponent(params.code);

/** A group's own page, as its short address shows it; whoever it tells of is told who looked. */
export async function ownPageShown(asked: ByCode): Promise<Shown<OwnPageValue>> {
  const { db, visit } = asked;
  const listingId = await listingOfLink(db, visit.link);
  const { listing } = await readGroupListing(db, listingId);
  const today = dayOf(nowOf(db));
  const { state, stateWhy, stateSince, name, short } = listing;
  const { waiting, about } = await waitingFor(db, listingId);
  const { came, stillGoing30 } = await cameFromIntroductions(db, listingId);
  const value: OwnPageValue = {
    ...(await readGroupMatters(db, listingId)),
    ...{ kind: 'listing', code: codeOf(asked), listingId, name, short, today, waiting },
    card: shownToAll(listing, today)?.card ?? null,
    notShown: state === 'listed' ? null : restingInWords(state, stateWhy, stateSince),
    checking: describeChecking(listing, today),
    asking: await readAsking(db, listingId),
    missed: await missedBy(db, listing, today),
    came: came > 0 ? peopleInWords(came) : null,
    stillCome: peopleInWords(stillGoing30),
    userLed: await readUserLed(db, listingId),
  };
  return shown(value, about);
}

/** As many as somebody reads of what neighbours looked for. */
const mostMissed = 5;

/** What was looked for in vain in the group's own half postcode within a year, counts under eight hidden (E10). */
async function missedBy(db: CouncilDb, { places }: ListingShown, today: Day): Promise<string[]> {
  const district = places.find((place) => place.district)?.district ?? null;
  const wanted = await countGaps(db, { since: addMonths(today, -12), district });
  return gapLines(wanted.filter(({ looked }) => looked > 0))
    .slice(0, mostMissed)
    .map(({ thing, looked }) => `${thing}, ${looked.words}`);
}

async function printedShown(asked: ByCode): Promise<Shown<PrintedValue>> {
  const { db, visit } = asked;
  const { listing } = await readGroupListing(db, await listingOfLink(db, visit.link));
  const today = dayOf(nowOf(db));
  const card = shownToAll(listing, today)?.card ?? null;
  if (!card) throw new Unknown('It is not shown to anybody now, so there is nothing to print yet.');
  return shown({
    ...{ code: codeOf(asked), card, today },
    ...{ short: listing.short, councilSlug: visit.councilSlug },
  });
}
