import type { Day } from '../../platform/clock.ts';
import { firstMoment, type Hours, quietHours } from './hours.ts';

/** Somebody there is news for, as far as deciding how to tell them needs. */
export interface Recipient {
  hasDied: boolean;
  hasMovedAway: boolean;
  /** Their record is kept to one team, or somebody is looking into whether they are safe: nothing is sent. */
  isByHandOnly: boolean;
  /** Somebody a person shares with, and not the person. */
  isShownOnly: boolean;
  hasPage: boolean;
  messageBy: 'text' | 'email' | null;
  messageTo: string | null;
  /** How to communicate with them, as it is kept. */
  needs: readonly string[];
  languages: readonly string[];
  /** The last day something was sent to them. */
  lastDay: Day | null;
}

/** How they want to be reached (null: nobody has asked them). */
export interface Wishes {
  mayText: boolean;
  mayEmail: boolean;
  mayRing: boolean;
  mayPost: boolean;
  notBefore: string | null;
  notAfter: string | null;
  notDays: readonly number[];
}

/** Why somebody of ours tells them, or nobody does. */
export type Why = 'died' | 'moved' | 'by-hand' | 'format' | 'language' | 'no-way' | 'finds-it';

export type Telling =
  | { how: 'text' | 'email'; to: string; at: Date; hours: Hours }
  | { how: 'letter'; at: Date }
  | { how: 'somebody' | 'nobody'; why: Why };

/**
 * How and when somebody is told that there is something for them. A message in a format they cannot use is never sent
 * (Accessible Information Standard DAPB1605, Care Act 2014 s4(4)): one of us tells them. At most one thing is sent a day*,
 * in their hours; nothing goes to anybody who died, moved away, or may be read over by whoever they are kept safe from.
 * @param asks true when what there is to tell waits for their answer
 */
export function howToTell(recipient: Recipient, wishes: Wishes | null, asks: boolean, now: Date): Telling {
  const { hasDied, hasMovedAway, isByHandOnly, isShownOnly, hasPage, lastDay } = recipient;
  if (hasDied) return { how: 'nobody', why: 'died' };
  if (hasMovedAway) return { how: 'nobody', why: 'moved' };
  const otherwise = (why: Why): Telling =>
    isShownOnly || !asks ? { how: 'nobody', why: 'finds-it' } : { how: 'somebody', why };
  if (isByHandOnly)
    return isShownOnly ? { how: 'nobody', why: 'by-hand' } : { how: 'somebody', why: 'by-hand' };
  if (needAMessageCannotMeet(recipient.needs)) return { how: 'somebody', why: 'format' };
  if (isInAnotherLanguage(recipient.languages)) return { how: 'somebody', why: 'language' };
  const by = hasPage ? wayOf(recipient, wishes) : null;
  const hours = hoursOf(wishes);
  const at = by && firstMoment(now, hours, lastDay);
  if (!by || !at) return otherwise('no-way');
  return by === 'letter' ? { how: 'letter', at } : { how: by, to: recipient.messageTo ?? '', at, hours };
}

function wayOf(
  { messageBy, messageTo }: Recipient,
  wishes: Wishes | null,
): 'text' | 'email' | 'letter' | null {
  if (messageTo && messageBy === 'text' && wishes?.mayText !== false) return 'text';
  if (messageTo && messageBy === 'email' && wishes?.mayEmail !== false) return 'email';
  return wishes?.mayPost ? 'letter' : null;
}

const hoursOf = (wishes: Wishes | null): Hours => ({
  notBefore: wishes?.notBefore?.slice(0, 5) ?? quietHours.notBefore,
  notAfter: wishes?.notAfter?.slice(0, 5) ?? quietHours.notAfter,
  notDays: wishes?.notDays ?? quietHours.notDays,
});

/** What a text, an e-mail or a plain letter is not. */
const otherFormats = [
  /\b(large|big|bigger|larger)[\s-]?(print|letters|type|text)\b|\b(1[6-9]|2\d|3\d)[\s-]?(point|pt)\b/i,
  /\bbraille\b|\bmoon\b|\baudio\b|\bvoice notes?\b|\bscreen reader\b|\bblind\b|\bsight\b|\bmacular\b/i,
  /\beasy[\s-]?read\b|\bpictures?\b|\bphotos?\b|\bsymbols?\b|\bmakaton\b|\bbsl\b|\bsign(s|ing|ed)?\b|\bsign language\b/i,
  /\b(does not|doesn['’]t|cannot|can['’]t|finds it hard to|trouble|not)\b.{0,20}\b(read|see)\b|\bread(ing)? (it |things )?(aloud|out)\b|\bout loud\b/i,
  /\b(ring|rings|call|phone|telephone|in person|face to face|visit)\b.{0,30}\b(only|not|never|rather|first|instead)\b/i,
  /\b(only|never|prefers?|always|best|please)\b.{0,30}\b(ring|call|phone|telephone|in person|face to face|spoken)\b/i,
  /\b(no|not|never|hates?)\b.{0,20}\b(texts?|e-?mails?|letters|writing|messages|screens?)\b/i,
  /\binterpreter\b|\btranslat/i,
];

/** The first thing kept about communicating with them that a short written message would go against. */
export const needAMessageCannotMeet = (needs: readonly string[]): string | null =>
  needs.find((need) => otherFormats.some((sign) => sign.test(need))) ?? null;

const isInAnotherLanguage = (languages: readonly string[]): boolean =>
  languages.length > 0 && !languages.some((language) => /english/i.test(language));
