import { sql } from 'kysely';
import { type Day, dayOf, daysBetween } from '../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../platform/db/council.ts';
import { peopleNear } from './around/near.store.ts';
import type { PersonNear } from './around/near.ts';
import { type LeftOpen, leanedOnJson, leftOpenIn } from './carers/leaning.store.ts';
import { heldNowJson } from './held-back/held-now.store.ts';
import { openPerson } from './opening.store.ts';
import { carerToBeKnownOf, giftsOf, identityOf } from './people.store.ts';
import type { FromThem, Identity, PersonAround } from './person.ts';
import type { PromiseMade } from './promises/promises.store.ts';
import { saidBesideJson, type TimelinePlace } from './timeline/timeline.store.ts';
import type { TimelineEvent } from './timeline/timeline.ts';

/** A conversation open with somebody now. */
export interface OpenConversation {
  conversationId: string;
  kind: 1 | 2 | 3;
  openedAt: Date;
  namedPerson: string | null;
  cover: string | null;
  team: string | null;
}

/** What is due next with somebody, as a sentence, and where it is done. */
export interface ComingNext {
  says: string;
  when: string;
  isPast: boolean;
  link: string;
  act: string;
}

/** Everything the person page shows, ready. */
export interface PersonShown extends PersonNow {
  /** What is past its day first. */
  next: ComingNext[];
}

/** Somebody around a person, as they stand beside the story. */
export type AroundAside = PersonAround & Pick<PersonNear, 'mustNotKnow'>;

export interface PersonNow {
  identity: Identity;
  today: Day;
  conversations: OpenConversation[];
  promises: PromiseMade[];
  around: AroundAside[];
  gifts: string[];
  timeline: TimelineEvent[];
  /** Where the next page of the story begins, when there is more. */
  more: TimelinePlace | null;
  /** The latest contact that nobody has yet spoken with the person about. */
  notSpokenSince: Date | null;
  /** Days from the latest contact answered to the first conversation after it. */
  firstConversation: { days: number; madeBy: string } | null;
  alsoHas: { carerOf: { personId: string; name: string }[] };
  /** N5: needs of the plan that stands, for which it is open again since a carer cannot be leaned on. */
  leftOpen: LeftOpen[];
  /** What they did at their own page that nobody here has answered or said they read. */
  fromThem: FromThem[];
}

/** How many events of the story come at once. */
const page = 20;

/**
 * The person page, in one statement once the record is open: who they are, what is open now, promises,
 * people around, gifts, and the first page of the story.
 */
