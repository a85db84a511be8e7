import type { Day } from '../platform/clock.ts';

export type ConversationKind = 1 | 2 | 3;

/** One conversation somebody has had. */
export interface ConversationReached {
  personId: string;
  kind: ConversationKind;
  openedOn: Day;
}

/** How many of the people given reached each conversation and no further. */
export interface HighestConversation {
  people: number;
  none: number;
  1: number;
  2: number;
  3: number;
}

/**
 * E7: the highest conversation each distinct person has reached as of a day. Somebody with none is counted too, so the
 * four add up to everybody. Reaching conversation 3 is not conversion (E3): do not use one for the other.
 * @example highestConversation(['a'], [{ personId: 'a', kind: 2, openedOn: '2026-03-02' }], '2026-03-31')[2] // 1
 */
export function highestConversation(
  personIds: readonly string[],
  conversations: readonly ConversationReached[],
  asOf: Day,
): HighestConversation {
  const highest = new Map<string, ConversationKind | 'none'>(personIds.map((id) => [id, 'none']));
  for (const { personId, kind, openedOn } of conversations) {
    const held = highest.get(personId);
    if (held === undefined || openedOn > asOf) continue;
    if (held === 'none' || kind > held) highest.set(personId, kind);
  }
  const counts: HighestConversation = { people: highest.size, none: 0, 1: 0, 2: 0, 3: 0 };
  for (const kind of highest.values()) counts[kind] += 1;
  return counts;
}
