import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRecord } from './read-record.ts';

const context = { feed: { name: 'Larkfield', url: 'https://directory.example.org' }, today: '2026-11-21' };
const house = (fields: object) =>
  readRecord(
    3,
    {
      id: 'h1',
      status: 'active',
      name: 'Larkfield House',
      organization: { name: 'Larkfield Help' },
      phones: [{ number: '01632 960777' }],
      service_at_locations: [
        {
          location: {
            name: 'The house',
            latitude: 53.4,
            longitude: -1.5,
            addresses: [{ address_1: '14 Quiet Street', city: 'Larkfield', postal_code: 'zz33zz' }],
          },
        },
      ],
      ...fields,
    },
    context,
  );

describe('a place whose address must stay unknown', () => {
  for (const fields of [
    { name: 'Larkfield Women’s Refuge' },
    { name: 'Safe tonight', description: 'We offer refuge accommodation for families.' },
    { organization: { name: 'Larkfield Domestic Abuse Support' } },
    { attributes: [{ taxonomy_term: { name: 'Domestic violence' } }] },
  ]) {
    it(`is listed with no trace of where it is: ${JSON.stringify(fields)}`, () => {
      const description = 'We offer refuge accommodation for families. Come to 14 Quiet Street, ZZ3 3ZZ.';
      const read = house({ description, ...fields });
      assert.ok(read.outcome === 'mended' && read.listing.isPlaceWithheld);
      assert.equal(read.listing.phones[0]?.number, '01632 960777');
      assert.doesNotMatch(JSON.stringify(read), /Quiet Street|ZZ3|53\.4|"city"/i);
      assert.ok(
        read.reasons.some((reason) => reason.problem === 'May be a place whose address must stay unknown'),
      );
    });
  }

  for (const fields of [
    { name: 'Welcoming space at Refugee Women of Larkfield' },
    { name: 'Domestic cleaning' },
    { name: 'Citizens’ advice', description: 'Help with money, housing and domestic abuse.' },
  ]) {
    it(`is not suspected without cause: ${fields.name}`, () => {
      const read = house(fields);
      assert.ok(read.outcome !== 'refused' && !read.listing.isPlaceWithheld);
      assert.equal(read.listing.places[0]?.postcode, 'ZZ3 3ZZ');
    });
  }
});
