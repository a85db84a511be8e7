/**
 * How the story of the demonstration council is written down: a script of acts, played by a loader through
 * the same store functions a practitioner's screen calls. Nothing here is inserted behind the rules' back,
 * so an act that the rules would refuse must be written as `refused`.
 *
 * Everything is relative to the day the script is played ("today"), so the demonstration is always fresh.
 * Money is in pence. Times are local. Every person, place, number and group is invented: postcodes SB1 to
 * SB6 do not exist, telephone numbers are Ofcom's drama ranges, NHS numbers are in the 999 synthetic range.
 */

import type { Exception } from '../../src/conversations/gate/gate.ts';
import type { How, Permission } from '../../src/people/contacts/contact.ts';
import type { ComesOfIt, WhyHeld } from '../../src/plans/catch-ups/catch-up.ts';
import type { SenseKey } from '../../src/plans/determinations/outcomes.ts';

export interface Moment {
  daysAgo: number;
  /** Local time, `HH:MM`. */
  time: string;
}

/** `ago(5, '10:05')`: five days before the script is played, at five past ten. */
export function ago(daysAgo: number, time: string): Moment {
  return { daysAgo, time };
}

/** The date of birth that makes a person `age` on the day played. `bornOn(82, '03-09', '2026-11-21')` is 1944-03-09. */
export function bornOn(age: number, birthday: string, today: string): string {
  const hadBirthday = birthday <= today.slice(5);
  return `${Number(today.slice(0, 4)) - age - (hadBirthday ? 0 : 1)}-${birthday}`;
}

// Staff and teams

export type TeamKey = 'harbour' | 'marsh' | 'connect' | 'town-hall';
export type StaffKey =
  | 'rowan'
  | 'ama'
  | 'dilys'
  | 'priya'
  | 'nneka'
  | 'gareth'
  | 'tomasz'
  | 'helen'
  | 'bashir'
  | 'joan';
export type Role =
  | 'practitioner'
  | 'site-lead'
  | 'analyst'
  | 'directory-editor'
  | 'administrator'
  | 'governance';

export interface Team {
  key: TeamKey;
  name: string;
  about: string;
  postcodes: string[];
  phone: string;
  outOfHoursPhone: string;
  email: string;
}

export interface Staff {
  key: StaffKey;
  name: string;
  likesToBeCalled: string;
  job: string;
  role: Role;
  team: TeamKey;
  isChampion?: boolean;
  phone: string;
  email: string;
  /** One sentence of who they are, shown beside the persona at sign-in. */
  about: string;
}

export interface Site {
  name: string;
  team: TeamKey;
  startedDaysAgo: number;
  scope: string;
  postcodes: string[];
  owner: StaffKey;
  ifItWorks: string;
  rules: { text: string; agreedDaysAgo: number; agreedBy: string[] }[];
  tap: { daysAgo: number; turned: 'on' | 'off'; why: string }[];
}

// People

export type PersonKey =
  | 'wilf'
  | 'peggy'
  | 'bron'
  | 'emrys'
  | 'shanice'
  | 'dougie'
  | 'halina'
  | 'yusuf'
  | 'kayleigh'
  | 'leon'
  | 'ruth'
  | 'callum'
  | 'gurdeep'
  | 'oonagh'
  | 'tel'
  | 'mei-lin';

export interface Person {
  key: PersonKey;
  team: TeamKey;
  fullName: string;
  likesToBeCalled: string;
  pronoun: string;
  age: number;
  /** `MM-DD`; the year follows from the age on the day played. */
  birthday: string;
  address: { lines: string[]; postcode: string; isProtected: boolean; doorNote?: string };
  phone?: string;
  email?: string;
  howToReach: string;
  languages: string[];
  interpreter?: string;
  heritage?: string;
  faith?: string;
  communicationNeeds: string[];
  adjustments: string[];
  /** In their own words. Empty until somebody has heard it. */
  whatMatters: string;
  gifts: string[];
  /** The line under the name: "82 · lives over the old chandlery with his dog Skip" without the age. */
  likes: string;
  councilId: string;
  nhsNumber: string;
  around: PersonAround[];
}

export interface PersonAround {
  name: string;
  relation: string;
  phone?: string;
  gives: string;
  ifItStopped: string;
  /** They have their own record, which is theirs: nothing of it is repeated here. */
  record?: PersonKey;
  mustNotBeTold?: boolean;
}

export interface Story {
  person: Person;
  /** In the order they happened. */
  acts: Act[];
}

// Acts

