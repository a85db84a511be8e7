import { sql } from 'kysely';
import { type Colleague, colleaguesOf } from '../../access/accounts.store.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Conversation } from '../conversation.ts';
import type { CrisisState } from './crisis.ts';
import { type NamedPersonAsk, openAskIn } from './named-person/named-person.store.ts';
import { endOfDay } from './rhythm/days-in-words.ts';
import { type LongestGap, longestGap } from './rhythm/longest-gap.ts';
import { type Rhythm, rhythmOf } from './rhythm/rhythm.ts';

export interface CrisisPlanShown {
  mustChange: string;
  safetyNote: string;
  steadyLooksLike: string;
  todaysOneThing: string;
  todayAccountId: string | null;
  todayName: string | null;
  todayOn: Day | null;
  nextContactAt: Date | null;
  state: CrisisState;
  wentOnAt: Date | null;
  wentOnBecause: string | null;
  version: number;
}

export interface CrisisContactShown {
  id: string;
  at: Date;
  line: string;
  by: string | null;
  isWithPerson: boolean;
  rereadPlan: boolean;
}

export interface SmallMoneyShown {
  id: string;
  spentOn: Day;
  amountPence: number;
  whatFor: string;
  whatItChanged: string;
  by: string | null;
}

export interface PeerShareShown {
  id: string;
  sharedOn: Day;
  sharedAt: Date;
  purpose: 'sharing' | 'peer-test' | 'team-talk';
  presenter: string | null;
  attendees: string[];
  personWasInvited: boolean;
  whatWeHeard: string;
}

/** Everything the crisis page shows about one person, ready. */
export interface CrisisNow {
  identity: Identity;
  conversation: Conversation;
  plan: CrisisPlanShown;
  rhythm: Rhythm;
  gap: LongestGap;
  contacts: CrisisContactShown[];
  money: SmallMoneyShown[];
  spentPence: number;
  shares: PeerShareShown[];
  ask: NamedPersonAsk | null;
  colleagues: Colleague[];
  me: { id: string; name: string };
  today: Day;
  now: Date;
}

/** How many contacts, latest first, the page shows; the rhythm and the gap are reckoned from all of them. */
const contactsShown = 60;

/** The crisis page: what was written in one statement, and from it the rhythm and the longest gap. */
export async function readCrisis(
  db: CouncilReader,
  conversation: Conversation,
  personId: string,
): Promise<CrisisNow> {
  const council = councilOf(db);
  const [row] = await readRows<{ crisis: CrisisRow }>(
    db,
    sql`select json_build_object(
      'plan', (select json_build_object('mustChange', k.must_change, 'safetyNote', k.safety_note,
          'steadyLooksLike', k.steady_looks_like, 'todaysOneThing', k.todays_one_thing, 'todayAccountId', k.today_account_id,
          'todayName', a.name, 'todayOn', k.today_on, 'nextContactAt', k.next_contact_at, 'state', k.state,
          'wentOnAt', k.went_on_at, 'wentOnBecause', k.went_on_because, 'version', k.version)
        from crisis_plan k left join account a on a.council_id = k.council_id and a.id = k.today_account_id
        where k.council_id = ${council} and k.conversation_id = ${conversation.id}),
      'contacts', (select coalesce(json_agg(to_json(c)), '[]') from (
          select k.id, k.at, k.line, a.name as by, k.is_with_person as "isWithPerson", k.reread_plan as "rereadPlan"
          from crisis_contact k left join account a on a.council_id = k.council_id and a.id = k.account_id
          where k.council_id = ${council} and k.conversation_id = ${conversation.id}
          order by k.at desc, k.id desc limit 2000) c),
      'money', (select coalesce(json_agg(to_json(m)), '[]') from (
          select k.id, k.spent_on as "spentOn", k.amount_pence as "amountPence", k.what_for as "whatFor",
            k.what_it_changed as "whatItChanged", a.name as by
          from small_money k left join account a on a.council_id = k.council_id and a.id = k.account_id
          where k.council_id = ${council} and k.conversation_id = ${conversation.id}
          order by k.spent_on desc, k.id desc limit 500) m),
      'shares', (select coalesce(json_agg(to_json(s)), '[]') from (
          select p.id, p.shared_on as "sharedOn", p.shared_at as "sharedAt", p.purpose, a.name as presenter,
            p.person_was_invited as "personWasInvited", p.what_we_heard as "whatWeHeard",
            coalesce((select json_agg(w.name order by w.name) from peer_share_attendee t
              join account w on w.council_id = t.council_id and w.id = t.account_id
              where t.council_id = p.council_id and t.peer_share_id = p.id), '[]') as attendees
          from peer_share p left join account a on a.council_id = p.council_id and a.id = p.presenter_id
          where p.council_id = ${council} and p.person_id = ${conversation.personId} and p.shared_at >= ${conversation.openedAt}
          order by p.shared_at desc, p.id desc limit 200) s)
    ) as crisis`,
  );
  if (!row) throw new Error('one statement returns one row');
  const base = asCrisis(row.crisis);
  const actor = actorOf(db);
  return {
    ...base,
    contacts: base.contacts.slice(0, contactsShown),
    ...reckoned(base, conversation, nowOf(db)),
    conversation,
    identity: await identityOf(db, personId),
    ask: await openAskIn(db, conversation.id),
    colleagues: await colleaguesOf(db),
    me: { id: actor.accountId, name: actor.name },
    spentPence: base.money.reduce((sum, { amountPence }) => sum + amountPence, 0),
    today: dayOf(nowOf(db)),
    now: nowOf(db),
  };
}

