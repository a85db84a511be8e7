import type { Coordinates } from './listing.ts';

/** Mean radius of the Earth in kilometres (IUGG). */
const EARTH_KM = 6371.0088;
const KM_IN_A_MILE = 1.609344;

/**
 * Kilometres between two places as the crow flies, by the haversine formula: right to about 0.5% on the real, slightly
 * flattened Earth, which is finer than a postcode.
 * @example kilometresBetween({ latitude: 51.5, longitude: -0.1 }, { latitude: 51.5, longitude: -0.1 }) // 0
 */
export function kilometresBetween(from: Coordinates, to: Coordinates): number {
  const north = radians(to.latitude - from.latitude);
  const east = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}

const milesOf = (kilometres: number): number => kilometres / KM_IN_A_MILE;
export const kilometresOf = (miles: number): number => miles * KM_IN_A_MILE;

/**
 * How far, as people say it; never finer than the crow's flight deserves.
 * @example describeDistance(4.9) // 'about 3 miles away'
 */
export function describeDistance(kilometres: number): string {
  const miles = milesOf(kilometres);
  if (miles < 0.25) return 'very near';
  if (miles < 0.75) return 'about half a mile away';
  if (miles < 1.25) return 'about a mile away';
  if (miles < 3) return `about ${halves(miles)} miles away`;
  return `about ${Math.round(miles)} miles away`;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function halves(miles: number): string {
  const rounded = Math.round(miles * 2) / 2;
  return rounded % 1 === 0 ? String(rounded) : `${Math.floor(rounded)}½`;
}