export type Act =
  | ContactAct
  | AskedColleagueAct
  | TriedAct
  | OpenAct
  | EntryAct
  | LoggedAct
  | RereadAct
  | SpentAct
  | PeersToldAct
  | NamedPersonAct
  | EndIntensiveAct
  | PeerTestAct
  | RefusedAct
  | ToldBeforehandAct
  | AdvocateAct
  | CapacityAct
  | WillingAbleAct
  | UrgentAct
  | SafetyEnquiryAct
  | DeterminationAct
  | MoneyWorkedOutAct
  | PlanAct
  | CatchUpAct
  | IntroductionAct
  | HopedHomeAct
  | VisitAct
  | FamilyConferenceAct
  | CorrectionAct
  | RestAct
  | CheckedBackAct
  | ReturnAct
  | DraftAct;

interface Done {
  at: Moment;
  by: StaffKey;
}

/** F1, F3: belongs at once to `by`, who answered. */
export interface ContactAct extends Done {
  do: 'contact';
  key: string;
  /** A text message is by phone. */
  how: How;
  /** Who is speaking: 'self', or the name of somebody around or a colleague elsewhere. */
  speaker: string;
  relation: string;
  permission: Permission;
  words: string;
  isSafeNow?: 'yes' | 'no' | 'not known';
  mayHaveNeeds?: boolean;
  carerAround?: string;
}

/** F1: passed on only as asked and accepted; counted. */
export interface AskedColleagueAct extends Done {
  do: 'asked-colleague';
  contact: string;
  asked: StaffKey;
  answer: 'yes' | 'no';
  why: string;
}

/** A try that did not become a conversation: it does not stop the clock (E6). */
export interface TriedAct extends Done {
  do: 'tried';
  contact: string;
  how: 'phone' | 'visit' | 'letter' | 'text';
  words: string;
}

/** Kind 2 needs `crisis` (C2-1); kind 3 needs a peer test before it, or `exception` (C3-1, C3-2). */
export interface OpenAct extends Done {
  do: 'open';
  conversation: string;
  kind: 1 | 2 | 3;
  contact?: string;
  crisis?: CrisisPlan;
  exception?: { which: Exception; why: string };
}

export interface CrisisPlan {
  mustChangeNow: string;
  inTheirWords: string;
  namedPerson: StaffKey;
  cover: StaffKey;
  rhythm: string;
  safetyNote: string;
  steadyLooksLike: string;
}

/** Four voices kept apart. The facts quote an exact phrase of the voice they are tagged in. */
export interface EntryAct extends Done {
  do: 'entry';
  conversation: string;
  how: 'at home' | 'by phone' | 'by video' | 'out and about' | 'on the ward' | 'at the office';
  where: string;
  /** Names from the people around, colleagues' keys, or `guests`. */
  with: string[];
  guests?: string[];
  said: string;
  noticed?: string;
  think?: string;
  agreed?: string;
  facts?: Fact[];
  promises?: Promised[];
  /** What they said when it was read back to them. */
  readBack?: string;
}

export type Voice = 'said' | 'noticed' | 'think' | 'agreed';

/** The same names as `src/conversations/facts.ts`; days are days after the entry. */
export type Fact = { in: Voice; phrase: string } & (
  | { fact: 'what-matters' | 'wanted-outcome' | 'impact' | 'asked-if-entitled' | 'how-to-come-back' }
  | { fact: 'unable'; outcome: AdultOutcome; sense: SenseKey }
  | { fact: 'carer-asked'; answer: 'nobody' | 'own-conversation' | 'not-now'; name?: string }
  | { fact: 'may-have-needs'; answer: 'no' | 'yes' }
  | {
      fact: 'declined';
      capacity: 'not-in-doubt' | 'looked-at';
      abuseRisk: 'no' | 'yes';
      wouldBringBack: string;
    }
  | { fact: 'under-way'; startsInDays: number }
  | { fact: 'information-given'; what: string; format: string }
  | { fact: 'check-back'; inDays: number }
  | { fact: 'check-back'; declined: true }
);

export interface Promised {
  who: { us: StaffKey } | { person: PersonKey } | { family: string } | { group: string };
  what: string;
  /** Days after the entry. */
  dueInDays: number;
  became?: { state: 'kept' | 'moved' | 'broken'; daysAgo: number; why: string; toInDays?: number };
}

/** C2-4: a contact in one line. */
export interface LoggedAct extends Done {
  do: 'logged';
  conversation: string;
  how: 'phone' | 'visit' | 'text' | 'video' | 'ward';
  words: string;
}

export interface RereadAct extends Done {
  do: 'reread';
  conversation: string;
  words: string;
  changed?: string;
}

