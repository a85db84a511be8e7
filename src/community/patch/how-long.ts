/** Nothing we write down took less than a minute or more than a day. */
const longest = 24 * 60;

const counts: Record<string, number> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 },
};
const count = `\\d{1,4}(?:\\.\\d{1,2})?|${Object.keys(counts).join('|')}`;
const hour = 'hours?|hrs?|h';
const minute = 'minutes?|mins?|m';

/** The ways people write how long, each to minutes; a whole text must be one of them. */
const ways: [RegExp, (...said: string[]) => number][] = [
  [/^(\d{1,4})$/, (minutes) => amount(minutes)],
  [/^(\d{1,2}):(\d{2})$/, (hours, minutes) => amount(hours) * 60 + amount(minutes)],
  [/^half (?:an )?(?:hour|hr)$/, () => 30],
  [/^(?:a )?quarter of an hour$/, () => 15],
  [/^three quarters of an hour$/, () => 45],
  [
    new RegExp(`^(${count}) ?(?:${hour}) and (?:a )?(half|quarter)$`),
    (hours, part) => amount(hours) * 60 + (part === 'half' ? 30 : 15),
  ],
  [new RegExp(`^(${count}) and (?:a )?half (?:${hour})$`), (hours) => amount(hours) * 60 + 30],
  [
    new RegExp(`^(${count}) ?(?:${hour})(?: and)? ?(${count}) ?(?:${minute})?$`),
    (hours, minutes) => amount(hours) * 60 + amount(minutes),
  ],
  [new RegExp(`^(${count}) ?(?:${hour})$`), (hours) => amount(hours) * 60],
  [new RegExp(`^(${count}) ?(?:${minute})$`), (minutes) => amount(minutes)],
];

/**
 * How long, as people write it, in whole minutes: "40", "1h 30", "1:30", "half an hour", "an hour and a half". A number by
 * itself is minutes. Null when it cannot be read, or is not between a minute and a day. @example readHowLong('1h 30') // 90
 */
export function readHowLong(text: string): number | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:about|around|roughly|nearly|just over|just under|maybe|some|~)\s*/, '')
    .replace(/\.$/, '')
    .replace(/½/g, '.5')
    .replace(/[\s,]+/g, ' ');
  for (const [way, minutesOf] of ways) {
    const found = way.exec(plain);
    if (!found) continue;
    const minutes = Math.round(minutesOf(...found.slice(1)));
    return minutes >= 1 && minutes <= longest ? minutes : null;
  }
  return null;
}

/** The text of a length of time inside a sentence, for readers that look for one. */
export const howLongInWords = `(?:half an hour|(?:a )?quarter of an hour|three quarters of an hour|(?:${count}) ?(?:hours?|hrs?)(?: and (?:a )?(?:half|quarter))?(?: ?(?:and )?(?:${count}) ?(?:minutes?|mins?))?|(?:${count}) ?(?:minutes?|mins?))`;

const amount = (said: string): number => counts[said] ?? Number(said);
