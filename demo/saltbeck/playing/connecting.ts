import { sql } from 'kysely';
import { saveFeedRead } from '../../../src/community/feeds/imports.store.ts';
import { moveIntroduction } from '../../../src/community/introductions/moving.store.ts';
import { offerIntroduction } from '../../../src/community/introductions/offering.store.ts';
import type { Listing } from '../../../src/community/listing.ts';
import type { Room } from '../../../src/community/listing-kept.ts';
import { markChecked, readListing, saveAdditions } from '../../../src/community/listings.store.ts';
import { type CouncilDb, councilOf, nowOf, readRows } from '../../../src/platform/db/council.ts';
import { groups } from '../groups.ts';
import type { Group, IntroductionAct, PersonKey } from '../script.ts';
import { actAs, allowed, daysAgo, instantOf, known, type Stage } from './stage.ts';

const feed = { name: 'Saltbeck’s own directory', url: 'https://directory.example.org/saltbeck' };

/** The invented groups come in as a directory does, then what Saltbeck knows of each is added. */
export async function openTheDirectory(stage: Stage, db: CouncilDb): Promise<void> {
  const at = nowOf(db);
  await saveFeedRead(db, {
    name: feed.name,
    source: feed.url,
    startedAt: at,
    finishedAt: at,
    brokenBecause: null,
    isShort: false,
    keepsWhatWasRead: false,
    reads: groups.map((group) => ({
      outcome: 'accepted',
      listing: listingOf(stage, group),
      organisation: organisationOf(group),
      terms: group.topics.map(termOf),
      reasons: [],
    })),
    notes: [],
  });
  const rows = await readRows<{ key: string; id: string }>(
    db,
    sql`select source_id as key, id from listing where council_id = ${councilOf(db)}`,
  );
  for (const { key, id } of rows) stage.listings.set(key, id);
  for (const group of groups) await addWhatWeKnow(stage, group);
}

/** Whose it is, with no number at any register: nobody invented has one. */
export function organisationOf({ organisation: name, email }: Group) {
  const sourceId = `called:${name.toLowerCase()}`;
  return { sourceId, name, description: null, website: null, email, identifiers: [] };
}

const topics = { sourceId: 'topics', name: 'Topics', description: 'What it is about', uri: null };

function termOf(name: string) {
  const sourceId = `called:${name.toLowerCase()}`;
  return { sourceId, name, description: null, uri: null, parentSourceId: null, taxonomy: topics };
}

const rooms: Record<Group['room']['has'], Room> = {
  plenty: 'room for more',
  'a few': 'nearly full',
  full: 'full',
};

async function addWhatWeKnow(stage: Stage, group: Group): Promise<void> {
  const id = known(stage.listings, group.key);
  const db = await actAs(
    stage,
    'bashir',
    instantOf(stage, { daysAgo: group.checked.daysAgo, time: '11:00' }),
  );
  await markChecked(db, id, group.checked.by);
  const additions = {
    whatItIsLike: group.whatItIsLike.words,
    whatItIsLikeBy: group.whatItIsLike.by,
    whoToAskFor: group.askFor,
    canGoWith: group.canGoWith.answer ? group.canGoWith.who : null,
    room: rooms[group.room.has],
  };
  await saveAdditions(db, id, additions, (await readListing(db, id)).version);
}

export function listingOf(stage: Stage, group: Group, from: Listing['feed'] = feed): Listing {
  const { place } = group;
  const isHidden = place.isVenueHidden === true;
  return {
    sourceId: group.key,
    feed: from,
    name: group.name,
    otherNames: [],
    summary: group.summary,
    description: group.description,
    organisation: { id: null, name: group.organisation, website: null },
    places: isHidden
      ? []
      : [
          {
            name: place.name,
            kind: 'physical',
            addressLines: place.address.split(', '),
            town: null,
            postcode: place.postcode,
            district: place.postcode.split(' ')[0] ?? null,
            coordinates: { latitude: place.latitude, longitude: place.longitude },
          },
        ],
    isPlaceWithheld: isHidden,
    phones: [{ number: group.phone, label: null, mayBePersonal: group.phone.startsWith('07') }],
    email: group.email,
    website: null,
    schedules: group.schedule.map((part) => ({
      freq: part.freq,
      interval: part.interval ?? 1,
      byday: part.byday.split(','),
      bymonthday: [],
      dtstart: null,
      validFrom: null,
      validTo: null,
      opensAt: part.opensAt,
      closesAt: part.closesAt,
      description: part.note ?? null,
    })),
    costs: [{ text: group.cost, amount: /^free/i.test(group.cost) ? 0 : null }],
    minimumAge: null,
    maximumAge: null,
    audiences: [],
    whoFor: null,
    ways: ['At a place'],
    howToJoin: [],
    languages: group.languages,
    accessibility: group.access,
    areas: [],
    topics: group.topics,
    alert: null,
    status: 'active',
    assuredOn: daysAgo(stage, group.checked.daysAgo),
    modifiedAt: null,
    raw: { madeUp: true, key: group.key },
    known: null,
  };
}

const next = { 'still-going-30': 'still-going', 'still-going-90': 'still-going' } as const;

/** Offered, then each stage on its own day. */
export async function playIntroduction(
  stage: Stage,
  person: PersonKey,
  act: IntroductionAct,
  db: CouncilDb,
): Promise<void> {
  const introductionId = allowed(
    await offerIntroduction(db, {
      personId: known(stage.people, person),
      listingId: known(stage.listings, act.group),
      how: 'going-along',
      why: act.why,
      permissionWords: act.stages.find(({ words }) => words)?.words ?? 'Yes.',
    }),
    `introduce ${person}`,
  );
  for (const { stage: reached, at, words } of act.stages) {
    if (reached === 'offered') continue;
    const theirs = await actAs(stage, act.by, instantOf(stage, at));
    const to = reached === 'still-going-30' || reached === 'still-going-90' ? next[reached] : reached;
    allowed(
      await moveIntroduction(theirs, introductionId, to, words ?? null),
      `${reached}: ${act.group} for ${person}`,
    );
  }
}
