/** A word that makes people into work, with what to say in its place. */
export interface WordToSpare {
  /** Words and phrases; a `*` at the end stands for any ending, and plurals need not be listed. */
  not: readonly string[];
  say: string;
  why: string;
  /** Everyday uses that are nothing to do with it. */
  ordinary?: readonly string[];
}

export interface Hit {
  /** As it stands in the text. */
  word: string;
  startsAt: number;
  endsAt: number;
  say: string;
  why: string;
}

const listed = (words: string): string[] => words.split(', ');

/**
 * What stays off screens, letters and addresses (product rules, section 2). The list is a council's to change; a
 * writing aid marks these words in notes and says why, and never blocks or touches somebody's own words.
 */
export const wordsToSpare: readonly WordToSpare[] = [
  {
    not: listed(
      'service user, client, customer, case, caseload, case load, case-holder, caseholder, casework*',
    ),
    say: 'the person’s name; person; people we are alongside',
    why: 'People are not their file.',
    ordinary: listed(
      'in case, in any case, in that case, in this case, in which case, own case, lower case, upper case',
    ),
  },
  {
    not: listed('assess*, reassess*'),
    say: 'conversation (in statutory letters "needs assessment", explained)',
    why: 'Nobody wants to be measured by a stranger.',
  },
  {
    not: listed('review*'),
    say: 'catch-up on how the plan is going',
    why: 'It is done to people, not with them.',
  },
  {
    not: listed('referral, refer on, referred, signpost*'),
    say: 'introduce, introduction; go with',
    why: 'Sending people on is not helping them arrive.',
  },
  {
    not: listed(
      'triage*, screened, screening, screen out, screened out, allocat*, hand-off, handoff, transfer*',
    ),
    say: 'answer; who is best placed and willing; stay with',
    why: 'Each time, the story is told again.',
    ordinary: listed('bank transfer'),
  },
  {
    not: listed('waiting list'),
    say: 'people we have not yet spoken to',
    why: 'A list hides who is waiting.',
  },
  {
    not: listed('close, closed, closes, closing, closure, nfa, no further action, diverted'),
    say: 'resting; what we agreed; how to come back',
    why: 'Nothing is over: people come back.',
    ordinary: listed('close to, close by, close friend, close family, close neighbour'),
  },
  {
    not: listed('pathway, journey, process, processes, processed'),
    say: 'what happens next',
    why: 'A path we drew is not where somebody is going.',
    ordinary: listed('bus journey, train journey, car journey'),
  },
  {
    not: listed('care package, package'),
    say: 'the support you draw on (say what)',
    why: 'Support is people, not a parcel.',
  },
  {
    not: listed('placement, bed, unit'),
    say: 'home, where you live',
    why: 'People live somewhere; they are not put there.',
    ordinary: listed(
      'in bed, to bed, out of bed, into bed, own bed, the bed, his bed, her bed, their bed, kitchen unit',
    ),
  },
  { not: listed('respite'), say: 'a break', why: 'It says that the person is a burden.' },
  {
    not: listed(
      'vulnerable, complex, challenging, hard to reach, hard-to-reach, non-compliant, refuses to engage, not engaging',
    ),
    say: 'say what is going on; "we have not found the right way yet"',
    why: 'It judges the person and tells nobody what to do.',
  },
  {
    not: listed('prevention, demand management'),
    say: 'wellbeing, connection; people asking for help',
    why: 'People are not demand to be managed.',
  },
  {
    not: listed(
      'does not meet criteria, does not meet the criteria, not meet criteria, not meet the criteria',
    ),
    say: '"the law does not require us to ..., here is why, and how to challenge it"',
    why: 'It shuts a door without saying why.',
  },
];

export interface WordsSettings {
  list?: readonly WordToSpare[];
  /** Phrases that may stand here: statutory terms such as "needs assessment", with a gloss beside them. */
  allow?: readonly string[];
}

/**
 * Every word to spare in a text, in order. A longer phrase wins over a word inside it.
 * @example findWords('Her case was closed').map((hit) => hit.word) // ['case', 'closed']
 */
export function findWords(text: string, { list = wordsToSpare, allow = [] }: WordsSettings = {}): Hit[] {
  const hits: Hit[] = [];
  for (const { not, say, why, ordinary = [] } of list) {
    const spared = placesOf([...ordinary, ...allow], text);
    const found = placesOf(not, text).filter((place) => !spared.some((other) => isWithin(place, other)));
    hits.push(
      ...found.map(({ startsAt, endsAt }) => ({
        word: text.slice(startsAt, endsAt),
        startsAt,
        endsAt,
        say,
        why,
      })),
    );
  }
  return hits
    .filter((hit) => !hits.some((other) => other !== hit && isWithin(hit, other)))
    .sort((one, other) => one.startsAt - other.startsAt);
}

interface Place {
  startsAt: number;
  endsAt: number;
}

function placesOf(phrases: readonly string[], text: string): Place[] {
  if (phrases.length === 0) return [];
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length).map(patternOf);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((match) => ({
    startsAt: match.index,
    endsAt: match.index + match[0].length,
  }));
}

/** Spaces and hyphens may stand for each other, and any phrase may be plural. */
function patternOf(phrase: string): string {
  const stem = phrase
    .replace(/\*$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+');
  return phrase.endsWith('*') ? `${stem}\\p{L}*` : `${stem}(?:s|es)?`;
}

const isWithin = (place: Place, other: Place): boolean =>
  place.startsAt >= other.startsAt && place.endsAt <= other.endsAt;
