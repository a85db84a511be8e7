import { sql } from 'kysely';
import { diedOn } from '../../people/death/death.store.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Giveaway } from '../giving-away/giveaways.ts';
import { type LookedOver, lookedOverOf, lookedThrough } from '../giving-away/giving-away.store.ts';
import { type Consent, consentsOf } from '../letting-out/consents.store.ts';
import { mirrorList, type Reflection, reflect } from '../mirror/mirror.ts';
import { approvedVersion, councilSettings, latestVersion, type Story, storyOf } from '../stories.store.ts';
import type { StoryVersion } from '../story.ts';

/** A story of somebody we are alongside, and what it waits for. */
export interface StoryInMaking {
  id: string;
  personId: string;
  name: string;
  title: string;
  begunAt: Date;
  isRetold: boolean;
  isApproved: boolean;
  /** Its teller chose everybody, and nobody has looked it over. */
  wantsLookingOver: boolean;
  /** S-4: asked about this year, and not answered; null when nothing is due. */
  askBy: Day | null;
  /** Whoever told it has died: nothing of it waits for them any more. */
  hasDied: boolean;
}

/** The stories of the people a team is alongside: those that wait for something first. */
export async function storiesInMaking(db: CouncilReader, most = 200): Promise<StoryInMaking[]> {
  const actor = actorOf(db);
  const today = dayOf(nowOf(db));
  return readRows<StoryInMaking>(
    db,
    sql`select * from (
      select s.id, s.person_id as "personId", coalesce(p.known_as, p.full_name) as name, v.title, s.begun_at as "begunAt",
        v.retelling <> '' as "isRetold", p.died_on is not null as "hasDied",
        exists (select from story_approval y where y.council_id = v.council_id and y.version_id = v.id) as "isApproved",
        p.died_on is null and exists (select from story_consent c where c.council_id = s.council_id and c.story_id = s.id
          and c.audience = 'public' and c.given_at is null and c.ended_at is null and 'settled' is distinct from (select k.decided from story_check k
            where k.council_id = c.council_id and k.version_id = c.version_id order by k.looked_at desc, k.id desc limit 1))
          as "wantsLookingOver",
        (select min(least(c.silent_until_on, c.until_on)) from story_consent c where c.council_id = s.council_id and c.story_id = s.id
          and c.given_at is not null and c.ended_at is null and c.ask_on <= ${today} and c.ask_on < c.until_on
          and c.silent_until_on >= ${today} and c.until_on >= ${today} and p.died_on is null) as "askBy"
      from story s
      join person p on p.council_id = s.council_id and p.id = s.person_id
      join lateral (select l.* from story_version l where l.council_id = s.council_id and l.story_id = s.id
        order by l.number desc limit 1) v on true
      where s.council_id = ${councilOf(db)} and exists (select from relationship r
        where r.council_id = s.council_id and r.person_id = s.person_id and r.why <> 'break-glass'
          and (r.account_id = ${actor.accountId} or r.team_id = any (${actor.teamIds}::uuid[]))
          and (r.ends_at is null or r.ends_at > ${nowOf(db)}))
    ) one order by "askBy" nulls last, "wantsLookingOver" desc, "isApproved", "begunAt" desc, id limit ${most}`,
  );
}

export interface RetellingValue {
  identity: Identity;
  story: Story;
  version: StoryVersion;
  reflections: Reflection[];
  giveaways: Giveaway[];
  lookedOver: LookedOver | null;
  /** The version its teller last said yes to: what is looked over. */
  toLookOver: StoryVersion | null;
  /** Whoever reads this wrote its retelling, and so looks it over no more. */
  isWriter: boolean;
  consents: Consent[];
  /** Whoever told it has died: nobody says yes any more, and those close to them may ask for it to come down. */
  hasDied: boolean;
  today: Day;
}

/** One story with its words left and its retelling right. */
export async function readRetelling(db: CouncilReader, storyId: string): Promise<RetellingValue> {
  const story = await storyOf(db, storyId);
  const version = await latestVersion(db, storyId);
  const toLookOver = await approvedVersion(db, storyId);
  return {
    identity: await identityOf(db, story.personId),
    ...{ story, version, toLookOver, today: dayOf(nowOf(db)) },
    reflections: reflect(version.retelling, mirrorList(await councilSettings(db))),
    giveaways: await lookedThrough(db, story.personId, toLookOver ?? version),
    lookedOver: toLookOver ? await lookedOverOf(db, toLookOver.id) : null,
    isWriter: toLookOver?.retoldBy === actorOf(db).accountId,
    consents: await consentsOf(db, storyId),
    hasDied: (await diedOn(db, story.personId)) !== null,
  };
}
