import { sql } from 'kysely';
import { readNear } from '../../community/finder/asking.ts';
import { cardOf, type ListingCard } from '../../community/finder/card.ts';
import { freshSince } from '../../community/finder/freshness.ts';
import { findIdeas } from '../../community/introductions/ideas.store.ts';
import { interestsOf, reachOf } from '../../community/introductions/ideas.ts';
import { type Introduction, introductionsOf } from '../../community/introductions/introductions.store.ts';
import { homeDistrictOf } from '../../people/people.store.ts';
import { ageOn } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** Somewhere nearby that may suit them, and their own words it answers. */
export interface OwnIdea {
  card: Pick<
    ListingCard,
    | 'listingId'
    | 'name'
    | 'like'
    | 'nextOn'
    | 'when'
    | 'where'
    | 'phone'
    | 'whoToAskFor'
    | 'likeBy'
    | 'canGoWith'
    | 'room'
  >;
  kilometres: number | null;
  checkedOn: Day | null;
  because: string[];
}

export interface OwnIdeas {
  ideas: OwnIdea[];
  introductions: Introduction[];
  /** The council's own name in addresses open to all. */
  council: string;
}

/** As many as somebody can weigh. */
const most = 6;

interface AskedRow {
  council: string;
  whatMatters: string | null;
  bornOn: Day | null;
  languages: string[];
  gifts: string[];
  needs: string[];
}

/** What fits what matters to them, near where they live: what was checked lately, the nearest first. */
export async function readOwnIdeas(db: CouncilReader, personId: string): Promise<OwnIdeas> {
  const today = dayOf(nowOf(db));
  const asked = await askedBy(db, personId);
  const interests = interestsOf(asked.whatMatters, asked.gifts);
  const age = asked.bornOn ? ageOn(asked.bornOn, today) : null;
  const found = await findIdeas(db, {
    ...{ personId, interests, most, freshSince: freshSince(today) },
    near: readNear((await homeDistrictOf(db, personId)) ?? ''),
    reach: reachOf(asked.languages, asked.needs, age),
  });
  const ideas = found.map((idea) => ({
    card: shortly(cardOf(idea, today)),
    kilometres: idea.kilometres,
    checkedOn: idea.checkedOn,
    because: [...new Set(idea.interests.flatMap((number) => interests[number]?.quote ?? []))].slice(0, 2),
  }));
  return { ideas, introductions: await introductionsOf(db, personId), council: asked.council };
}

/** Only what helps somebody decide to go. */
function shortly(card: ListingCard): OwnIdea['card'] {
  const { listingId, name, like, likeBy, nextOn, when, where, phone, whoToAskFor, canGoWith, room } = card;
  return { listingId, name, like, likeBy, nextOn, when, where, phone, whoToAskFor, canGoWith, room };
}

async function askedBy(db: CouncilReader, personId: string): Promise<AskedRow> {
  const [row] = await readRows<AskedRow>(
    db,
    sql`select c.slug as council, p.what_matters as "whatMatters", p.born_on as "bornOn", p.languages,
      array(select g.gift from gift g where g.council_id = p.council_id and g.person_id = p.id order by g.id limit 50) as gifts,
      array(select n.need from communication_need n where n.council_id = p.council_id and n.person_id = p.id order by n.id) as needs
    from person p join council c on c.council_id = p.council_id
    where p.council_id = ${councilOf(db)} and p.id = ${personId}`,
  );
  if (!row) throw new Error('an open page has its person');
  return row;
}
