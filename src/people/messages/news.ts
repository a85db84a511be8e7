/**
 * What there may be to tell somebody: a closed list. `asks` is true of what waits for their answer, so that somebody tells
 * whoever cannot be sent a message; the rest they find when they next look. The words are for staff, on the record.
 */
export const newsKinds = {
  'new-on-your-page': { asks: false, inWords: 'something new on their page' },
  'answer-to-your-message': { asks: true, inWords: 'an answer to what they wrote' },
  'answer-beside-your-words': { asks: false, inWords: 'something said beside their words' },
  'something-shared': { asks: true, inWords: 'something that was shared with them' },
  'sharing-changed': { asks: false, inWords: 'a change in what is shared' },
  'sharing-ended': { asks: false, inWords: 'that sharing has ended' },
  'sharing-ends-soon': { asks: true, inWords: 'that sharing ends soon' },
  'story-still-all-right': { asks: true, inWords: 'whether their story may stay' },
  'story-comes-down-soon': { asks: true, inWords: 'that their story comes down soon' },
  'story-looked-over': { asks: true, inWords: 'that somebody looked over their story' },
  'way-in-changed': { asks: false, inWords: 'a change in how they come in to their page' },
  'letter-for-you': { asks: false, inWords: 'a letter on their page' },
  'appointment-tomorrow': { asks: true, inWords: 'that somebody comes or rings tomorrow' },
  'promise-tomorrow': { asks: false, inWords: 'that something promised is for tomorrow' },
  'promise-kept': { asks: false, inWords: 'that a promise was kept' },
  'promise-moved': { asks: false, inWords: 'that a promise has another day' },
} as const satisfies Record<string, { asks: boolean; inWords: string }>;

export type About = keyof typeof newsKinds;

/** What every message says, whatever it is about. Anybody may read it over a shoulder. */
export const subject = 'You have a message';
const sentence = 'You have a message. Open your page the usual way.';

const movedSentence =
  'Your messages come to another place from now on. If you did not ask for this, ring us the way you know.';

/** What the place that messages came to before is told, once: that they do no longer, and not to where. */
export const wordsOfMove = (from: string | null): string =>
  from ? `${movedSentence}\n\n${from}` : movedSentence;

/**
 * The whole of a message: no name, nothing of their life, and nothing to press. `from` is a name the council chose that
 * tells nobody anything.
 * @example wordsOf('Northmoor') // 'You have a message. Open your page the usual way.\n\nNorthmoor'
 */
export const wordsOf = (from: string | null): string => (from ? `${sentence}\n\n${from}` : sentence);

const giveAway =
  /social|care|adult|support|council|safeguard|assess|benefit|health|welfare|well-?being|https?:|www\.|\.uk\b/i;

/** The name in a council's settings (`messagesFrom`), unless it is none or would tell; then none. */
export function neutralName(settings: Record<string, unknown>): string | null {
  const name = settings.messagesFrom;
  return typeof name === 'string' && name.trim() && name.length <= 30 && !giveAway.test(name)
    ? name.trim()
    : null;
}