export async function readPersonPage(
  db: CouncilReader,
  personId: string,
  before: TimelinePlace | null,
): Promise<{ value: PersonNow; reason: string | null }> {
  const opened = await openPerson(db, personId);
  const council = councilOf(db);
  const person = opened.personId;
  const [row] = await readRows<{ now: PersonNowRow }>(
    db,
    sql`select json_build_object(
      'identity', (select json_build_object('personId', p.id, 'fullName', p.full_name, 'knownAs', p.known_as,
          'pronouns', p.pronouns, 'bornOn', p.born_on, 'aboutLine', p.about_line, 'whatMatters', p.what_matters,
          'languages', p.languages,
          'needs', coalesce((select json_agg(json_build_object('kind', n.kind, 'need', n.need) order by n.kind, n.id)
            from communication_need n where n.council_id = ${council} and n.person_id = ${person}), '[]'))
        from person p where p.council_id = ${council} and p.id = ${person}),
      'conversations', (select coalesce(json_agg(json_build_object('conversationId', c.conversation_id, 'kind', c.kind,
          'openedAt', c.opened_at, 'namedPerson', c.named_person, 'cover', c.cover, 'team', c.team) order by c.opened_at desc), '[]')
        from person_now c where c.council_id = ${council} and c.person_id = ${person}),
      'promises', (select coalesce(json_agg(to_json(r)), '[]') from (
          select id, person_id as "personId", who, account_id as "accountId", what, due_on as "dueOn", state, why, version
          from promise where council_id = ${council} and person_id = ${person}
          order by state <> 'open', due_on nulls last, id limit 12) r),
      'around', (select coalesce(json_agg(to_json(a)), '[]') from (
          select id, name, relation, phone, gives, if_it_stopped as "ifItStopped", is_carer as "isCarer",
            must_not_know as "mustNotKnow", ${carerToBeKnownOf} as "carerPersonId"
          from person_around where council_id = ${council} and person_id = ${person} and ended_on is null order by name limit 12) a),
      'gifts', (select coalesce(json_agg(g.gift order by g.id), '[]') from gift g where g.council_id = ${council} and g.person_id = ${person}),
      'timeline', (select coalesce(json_agg(to_json(t)), '[]') from (
          select e.id, e.at, e.kind, e.title, e.by_line as "byLine", e.voices, e.link, e.source_id as "sourceId",
            coalesce((select json_agg(json_build_object('id', f.id, 'voice', f.voice, 'startsAt', f.starts_at,
                'endsAt', f.ends_at, 'kind', f.kind) order by f.starts_at)
              from tagged_fact f where f.council_id = ${council} and f.entry_id = e.source_id and e.kind = 'entry'), '[]') as facts,
            ${saidBesideJson(sql`e`)} as beside,
            ${heldNowJson(sql`e.council_id`, sql`e.person_id`, sql`array[e.id, e.source_id]`)} as held
          from timeline_event e
          where e.council_id = ${council} and e.person_id = ${person}
            and (${before?.at ?? null}::timestamptz is null or (e.at, e.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
          order by e.at desc, e.id desc limit ${page + 1}) t),
      'lastContact', (select json_build_object('madeAt', c.made_at, 'madeBy', c.made_by, 'spokenOn', c.spoken_on)
        from contact c where c.council_id = ${council} and c.person_id = ${person} order by c.made_at desc limit 1),
      'carerOf', (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.full_name)), '[]')
        from person_around a join person p on p.council_id = a.council_id and p.id = a.person_id
        where a.council_id = ${council} and a.carer_person_id = ${person}),
      'leanedOn', ${leanedOnJson(council, person)},
      'fromThem', (select coalesce(json_agg(distinct f.what), '[]') from from_themselves f
        where f.council_id = ${council} and f.person_id = ${person})
    ) as now`,
  );
  if (!row) throw new Error('one statement returns one row');
  return { value: asPage(row.now, dayOf(nowOf(db))), reason: opened.reason };
}

type AsJson<Shape> = { [Key in keyof Shape]: Shape[Key] extends Date ? string : Shape[Key] };
interface PersonNowRow {
  identity: Identity;
  conversations: AsJson<OpenConversation>[];
  promises: PromiseMade[];
  around: AroundAside[];
  gifts: string[];
  timeline: AsJson<TimelineEvent>[];
  lastContact: { madeAt: string; madeBy: string; spokenOn: Day | null } | null;
  carerOf: { personId: string; name: string }[];
  leanedOn: unknown;
  fromThem: FromThem[];
}

/** JSON carries instants as text; a page wants them as instants. */
function asPage(row: PersonNowRow, today: Day): PersonNow {
  const timeline = row.timeline.slice(0, page).map((event) => ({ ...event, at: new Date(event.at) }));
  const last = timeline.at(-1);
  const contact = row.lastContact;
  return {
    identity: row.identity,
    today,
    conversations: row.conversations.map((one) => ({ ...one, openedAt: new Date(one.openedAt) })),
    promises: row.promises,
    around: row.around,
    gifts: row.gifts,
    timeline,
    more: row.timeline.length > page && last ? { at: last.at, id: last.id } : null,
    notSpokenSince: contact && !contact.spokenOn ? new Date(contact.madeAt) : null,
    firstConversation: contact?.spokenOn
      ? { days: daysBetween(dayOf(new Date(contact.madeAt)), contact.spokenOn), madeBy: contact.madeBy }
      : null,
    alsoHas: { carerOf: row.carerOf },
    leftOpen: leftOpenIn(row.leanedOn, today),
    fromThem: row.fromThem,
  };
}

/** The people, gifts and needs around a person, for the page where they are added to. */
export async function readAround(db: CouncilReader, personId: string) {
  const [identity, around, gifts] = [
    await identityOf(db, personId),
    await peopleNear(db, personId),
    await giftsOf(db, personId),
  ];
  return { identity, around, gifts, today: dayOf(nowOf(db)) };
}
