import type { Day } from '../platform/clock.ts';
import type { FactName } from './facts.ts';
import type { RuleSet } from './rule-set.ts';

/** 1 listen and connect, 2 work intensively, 3 build a good life. In any order, over years. */
export type ConversationKind = 1 | 2 | 3;

export const kindInWords: Record<ConversationKind, string> = {
  1: 'listen and connect',
  2: 'work intensively',
  3: 'build a good life',
};

/** C3-2: why a conversation 3 may open at once. */
export type OpenedByException =
  | 'moved-in-with-support'
  | 'long-term-support-in-place'
  | 'end-of-life'
  | 's117'
  | 'court-order'
  | 'asked-for-a-determination';

/** A thread on one person's story. Nothing closes: it rests (R1). */
export interface Conversation {
  id: string;
  personId: string;
  kind: ConversationKind;
  teamId: string | null;
  teamName: string | null;
  /** The rules it opened under, which it keeps. */
  rules: RuleSet;
  openedAt: Date;
  restingOn: Day | null;
  namedAccountId: string | null;
  namedPerson: string | null;
  coverAccountId: string | null;
  cover: string | null;
  openedByException: OpenedByException | null;
  howToComeBack: string | null;
  checkBackOn: Day | null;
  checkBackDeclined: boolean;
  whatChanged: string | null;
  personsView: string | null;
  whatNext: 'resting' | 'conversation-3' | null;
  version: number;
}

/** The four voices, kept apart and always in this order. */
export const voices = ['said', 'noticed', 'think', 'agreed'] as const;
export type EntryVoice = (typeof voices)[number];

/** What was written about one time together. Never changed; a later entry adds to it. */
export interface Entry extends Record<EntryVoice, string> {
  id: string;
  personId: string;
  conversationId: string;
  kind: ConversationKind;
  authorId: string | null;
  author: string | null;
  happenedAt: Date;
  place: string;
  withWhom: string;
  isWithPerson: boolean;
  addsTo: string | null;
  reason: string | null;
}

/** The voices of an entry that have words, for the page; `name` is what we call the person. */
export function spokenIn(entry: Entry, name: string): { voice: EntryVoice; words: string; who?: string }[] {
  const who = entry.isWithPerson ? name : entry.withWhom;
  return voices
    .filter((voice) => entry[voice] !== '')
    .map((voice) => ({ voice, words: entry[voice], ...(voice === 'said' && who ? { who } : {}) }));
}

/** A legal fact tagged out of the words, pointing back to them. Offsets are UTF-16 positions in that voice. */
export interface Fact {
  id: string;
  conversationId: string;
  entryId: string;
  voice: EntryVoice;
  startsAt: number;
  endsAt: number;
  phrase: string;
  /** Who said it, as people say it: 'Wilf', 'his niece Carol'. Empty on facts from before this was kept. */
  saidBy: string;
  kind: FactName;
  details: Record<string, string>;
  happenedOn: Day;
  recordedAt: Date;
  recordedBy: string | null;
  /** The fact this one corrects; that one is kept. */
  replaces: string | null;
}
