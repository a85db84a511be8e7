/** How big the letters are, in points: 16 is large print already; 20 for those who need more. */
export const sizes = ['16', '20'] as const;
export type PaperSize = (typeof sizes)[number];

/**
 * The sign printed beside a part, by which whoever puts it in finds it again: the end of its id, which tells nothing and
 * counts nothing (W1).
 * @example signOf('01a20370-5a67-7373-a58c-8a82ee498fa4') // '498 FA4'
 */
export function signOf(id: string): string {
  const end = id.slice(-6).toUpperCase();
  return `${end.slice(0, 3)} ${end.slice(3)}`;
}
