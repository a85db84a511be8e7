import { howLongInWords, readHowLong } from '../../community/patch/how-long.ts';

/** What says that a length of time is the talk's own, and not the wait for a bus or the wash in the morning. */
const talked =
  '(?:we|i|both)\\s+(?:talked|spoke|chatted|sat(?: together)?|met|were on the phone)(?: together)?';
const ours = new RegExp(
  `\\b${talked}\\s+for\\s+(?:about\\s+|nearly\\s+|over\\s+)?(${howLongInWords})\\b`,
  'gi',
);
const inPlace = new RegExp(`(?:^|[,·(;]\\s*)(?:about\\s+)?(${howLongInWords})\\s*\\)?$`, 'i');

/**
 * Minutes that were written without being asked, when it is plainly so: "we talked for about an hour", or a place such as
 * "by phone, 20 minutes". Two different answers are no answer. Never a guess from how much was written.
 * @example howLongPlainlySaid('by phone, 20 minutes', []) // 20
 */
export function howLongPlainlySaid(place: string, words: readonly string[]): number | null {
  const said = [
    inPlace.exec(place)?.[1],
    ...words.flatMap((text) => [...text.matchAll(ours)].map((one) => one[1])),
  ]
    .map((text) => (text === undefined ? null : readHowLong(text)))
    .filter((minutes) => minutes !== null);
  const [first, ...others] = new Set(said);
  return first === undefined || others.length > 0 ? null : first;
}