/** C2-5. */
export interface SpentAct extends Done {
  do: 'spent';
  conversation: string;
  pence: number;
  whatFor: string;
  whatItChanged: string;
  seenByPeers?: { daysAgo: number; who: StaffKey[] };
}

export interface PeersToldAct extends Done {
  do: 'peers-told';
  conversation: string;
  peers: StaffKey[];
  personInvited: boolean;
  note: string;
}

/** C2-2: a change needs both people's yes. */
export interface NamedPersonAct extends Done {
  do: 'named-person';
  conversation: string;
  from: StaffKey;
  to: StaffKey;
  theyAgreed: boolean;
  why: string;
  words: string;
}

/** C2-6. */
export interface EndIntensiveAct extends Done {
  do: 'end-intensive';
  conversation: string;
  whatChanged: string;
  words: string;
  next: 'resting' | 'conversation 3' | 'on';
  howToComeBack: string;
  checkBackInDays: number | 'declined';
}

/** C3-1: `by` presents, `peers` are others. */
export interface PeerTestAct extends Done {
  do: 'peer-test';
  peers: StaffKey[];
  personInvited: boolean;
  whyOneIsUsedUp: string;
  whyTwoIsUsedUp: string;
}

/** Played as a real attempt; the loader checks that the rule named did refuse it. */
export interface RefusedAct extends Done {
  do: 'refused';
  attempt: { open: 3; without: 'peer test' | 'ended conversation 2' } | { rest: string };
  rule: string;
  satisfiedBy: string;
}

/** C3-3. */
export interface ToldBeforehandAct extends Done {
  do: 'told-beforehand';
  conversation: string;
  format: string;
  told: string;
  words: string;
}

/** N3. */
export interface AdvocateAct extends Done {
  do: 'advocate';
  hasSubstantialDifficulty: boolean;
  difficultyIn: ('understanding' | 'retaining' | 'weighing' | 'communicating')[];
  supportedBy: { kind: 'appropriate person' | 'advocate'; name: string; inPlace: Moment } | null;
  note: string;
}

/** N4. */
export interface CapacityAct extends Done {
  do: 'capacity';
  decision: string;
  helpGiven: string;
  finding: 'able to decide' | 'not able to decide now';
  consulted: string[];
  words: string;
}

/** N5: on the carer's own record. */
export interface WillingAbleAct extends Done {
  do: 'willing-able';
  about: string;
  isWilling: boolean;
  isAble: boolean;
  words: string;
}

/** F6, s19(3). */
export interface UrgentAct extends Done {
  do: 'urgent';
  what: string;
  forDays: number;
  pence: number;
  why: string;
}

/** N2: three answers with a time; wanted outcomes first. */
export interface SafetyEnquiryAct extends Done {
  do: 'safety-enquiry';
  hasCareAndSupportNeeds: boolean;
  isAtRiskOfAbuse: boolean;
  cannotProtectThemselves: boolean;
  wantedOutcomes: string[];
  note: string;
}

export type AdultOutcome =
  | 'nutrition'
  | 'hygiene'
  | 'toilet'
  | 'clothing'
  | 'home-safety'
  | 'habitable-home'
  | 'relationships'
  | 'work-learning'
  | 'local-places'
  | 'caring-for-a-child';
export type CarerOutcome =
  | 'caring-for-a-child'
  | 'caring-for-others'
  | 'habitable-home'
  | 'nutrition'
  | 'relationships'
  | 'work-learning'
  | 'local-places'
  | 'recreation';
export interface Finding<Outcome extends string> {
  outcome: Outcome;
  finding: 'achieved' | 'unable';
  sense?: SenseKey;
  /** The words, said or noticed, that show it. Never a score. */
  words: string;
}

/** C3-4. `by` decides. */
export type DeterminationAct = Done & {
  do: 'determination';
  conversation: string;
  hasDeciderMetThem: boolean;
  personsWish: string;
  practitionersView: string;
  arisesFrom: string;
  hasSignificantImpact: boolean;
  impact: string;
  isEligible: boolean;
  reasons: string;
  copySent: { daysAgo: number; format: string };
  /** Written advice, where not eligible. */
  advice?: string;
  words: string;
} & (
    | { test: 'adult'; outcomes: Finding<AdultOutcome>[] }
    | { test: 'carer'; isHealthAtRisk: boolean; outcomes: Finding<CarerOutcome>[] }
  );

/** C3-5: the written record of how the person's share was worked out. */
export interface MoneyWorkedOutAct extends Done {
  do: 'money-worked-out';
  conversation: string;
  sharePencePerWeek: number;
  how: string;
  copySent: { daysAgo: number; format: string };
}

