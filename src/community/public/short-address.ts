/** Where a listing's page is, short enough to type from a slip; the same address stands in its QR. */
export interface PublicAddress {
  /** Such as https://alongside.example.gov.uk. */
  origin: string;
  councilSlug: string;
  /** The eight letters and figures that stand for the listing. */
  short: string;
}

/**
 * The public address of a listing, and nothing else: never a name, nor anything that opens a record.
 * @example shortAddress({ origin: 'https://alongside.example', councilSlug: 'saltbeck', short: 'k7m2pq9x' })
 * // 'https://alongside.example/at/saltbeck/l/k7m2-pq9x'
 */
export function shortAddress({ origin, councilSlug, short }: PublicAddress): string {
  return `${origin}/at/${councilSlug}/l/${short.slice(0, 4)}-${short.slice(4)}`;
}

/** As people type it: without what every browser adds. @example typedAddress('https://a.example/at/x') // 'a.example/at/x' */
export const typedAddress = (address: string): string => address.replace(/^https?:\/\//, '');

/**
 * The letters and figures of a short address, however they were typed: capitals, no dash, O for 0, I or L for 1.
 * @returns null when it cannot be one
 */
export function readShort(typed: string): string | null {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return /^[0-9a-hjkmnp-tv-z]{8}$/.test(plain) ? plain : null;
}
