/** How much help was said, by the week: '45 minutes twice a day' is 7 × 2 × 0.75 hours, in 14 times. */
export interface SaidAmount {
  hours: number | null;
  times: number | null;
}

const numbers: Record<string, number> = {
  ...{ a: 1, an: 1, one: 1, once: 1, two: 2, twice: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 },
  ...{ eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, half: 0.5 },
};
const byTheWeek: Record<string, number> = {
  day: 7,
  night: 7,
  morning: 7,
  evening: 7,
  week: 1,
  fortnight: 0.5,
};

const number = `(\\d+(?:\\.\\d+)?|${Object.keys(numbers).join('|')})`;
const often = `(?:a|an|each|every|per)\\s+(${Object.keys(byTheWeek).join('|')})`;
const length = new RegExp(`\\b${number}\\s+(?:an\\s+)?(hour|minute|min)s?\\b`, 'i');
const lengthOften = new RegExp(`\\b${number}\\s+(?:an\\s+)?(hour|minute|min)s?\\s+${often}\\b`, 'i');
const timesOften = new RegExp(
  `\\b(?:(once|twice)|${number}\\s+(?:times|visits|calls|sessions|days|nights|mornings|evenings))\\s+${often}\\b`,
  'i',
);

/**
 * Hours and times a week that somebody's words say, each null when they do not: a reading aid for P1, never the
 * only test. @example saidAmount('Two hours a day') // { hours: 14, times: null }
 */
export function saidAmount(text: string): SaidAmount {
  const whole = lengthOften.exec(text);
  const each = length.exec(text);
  const frequency = timesOften.exec(text);
  const times = frequency
    ? numberOf(frequency[1] ?? frequency[2] ?? '') * (byTheWeek[(frequency[3] ?? '').toLowerCase()] ?? 1)
    : null;
  if (whole) return { hours: hoursOf(whole) * (byTheWeek[(whole[3] ?? '').toLowerCase()] ?? 1), times };
  return { hours: each && times !== null ? hoursOf(each) * times : null, times };
}

/** True when both say how much, and the later says less. */
export function saysLess(before: string, after: string): boolean {
  const was = saidAmount(before);
  const now = saidAmount(after);
  const isLess = (from: number | null, to: number | null) => from !== null && to !== null && to < from;
  if (was.hours !== null && now.hours !== null) return isLess(was.hours, now.hours);
  return isLess(was.times, now.times);
}

const hoursOf = ([, amount = '', unit = '']: RegExpExecArray): number =>
  unit.toLowerCase() === 'hour' ? numberOf(amount) : numberOf(amount) / 60;

const numberOf = (text: string): number => numbers[text.toLowerCase()] ?? Number(text);