/** The rhythm and the gap stop on the day it came to rest. */
function reckoned(
  base: Pick<CrisisNow, 'contacts' | 'shares'>,
  { openedAt, restingOn, rules }: Conversation,
  now: Date,
) {
  const until = restingOn ? new Date(endOfDay(restingOn).getTime() - 1) : now;
  const withPerson = base.contacts.filter(({ isWithPerson }) => isWithPerson);
  const rereads = base.contacts.filter(({ rereadPlan }) => rereadPlan);
  const shares = base.shares.map(({ sharedOn, purpose }) => ({
    on: sharedOn,
    isTeamTalk: purpose === 'team-talk',
  }));
  return {
    rhythm: rhythmOf(openedAt, withPerson, rereads, shares, rules, until),
    gap: longestGap(withPerson, openedAt, until),
  };
}

type AsJson<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends Date
    ? string
    : Shape[Key] extends Date | null
      ? string | null
      : Shape[Key];
};
interface CrisisRow {
  plan: AsJson<CrisisPlanShown> | null;
  contacts: AsJson<CrisisContactShown>[];
  money: SmallMoneyShown[];
  shares: AsJson<PeerShareShown>[];
}

const at = (text: string | null): Date | null => (text ? new Date(text) : null);

/** Made-up history may hold a conversation 2 without a plan; its page says so in empty sentences. */
const noPlan: CrisisPlanShown = {
  ...{
    mustChange: '',
    safetyNote: '',
    steadyLooksLike: '',
    todaysOneThing: '',
    todayAccountId: null,
    todayName: null,
  },
  ...{
    todayOn: null,
    nextContactAt: null,
    state: 'holding',
    wentOnAt: null,
    wentOnBecause: null,
    version: 0,
  },
};

/** JSON carries instants as text; rules and pages want instants. */
function asCrisis({
  plan,
  contacts,
  money,
  shares,
}: CrisisRow): Pick<CrisisNow, 'plan' | 'contacts' | 'money' | 'shares'> {
  return {
    plan: plan ? { ...plan, nextContactAt: at(plan.nextContactAt), wentOnAt: at(plan.wentOnAt) } : noPlan,
    contacts: contacts.map((contact) => ({ ...contact, at: new Date(contact.at) })),
    money,
    shares: shares.map((share) => ({ ...share, sharedAt: new Date(share.sharedAt) })),
  };
}
