import type { HeldNow } from '../held-back/held-back.ts';

/** The four voices, always in this order; a note is what the record itself says. */
export type VoiceName = 'said' | 'noticed' | 'think' | 'agreed' | 'note';

export interface Voice {
  voice: VoiceName;
  /** Who said it, when it is not plain: 'Carol'. */
  who?: string | undefined;
  words: string;
}

/** Something that happened with a person, as their one story tells it. */
export interface TimelineEvent {
  id: string;
  at: Date;
  kind: string;
  title: string;
  byLine: string;
  voices: Voice[];
  link: string | null;
  sourceId: string | null;
  facts: TaggedFact[];
  /** What the person says of it at their own page, as it stands (W1). */
  beside?: SaidBeside[];
  /** Whether it is held back from them: staff's page only. */
  held?: HeldNow | null;
}

/** The person's own word on something in their story: theirs beside ours. */
export interface SaidBeside {
  what: 'beside' | 'correction' | 'agree' | 'disagree' | 'not-now' | 'done';
  words: string | null;
  saidOn: string;
}

/** A fact underlined in the sentence it came from: offsets are UTF-16 positions in that voice's words. */
export interface TaggedFact {
  id: string;
  voice: VoiceName;
  startsAt: number;
  endsAt: number;
  kind: string;
}
