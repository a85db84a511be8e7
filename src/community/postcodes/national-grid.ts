/**
 * The National Grid to WGS 84. Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and
 * C, and section 6.6 for the shift between the datums: right to about 5 metres anywhere in Great Britain, which is finer
 * than a postcode.
 */
import type { Coordinates } from '../listing.ts';

interface Ellipsoid {
  /** Half the long and the short axis, in metres. */
  a: number;
  b: number;
}
const airy1830: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const grs80: Ellipsoid = { a: 6_378_137, b: 6_356_752.3141 };

/** The grid's projection: scale on its central meridian, its true origin, and what the grid calls that place. */
const grid = {
  scale: 0.9996012717,
  latitude: radians(49),
  longitude: radians(-2),
  east: 400_000,
  north: -100_000,
};
/** OSGB36 to WGS 84: metres, seconds of arc, parts in a million. */
const shift = { x: 446.448, y: -125.157, z: 542.06, rx: 0.1502, ry: 0.247, rz: 0.8421, ppm: -20.4894 };

/**
 * Where a grid reference is.
 * @param easting metres east of the grid's origin
 * @param northing metres north of it
 * @example wgs84Of(530_624.974, 178_388.464) // { latitude: 51.48936…, longitude: -0.11992… }
 */
export function wgs84Of(easting: number, northing: number): Coordinates {
  return onEllipsoid(shifted(inSpace(osgb36Of(easting, northing), airy1830)), grs80);
}

/** Latitude and longitude on the Airy ellipsoid, as older maps have them (annex C.2). */
export function osgb36Of(easting: number, northing: number): Coordinates {
  const { a, b } = airy1830;
  const { scale } = grid;
  const e2 = (a * a - b * b) / (a * a);
  const phi = footpoint(northing);
  const sin = Math.sin(phi);
  const nu = (a * scale) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const t = Math.tan(phi);
  const sec = 1 / Math.cos(phi);
  const seventh = t / (2 * rho * nu);
  const eighth = (t / (24 * rho * nu ** 3)) * (5 + 3 * t ** 2 + eta2 - 9 * t ** 2 * eta2);
  const ninth = (t / (720 * rho * nu ** 5)) * (61 + 90 * t ** 2 + 45 * t ** 4);
  const tenth = sec / nu;
  const eleventh = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t ** 2);
  const twelfth = (sec / (120 * nu ** 5)) * (5 + 28 * t ** 2 + 24 * t ** 4);
  const last = (sec / (5040 * nu ** 7)) * (61 + 662 * t ** 2 + 1320 * t ** 4 + 720 * t ** 6);
  const d = easting - grid.east;
  return {
    latitude: degrees(phi - seventh * d ** 2 + eighth * d ** 4 - ninth * d ** 6),
    longitude: degrees(grid.longitude + tenth * d - eleventh * d ** 3 + twelfth * d ** 5 - last * d ** 7),
  };
}

/** The latitude whose arc along the central meridian is as long as the northing, to a hundredth of a millimetre. */
function footpoint(northing: number): number {
  const { a } = airy1830;
  let phi = grid.latitude;
  let left = northing - grid.north;
  for (let step = 0; step < 20 && Math.abs(left) >= 0.000_01; step += 1) {
    phi += left / (a * grid.scale);
    left = northing - grid.north - meridianArc(phi);
  }
  return phi;
}

function meridianArc(phi: number): number {
  const { a, b } = airy1830;
  const n = (a - b) / (a + b);
  const less = phi - grid.latitude;
  const more = phi + grid.latitude;
  return (
    b *
    grid.scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(more) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  );
}

interface Point {
  x: number;
  y: number;
  z: number;
}

function inSpace({ latitude, longitude }: Coordinates, { a, b }: Ellipsoid): Point {
  const phi = radians(latitude);
  const lambda = radians(longitude);
  const e2 = (a * a - b * b) / (a * a);
  const nu = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return {
    x: nu * Math.cos(phi) * Math.cos(lambda),
    y: nu * Math.cos(phi) * Math.sin(lambda),
    z: nu * (1 - e2) * Math.sin(phi),
  };
}

/** The seven-parameter (Helmert) transformation for small angles. */
function shifted({ x, y, z }: Point): Point {
  const scale = 1 + shift.ppm / 1e6;
  const [rx, ry, rz] = [shift.rx, shift.ry, shift.rz].map((seconds) => radians(seconds / 3600)) as [
    number,
    number,
    number,
  ];
  return {
    x: shift.x + x * scale - y * rz + z * ry,
    y: shift.y + x * rz + y * scale - z * rx,
    z: shift.z - x * ry + y * rx + z * scale,
  };
}

function onEllipsoid({ x, y, z }: Point, { a, b }: Ellipsoid): Coordinates {
  const e2 = (a * a - b * b) / (a * a);
  const p = Math.hypot(x, y);
  let phi = Math.atan2(z, p * (1 - e2));
  for (let step = 0; step < 10; step += 1) {
    const nu = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + e2 * nu * Math.sin(phi), p);
  }
  return { latitude: degrees(phi), longitude: degrees(Math.atan2(y, x)) };
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
