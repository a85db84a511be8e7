import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ListedRecord } from '../read-outcome.ts';
import { type FeedVersion, readRecord } from '../read-record.ts';

const context = {
  feed: { name: 'Larkfield directory', url: 'https://directory.example.org' },
  today: '2026-11-21',
};
function readWith(fields: object, version: FeedVersion = 3): ListedRecord {
  const read = readRecord(
    version,
    { id: 'x1', name: 'Larkfield Singers', status: 'active', ...fields },
    context,
  );
  assert.notEqual(read.outcome, 'refused', JSON.stringify(read.reasons));
  return read as ListedRecord;
}
const organisationOf = (organization: object) => readWith({ organization }).organisation;
const problems = (read: ListedRecord) => read.reasons.map(({ problem }) => problem);

describe('whose a record is', () => {
  it('nested, with what it says of itself in plain words', () => {
    const organisation = organisationOf({
      ...{ id: 'odd id/7', name: 'Larkfield <b>Neighbours</b>', description: '<p>We neighbour.</p>' },
      ...{ website: 'www.neighbours.example.org', email: 'hello@neighbours.example.org' },
    });
    assert.deepEqual(organisation, {
      ...{ sourceId: 'odd id/7', name: 'Larkfield Neighbours', description: 'We neighbour.' },
      ...{ website: 'https://www.neighbours.example.org', email: 'hello@neighbours.example.org' },
      identifiers: [],
    });
  });

  it('by an id alone, by a name alone, or not at all', () => {
    assert.equal(readWith({ organization_id: 'org-9' }).organisation?.sourceId, 'org-9');
    assert.equal(readWith({ organization_id: 'org-9' }).organisation?.name, null);
    assert.equal(organisationOf({ name: 'Riverside Friends' })?.sourceId, 'called:riverside friends');
    assert.equal(readWith({ organization: { name: '  ', url: '' } }).organisation, null);
    assert.equal(readWith({ organization: null }).organisation, null);
  });

  for (const [sentence, given, expected] of [
    [
      'a company number is eight places',
      { identifier_scheme: 'GB-COH', identifier: '1234567' },
      'GB-COH 01234567',
    ],
    [
      'a charity by what it is called',
      { identifier_type: 'Charity Number', identifier: '1 098 765' },
      'GB-CHC 1098765',
    ],
    ['a Scottish charity', { identifier_type: 'charity', identifier: 'SC045678' }, 'GB-SC SC045678'],
    ['a register of their own', { identifier_type: 'Saltbeck list', identifier: 'r/7' }, 'Saltbeck list R7'],
    ['a charity number that is none', { identifier_scheme: 'GB-CHC', identifier: 'pending' }, undefined],
    ['a number of no register', { identifier: '1098765' }, undefined],
  ] as const) {
    it(`a number on a register: ${sentence}`, () => {
      const read = readWith({ organization: { id: 'o', name: 'O', organization_identifiers: [given] } });
      const [found] = read.organisation?.identifiers ?? [];
      assert.equal(found && `${found.scheme} ${found.identifier}`, expected);
      assert.equal(read.outcome, expected === undefined ? 'mended' : 'accepted');
    });
  }

  it('a charity number told in its own words is read', () => {
    const organisation = organisationOf({
      id: 'o',
      name: 'O',
      description: 'We sing. Registered charity no. 1098765.',
    });
    assert.deepEqual(organisation?.identifiers, [{ scheme: 'GB-CHC', identifier: '1098765' }]);
  });

  it('a refuge’s organisation says nothing of itself, for that may tell the way to its door', () => {
    const read = readWith({
      organization: { id: 'o', name: 'Larch Women’s Aid', description: 'At 1 Larch Row.' },
    });
    assert.equal(read.listing.isPlaceWithheld, true);
    assert.equal(read.organisation?.description, null);
  });

  it('its number is used where the record gives none, and its contact’s email', () => {
    const organization = { id: 'o', name: 'O', phones: [{ number: '01632 960123' }] };
    const borrowed = readWith({ organization, contacts: [{ email: 'hello@singers.example.org' }] });
    assert.deepEqual(
      [borrowed.listing.phones[0]?.number, borrowed.listing.email],
      ['01632 960123', 'hello@singers.example.org'],
    );
    const own = readWith({ organization, phones: [{ number: '01632 960999' }] });
    assert.deepEqual(
      own.listing.phones.map(({ number }) => number),
      ['01632 960999'],
    );
  });
});

