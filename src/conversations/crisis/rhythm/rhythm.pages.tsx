import { type Day, dayOf } from '../../../platform/clock.ts';
import { clockTime } from '../../../platform/ui/dates.ts';
import { dayInWords, pastDay } from './days-in-words.ts';
import type { Rhythm } from './rhythm.ts';

/** The rhythm in sentences. What has gone past is said plainly; nothing counts down and nothing blocks. */
export function RhythmInSentences({ rhythm }: { rhythm: Rhythm }) {
  return (
    <>
      <p>{rhythm.asks}</p>
      <ul>
        {rhythm.parts.map(({ kind, sentence, isPast }) => (
          <li key={kind}>{isPast ? <b>{sentence}</b> : sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** What was agreed for the next contact, or what the rhythm asks when nothing was. */
export function nextContactInWords(
  nextContactAt: Date | null,
  rhythm: Rhythm,
  now: Date,
  today: Day,
): string {
  if (!nextContactAt) return rhythm.contact.asks;
  const on = dayOf(nextContactAt);
  if (nextContactAt >= now) return `Agreed for ${clockTime(nextContactAt)} ${dayInWords(on, today)}.`;
  return `It was agreed for ${clockTime(nextContactAt)} ${pastDay(on, today)}, and nobody has written yet that it happened.`;
}

/** A person's or colleague's words as a sentence among ours. @example asSentence('Cooking my own tea') // 'Cooking my own tea.' */
export function asSentence(words: string): string {
  return /[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`;
}