export interface PlanAct extends Done {
  do: 'plan';
  conversation: string;
  startsInDays: number;
  goodLife: string;
  needs: {
    need: string;
    isEligible: boolean;
    metBy: 'self' | 'family' | 'group' | 'paid';
    who: string;
    how: string;
  }[];
  wishes: string[];
  budget: {
    parts: { what: string; pencePerWeek: number }[];
    councilPencePerWeek: number;
    personPencePerWeek: number;
  };
  directPayment: {
    offered: boolean;
    asked: boolean;
    pencePerWeek: number;
    firstPaidDaysAgo?: number;
    words: string;
  };
  ifItDoesNotWork: string;
  advice: string;
  howToChallenge: string;
  agreement: { answer: 'agreed' | 'in part' | 'disagreed'; words: string };
  copySent: { daysAgo: number; format: string };
}

/** P2. */
export interface CatchUpAct extends Done {
  do: 'catch-up';
  /** P3: one of five, and none of them is what anything costs. */
  why: WhyHeld;
  comesOfIt: ComesOfIt;
  words: string;
  whatChanged: string;
}

export type IntroductionStage =
  | 'offered'
  | 'agreed'
  | 'introduced'
  | 'went'
  | 'still-going-30'
  | 'still-going-90'
  | 'not-for-me';

/** `by` made the introduction at `at`, which is when it was offered; later stages follow. */
export interface IntroductionAct extends Done {
  do: 'introduction';
  group: string;
  why: string;
  stages: { stage: IntroductionStage; at: Moment; words?: string }[];
}

/** P5: what home would be, before anybody looks for one. */
export interface HopedHomeAct extends Done {
  do: 'hoped-home';
  words: string;
  wouldNotWork: string;
}

/** P5: either side may say no without blame. */
export interface VisitAct extends Done {
  do: 'visit';
  /** On the first visit: why they might suit each other, and what was said before it. */
  begins?: { whyEachOther: string; whatPersonSaid: string };
  /** When they look in again. */
  nextInDays?: number;
  household: string;
  visit: 'tea' | 'overnight' | 'weekend' | 'moved in' | 'looking in';
  words: string;
  householdWords: string;
  theySaid: 'yes' | 'no' | 'not sure yet';
  householdSaid: 'yes' | 'no' | 'not sure yet';
}

/** A plan the family makes: offered, said yes to, and not held yet. */
export interface FamilyConferenceAct extends Done {
  do: 'family-conference';
  words: string;
  /** Of nobody's team. */
  coordinator: string;
  advocate: string;
  inDays: number;
}

/** R2: the old words stay, with their date. */
export interface CorrectionAct extends Done {
  do: 'correction';
  about: string;
  was: string;
  is: string;
  words: string;
}

/** R1, C1-1. */
export interface RestAct extends Done {
  do: 'rest';
  conversation: string;
  howToComeBack: string;
  checkBackInDays: number | 'declined';
}

/** C1-1: the check-back that was promised when a conversation came to rest. */
export interface CheckedBackAct extends Done {
  do: 'checked-back';
  conversation: string;
  words: string;
}

/** R2: on the same record; the earlier story offered back. */
export interface ReturnAct extends Done {
  do: 'return';
  contact: string;
  conversation: string;
  words: string;
  storyOfferedBack: boolean;
}

/** Writing begun and not yet signed. */
export interface DraftAct extends Done {
  do: 'draft';
  conversation: string;
  said?: string;
  noticed?: string;
  think?: string;
  agreed?: string;
}

// The community

export interface Group {
  key: string;
  organisation: string;
  name: string;
  summary: string;
  description: string;
  /** One sentence by somebody who goes. */
  whatItIsLike: { words: string; by: string };
  place: Place;
  schedule: SchedulePart[];
  cost: string;
  access: string[];
  languages: string[];
  askFor: string;
  phone: string;
  email: string;
  canGoWith: { answer: boolean; who: string };
  room: { has: 'plenty' | 'a few' | 'full'; note: string };
  checked: { daysAgo: number; by: string };
  topics: string[];
}

export interface Place {
  name: string;
  address: string;
  postcode: string;
  latitude: number;
  longitude: number;
  /** Peer support for people at risk: say the area, never the venue. */
  isVenueHidden?: true;
}

/** Open Referral UK schedule: RFC 5545 `freq` and `byday` ('TH', or '1SA' for the first Saturday of a month). */
export interface SchedulePart {
  freq: 'WEEKLY' | 'MONTHLY';
  byday: string;
  /** Every second week is 2; every week when absent. */
  interval?: 2;
  opensAt: string;
  closesAt: string;
  note?: string;
}
