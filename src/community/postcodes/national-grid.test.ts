import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kilometresBetween } from '../near.ts';
import { osgb36Of, wgs84Of } from './national-grid.ts';

/** Points that Ordnance Survey publishes with its own transformation (OSTN15) for others to be tried against. */
const published = [
  ['Scilly', 91_492.146, 11_318.804, 49.9222639373, -6.29977752014],
  ['the Lizard', 170_370.718, 11_572.405, 49.9600613782, -5.20304609998],
  ['Plymouth', 250_359.811, 62_016.569, 50.4388582561, -4.10864563561],
  ['the Isle of Wight', 449_816.371, 75_335.861, 50.57563665, -1.2978227724],
  ['Bristol', 362_269.991, 169_978.69, 51.4275474302, -2.54407618349],
  ['London', 530_624.974, 178_388.464, 51.4893656495, -0.1199255718],
  ['Nottingham', 454_002.834, 340_834.943, 52.9621910941, -1.19747655922],
  ['Warrington', 357_455.843, 383_290.436, 53.3448028019, -2.6404932081],
] as const;

describe('the National Grid', () => {
  it('is unprojected as in Ordnance Survey’s worked example', () => {
    const { latitude, longitude } = osgb36Of(651_409.903, 313_177.27);
    assert.ok(Math.abs(latitude - (52 + 39 / 60 + 27.2531 / 3600)) < 1e-7);
    assert.ok(Math.abs(longitude - (1 + 43 / 60 + 4.5177 / 3600)) < 1e-7);
  });

  for (const [place, easting, northing, latitude, longitude] of published)
    it(`is within 5 metres of the published point of ${place}`, () => {
      const metres = 1000 * kilometresBetween(wgs84Of(easting, northing), { latitude, longitude });
      assert.ok(metres < 5, `${metres.toFixed(2)} m`);
    });
});