describe('what a record is filed under', () => {
  it('version 3 hangs terms on attributes, of the service and of where it happens; ids stay as they are', () => {
    const term = {
      ...{
        id: 'odd/term 9',
        name: 'Walking groups',
        term_uri: 'https://example.org/terms/9',
        parent_id: 'root',
      },
      taxonomy_detail: { id: 'tax-1', name: 'Saltbeck topics', uri: 'https://example.org/topics' },
    };
    const other = { id: 't2', name: 'Company', taxonomy: 'Needs' };
    const { terms, listing } = readWith({
      attributes: [{ id: 'a', taxonomy_term: term }, { id: 'b', taxonomy_term: term }, { id: 'c' }],
      service_at_locations: [{ id: 's', attributes: [{ id: 'd', taxonomy_term: other }] }],
    });
    assert.deepEqual(terms, [
      {
        ...{ sourceId: 'odd/term 9', name: 'Walking groups', description: null },
        ...{ uri: 'https://example.org/terms/9', parentSourceId: 'root' },
        taxonomy: {
          ...{ sourceId: 'tax-1', name: 'Saltbeck topics', description: null },
          uri: 'https://example.org/topics',
        },
      },
      {
        ...{ sourceId: 't2', name: 'Company', description: null, uri: null, parentSourceId: null },
        taxonomy: { sourceId: 'called:needs', name: 'Needs', description: null, uri: null },
      },
    ]);
    assert.deepEqual(listing.topics, ['Walking groups', 'Company']);
  });

  it('version 1 hangs them on service_taxonomys and link_taxonomies', () => {
    const lunch = { id: 't1', name: 'Lunch clubs', vocabulary: 'esdServiceTypes' };
    const over55 = { id: 't3', name: 'Over 55', vocabulary: 'esdCircumstances' };
    const { terms } = readWith(
      {
        service_taxonomys: [{ taxonomy: lunch }],
        eligibilitys: [{ eligibility: 'Over 55', link_taxonomies: [{ taxonomy: over55 }] }],
      },
      1,
    );
    assert.deepEqual(
      terms.map(({ sourceId, taxonomy }) => [sourceId, taxonomy?.name]),
      [
        ['t1', 'esdServiceTypes'],
        ['t3', 'esdCircumstances'],
      ],
    );
  });

  it('one with no name is left out and said; thousands are cut short', () => {
    const read = readWith({ attributes: [{ id: 'a', taxonomy_term: { id: 't' } }] });
    assert.deepEqual(read.terms, []);
    assert.ok(problems(read).includes('Has an id and no name'));
    const many = Array.from({ length: 5_000 }, (_, n) => ({ taxonomy_term: { id: `t${n}`, name: `T${n}` } }));
    assert.equal(readWith({ attributes: many }).terms.length, 200);
  });
});

describe('how full it says it is (HSDS 3.1)', () => {
  const roomWith = (...capacities: object[]) => readWith({ capacities }).listing.room;
  it('in the words we use', () => {
    assert.equal(roomWith({ available: 0, maximum: 12 }), 'full');
    assert.equal(roomWith({ available: 1, maximum: 12 }), 'nearly full');
    assert.equal(roomWith({ available: 6, maximum: 12 }), 'room for more');
    assert.equal(roomWith({ available: 0 }, { available: 9 }), 'room for more');
  });

  it('not when it was said long ago, is no number of places, or is not said', () => {
    assert.equal(roomWith({ available: 6, updated: '2026-01-02T09:00:00Z' }), null);
    assert.equal(roomWith({ available: 6, updated: '2026-11-02T09:00:00Z' }), 'room for more');
    assert.equal(roomWith({ available: -4 }), null);
    assert.equal(roomWith({ maximum: 12 }), null);
  });

  it('further web addresses of 3.1 are used where there is no first', () => {
    const { listing } = readWith({ additional_urls: [{ url: 'singers.example.org' }] });
    assert.equal(listing.website, 'https://singers.example.org');
  });
});
