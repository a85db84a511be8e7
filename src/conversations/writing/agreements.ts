import { addDays, type Day, daysBetween } from '../../platform/clock.ts';

/** A promise read out of a line of what was agreed; a person says yes or no to it. */
export interface ProposedPromise {
  who: string;
  /** What they will do, after their name: 'will ring the boat shed'. */
  what: string;
  dueOn: Day | null;
  /** The writer's own, or the team's: it comes to the writer's Today. */
  isOurs: boolean;
}

/**
 * Promises in what was agreed: every line that begins with a dash. Who is read before “will” or from the
 * name that begins the line; a line that names nobody is the writer's own. Days are read from `today`.
 * @example promisesIn('- Carol brings a pie on Sunday', 'Rowan', '2026-11-17') // Carol, 'brings a pie', '2026-11-22'
 */
export function promisesIn(agreed: string, writer: string, today: Day): ProposedPromise[] {
  return agreed.split(/\r?\n/).flatMap((line) => {
    const words = /^\s*[-–—*•]\s*(.+?)[\s.;]*$/.exec(line)?.[1];
    if (!words) return [];
    const { rest, dueOn } = takeDay(words, today);
    return rest ? [{ ...takeWho(rest, writer), dueOn }] : [];
  });
}

function takeWho(words: string, writer: string): Omit<ProposedPromise, 'dueOn'> {
  const ours = /^(I|we)(?:['’]ll| will)?\s+(.+)$/i.exec(words);
  if (ours)
    return { who: ours[1]?.toLowerCase() === 'i' ? writer : 'We', what: `will ${ours[2]}`, isOurs: true };
  const named =
    /^((?:\S+\s+){0,4}?\S+?)(?:['’]ll| will)\s+(?<will>.+)$/.exec(words) ??
    /^((?:The|Their|Her|His|My)\s(?:\S+\s)+?)(?<does>\w+s\s.+)$/.exec(words) ??
    /^(\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}[\p{L}'’]+)*)\s(?<does>\p{Ll}\S*s(?:\s.+)?)$/u.exec(words);
  const who = named?.[1]?.trim() ?? '';
  if (!named || !who) return { who: writer, what: `will ${lower(words)}`, isOurs: true };
  const { will, does } = named.groups ?? {};
  return { who, what: will ? `will ${will}` : (does ?? ''), isOurs: who === writer };
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numbers = ['a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

type DayPattern = [RegExp, (match: RegExpExecArray, today: Day) => Day | null];
const by = String.raw`(?:\b(?:by|on|before|this|from|until)\s+)*`;
const month = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`;

const dayPatterns: DayPattern[] = [
  [
    new RegExp(`${by}(\\d{4})-(\\d{2})-(\\d{2})\\b`, 'i'),
    ([, year, m, d]) => realDay(Number(year), Number(m), Number(d)),
  ],
  [
    new RegExp(
      `${by}(?:the\\s+)?(?:(?:${weekdays.join('|')})\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?:\\s+(\\d{4}))?\\b`,
      'i',
    ),
    ([, d, name, year], today) =>
      nearestDay(Number(d), months.indexOf(String(name).toLowerCase()) + 1, year, today),
  ],
  [
    new RegExp(`${by}\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?\\b`, 'i'),
    ([, d, m, year], today) => nearestDay(Number(d), Number(m), year, today),
  ],
  [
    new RegExp(
      `\\b(?:with)?in\\s+(\\d{1,2}|an?|${numbers.join('|')})\\s+(day|week|month)s?\\b(?:['’]s?)?(?:\\s+time)?`,
      'i',
    ),
    ([, many, unit], today) => addDays(today, countOf(String(many)) * daysIn(String(unit).toLowerCase())),
  ],
  [
    new RegExp(`${by}\\b(?:(?:with)?in\\s+)?a\\s+fortnight\\b(?:['’]s\\s+time)?`, 'i'),
    (_, today) => addDays(today, 14),
  ],
  [
    new RegExp(`${by}\\bnext\\s+(${weekdays.join('|')})\\b`, 'i'),
    ([, name], today) => weekdayNextWeek(String(name), today),
  ],
  [
    new RegExp(`${by}\\b(${weekdays.join('|')})\\b`, 'i'),
    ([, name], today) => weekdayAfter(String(name), today),
  ],
  [new RegExp(`${by}\\btomorrow\\b`, 'i'), (_, today) => addDays(today, 1)],
  [new RegExp(`${by}\\b(?:today|tonight)\\b`, 'i'), (_, today) => today],
];

/** Takes the first way of saying a day out of a line. */
function takeDay(words: string, today: Day): { rest: string; dueOn: Day | null } {
  for (const [pattern, read] of dayPatterns) {
    const match = pattern.exec(words);
    const dueOn = match ? read(match, today) : null;
    if (!match || !dueOn) continue;
    const rest = words.slice(0, match.index) + words.slice(match.index + match[0].length);
    return {
      rest: rest
        .replace(/\s+/g, ' ')
        .replace(/[\s,]+$/, '')
        .replace(/^[\s,]+/, ''),
      dueOn,
    };
  }
  return { rest: words, dueOn: null };
}

const countOf = (many: string): number =>
  Number(many) || Math.max(1, numbers.indexOf(many.toLowerCase()) + 1);
const daysIn = (unit: string): number => ({ day: 1, week: 7, month: 30 })[unit] ?? 1;
const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** The next such day after today: “by Friday” said on a Friday is a week away. */
function weekdayAfter(name: string, today: Day): Day {
  return addDays(today, ((weekdays.indexOf(name.toLowerCase()) - weekdayOf(today) + 6) % 7) + 1);
}

/** That day of the week that begins next Monday. */
function weekdayNextWeek(name: string, today: Day): Day {
  const monday = weekdayAfter('monday', today);
  return addDays(monday, (weekdays.indexOf(name.toLowerCase()) + 6) % 7);
}

/** A day without its year is the next one to come. */
function nearestDay(day: number, monthNumber: number, year: string | undefined, today: Day): Day | null {
  if (year) return realDay(Number(year), monthNumber, day);
  const thisYear = realDay(Number(today.slice(0, 4)), monthNumber, day);
  return thisYear && daysBetween(today, thisYear) >= 0
    ? thisYear
    : realDay(Number(today.slice(0, 4)) + 1, monthNumber, day);
}

function realDay(year: number, monthNumber: number, day: number): Day | null {
  const instant = new Date(Date.UTC(year, monthNumber - 1, day, 12));
  return instant.getUTCMonth() === monthNumber - 1 && instant.getUTCDate() === day
    ? instant.toISOString().slice(0, 10)
    : null;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
