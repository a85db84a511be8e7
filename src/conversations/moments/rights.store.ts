import { sql } from 'kysely';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { advocacyInASentence } from '../advocacy/advocacy.store.ts';
import type { Conversation, Fact } from '../conversation.ts';
import { conversationsOf, findConversation } from '../conversations.store.ts';
import { type Decisions, readDecisions } from '../deciding/deciding.store.ts';
import { factsOf } from '../facts.store.ts';
import { defaultRules } from '../rule-set.ts';
import { hasOpenEnquiry, openEnquiryOf, safeguardingInASentence } from '../safeguarding/enquiries.store.ts';
import { askedOn, type EntitlementClock, entitlementClock } from './entitlement.ts';
import { type OfferSaidNoTo, offersToRevive } from './offers.ts';

/** Where somebody stands with what they asked for, with their own words. */
export interface Entitlement {
  clock: EntitlementClock;
  words: string;
  saidBy: string;
  entryId: string;
}

/** Everything the page of rights and safety shows, ready. */
export interface Rights {
  identity: Identity;
  today: Day;
  entitlement: Entitlement | null;
  offers: OfferSaidNoTo[];
  deciding: Decisions;
  conversation3: Conversation | null;
  /** Who helps them to be heard; null when nobody has looked. */
  beingHeard: string | null;
  /** What is being done where somebody may be harming them. */
  beingSafe: string | null;
  /** The latest enquiry that is open, to go to. */
  openEnquiryId: string | null;
}

export async function readRights(db: CouncilReader, personId: string): Promise<Rights> {
  const today = dayOf(nowOf(db));
  const facts = await factsOf(db, personId, rightsKinds);
  const conversations = await conversationsOf(db, personId);
  const conversation3 = conversations.find(({ kind, restingOn }) => kind === 3 && restingOn === null) ?? null;
  const isOpen = await hasOpenEnquiry(db, personId);
  return {
    identity: await identityOf(db, personId),
    today,
    entitlement: await readEntitlement(db, personId, facts, {
      isConversation3Open: conversation3 !== null,
      hasOpenEnquiry: isOpen,
    }),
    offers: offersToRevive(facts, today, {
      hasOpenEnquiry: isOpen,
      conversation3OpenedOn: conversation3 && dayOf(conversation3.openedAt),
    }),
    deciding: await readDecisions(db, personId),
    conversation3,
    beingHeard: await advocacyInASentence(db, personId),
    beingSafe: await safeguardingInASentence(db, personId),
    openEnquiryId: await openEnquiryOf(db, personId),
  };
}

const rightsKinds = [
  'asked-if-entitled',
  'asked-again',
  'situation-changed',
  'declined',
  'offer',
  'under-way',
  'needs-assessment-made',
] as const;

/** N1: the clock that runs, under the number of days of the conversation in which they asked. */
async function readEntitlement(
  db: CouncilReader,
  personId: string,
  facts: readonly Fact[],
  open: { isConversation3Open: boolean; hasOpenEnquiry: boolean },
): Promise<Entitlement | null> {
  if (!facts.some(({ kind }) => kind === 'asked-if-entitled')) return null;
  const known = { facts, decidedOn: await decidedOn(db, personId), ...open, today: dayOf(nowOf(db)) };
  const clock = entitlementClock({ ...known, withinDays: defaultRules.entitledFromDays });
  const ask = facts.find((fact) => fact.kind === 'asked-if-entitled' && askedOn(fact) === clock?.since);
  if (!ask) return null;
  const { rules } = await findConversation(db, ask.conversationId);
  const itsOwn = entitlementClock({ ...known, withinDays: rules.entitledFromDays });
  return itsOwn && { clock: itsOwn, words: ask.phrase, saidBy: ask.saidBy, entryId: ask.entryId };
}

/** The days on which a needs assessment was complete with a decision; written by the plan’s side of the house. */
async function decidedOn(db: CouncilReader, personId: string): Promise<Day[]> {
  const rows = await readRows<{ on: Day }>(
    db,
    sql`select decided_on as "on" from decision_about_needs
      where council_id = ${councilOf(db)} and person_id = ${personId} order by decided_on limit 200`,
  );
  return rows.map(({ on }) => on);
}
