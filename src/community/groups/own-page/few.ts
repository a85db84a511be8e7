/** E10 counts of people from 1 to this are never shown as they are. */
const fewUpTo = 7;

/**
 * A count of people in words that point at nobody (E10): none, a few, or a number to the nearest five.
 * @example peopleInWords(3) // 'a few people'
 */
export function peopleInWords(count: number): string {
  if (count === 0) return 'nobody';
  return count <= fewUpTo ? 'a few people' : `about ${Math.round(count / 5) * 5} people`;
}
