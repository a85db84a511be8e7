import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeDistance, kilometresBetween, kilometresOf } from './near.ts';

const london = { latitude: 51.5074, longitude: -0.1278 };
const edinburgh = { latitude: 55.9533, longitude: -3.1883 };

describe('how far something is', () => {
  it('is right across the country: London to Edinburgh is about 534 km', () => {
    assert.ok(Math.abs(kilometresBetween(london, edinburgh) - 534) < 1);
  });

  it('is one degree of latitude in 111.195 km, and the same both ways', () => {
    const north = { latitude: 52.5074, longitude: -0.1278 };
    assert.ok(Math.abs(kilometresBetween(london, north) - 111.195) < 0.001);
    assert.equal(kilometresBetween(london, edinburgh), kilometresBetween(edinburgh, london));
    assert.equal(kilometresBetween(london, london), 0);
  });

  it('is said as people say it', () => {
    const said = [0, 0.1, 0.5, 1, 1.4, 2.6, 7.4].map((miles) => describeDistance(kilometresOf(miles)));
    assert.deepEqual(said, [
      'very near',
      'very near',
      'about half a mile away',
      'about a mile away',
      'about 1½ miles away',
      'about 2½ miles away',
      'about 7 miles away',
    ]);
    assert.equal(kilometresOf(1), 1.609344);
  });
});
