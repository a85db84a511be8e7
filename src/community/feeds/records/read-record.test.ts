import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ListedRecord, ReadRecord } from './read-outcome.ts';
import { tallyOutcomes } from './read-outcome.ts';
import { type FeedVersion, readRecord } from './read-record.ts';

const context = {
  feed: { name: 'Larkfield directory', url: 'https://directory.example.org' },
  today: '2026-11-21',
};
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));

function listed(read: ReadRecord): ListedRecord {
  assert.notEqual(read.outcome, 'refused', JSON.stringify(read.reasons));
  return read as ListedRecord;
}

const readWith = (fields: object, version: FeedVersion = 3) =>
  readRecord(version, { id: 'x1', name: 'Larkfield Singers', status: 'active', ...fields }, context);
const listingWith = (fields: object, version: FeedVersion = 3) => listed(readWith(fields, version)).listing;
const problems = (read: ReadRecord) => read.reasons.map((reason) => reason.problem);

describe('reading a version 1 record', () => {
  const read = listed(readRecord(1, fixture('version-1.json').content[0], context));
  const { listing } = read;

  it('keeps what it says in plain words, and its own odd id', () => {
    assert.equal(listing.sourceId, '7c1d-not-a-uuid');
    assert.equal(listing.name, 'Larkfield Lunch & Chat');
    assert.equal(
      listing.description,
      'About us\n\nA hot dinner and good company for anyone who would rather not eat alone. See the menu (https://lunch.example.org/menu) or write.\n\n• Soup\n• Pudding',
    );
    assert.match(listing.summary ?? '', /^A hot dinner/);
    assert.deepEqual(listing.topics, ['Lunch clubs']);
    assert.deepEqual(listing.audiences, ['Grandparents', 'Carers']);
    assert.deepEqual(listing.languages, ['English', 'Welsh']);
    assert.deepEqual(listing.howToJoin, ['Get in touch yourself']);
    assert.deepEqual(listing.ways, ['At a place']);
    assert.equal(listing.assuredOn, '2026-09-14');
    assert.equal(listing.modifiedAt?.toISOString(), '2026-09-13T23:00:00.000Z');
  });

  it('finds the place, puts its coordinates the right way round and writes its postcode properly', () => {
    assert.deepEqual(listing.places, [
      {
        name: 'Larkfield Hall',
        kind: 'physical',
        addressLines: ['Chapel Row'],
        town: 'Larkfield',
        postcode: 'ZZ9 9ZZ',
        district: 'ZZ9',
        coordinates: { latitude: 53.4, longitude: -1.5 },
      },
    ]);
    assert.deepEqual(listing.accessibility, ['Step-free, with a hearing loop']);
  });

  it('reads its regular schedules, its costs and its telephones', () => {
    assert.deepEqual(
      listing.schedules.map(({ freq, byday, opensAt, closesAt }) => ({ freq, byday, opensAt, closesAt })),
      [{ freq: 'WEEKLY', byday: ['TU'], opensAt: '12:00', closesAt: '14:00' }],
    );
    assert.deepEqual(listing.costs, [
      { text: 'Dinner', amount: 4.5 },
      { text: '£4.50 a dinner', amount: null },
    ]);
    assert.deepEqual(listing.phones, [
      { number: '01632 960123', label: null, mayBePersonal: false },
      { number: '07700 900123', label: null, mayBePersonal: true },
    ]);
  });

  it('mends what a person would, and says so', () => {
    assert.equal(read.outcome, 'mended');
    assert.equal(listing.website, 'https://www.lunch.example.org');
    assert.equal(listing.email, 'hello@lunch.example.org');
    assert.deepEqual(
      read.reasons
        .filter((reason) => reason.weight === 'mended')
        .map(({ field, problem }) => `${field}: ${problem}`),
      [
        'description: Held a link that leads nowhere',
        'location.latitude: Has latitude and longitude swapped',
        'email: Had something else around the email address',
        'url: Had no http:// at the beginning',
        'maximum_age: Is lower than the lowest age',
      ],
    );
  });
});

describe('reading a version 3 record', () => {
  const source = fixture('version-3-service.json');
  const read = listed(readRecord(3, source, context));

  it('keeps everything the standard gives and the record as it came', () => {
    const { listing } = read;
    assert.deepEqual(listing.otherNames, ['The Wednesday Walk']);
    assert.deepEqual(listing.organisation, {
      id: 'org-9',
      name: 'Riverside Friends',
      website: 'https://walks.example.org',
    });
    assert.equal(listing.places[0]?.postcode, 'ZZ9 9ZY');
    assert.equal(listing.schedules[0]?.opensAt, '10:30');
    assert.equal(listing.minimumAge, 18);
    assert.equal(listing.maximumAge, null);
    assert.equal(listing.modifiedAt?.toISOString(), '2026-07-01T11:00:00.000Z');
    assert.deepEqual(listing.languages, ['English', 'Polish']);
    assert.deepEqual(listing.costs, [
      { text: 'Tea, a cup', amount: 1.5 },
      { text: 'Free', amount: 0 },
    ]);
    assert.deepEqual(listing.topics, ['Walking groups']);
    assert.equal(listing.whoFor, 'Anyone who would like company');
    assert.deepEqual(listing.raw, source);
  });

  it('counts a record as accepted when only its form was tidied', () => {
    const tidy = readWith({ description: '<p>We sing on <b>Mondays</b>.</p>', fees: '', minimum_age: -1 });
    assert.equal(tidy.outcome, 'accepted');
    assert.deepEqual(problems(tidy), [
      'Was written as a web page',
      'Names no organisation',
      'Is -1, which means it is not set',
      'Does not say when it was last checked',
      'Sent fields blank',
    ]);
  });
});

describe('mending', () => {
  const cases: [string, object, (read: ListedRecord) => unknown, unknown, string][] = [
    [
      'a placeholder email is dropped',
      { email: 'Unknown-1@noemail.invalid' },
      (r) => r.listing.email,
      null,
      'Is a placeholder, not an email address',
    ],
    [
      'half an email is dropped',
      { email: 'hello@larkf' },
      (r) => r.listing.email,
      null,
      'Is not a whole email address',
    ],
    [
      'an email in the web field is moved',
      { url: 'mailto:hi@singers.example.org' },
      (r) => r.listing.email,
      'hi@singers.example.org',
      'Is an email address, not a web address',
    ],
    [
      'a script address is dropped',
      { url: 'javascript:alert(1)' },
      (r) => r.listing.website,
      null,
      'Is not a web address',
    ],
    [
      'a slash is put back',
      { url: 'https:/singers.example.org' },
      (r) => r.listing.website,
      'https://singers.example.org',
      'Had a broken beginning',
    ],
    [
      'a date the British way round is understood',
      { assured_date: '03/11/2026' },
      (r) => r.listing.assuredOn,
      '2026-11-03',
      'Is not written year first',
    ],
    [
      'a check still to come is dropped',
      { assured_date: '2027-01-01' },
      (r) => r.listing.assuredOn,
      null,
      'Says it was checked on a day still to come',
    ],
    [
      'a position in the sea off Africa is dropped',
      at({ latitude: 0, longitude: 0 }),
      (r) => r.listing.places[0]?.coordinates,
      null,
      'Is a position outside the United Kingdom',
    ],
    [
      'a postcode in the address is moved',
      at({ addresses: [{ address_1: '1 High St, ZZ1 1ZZ' }] }),
      (r) => [r.listing.places[0]?.addressLines, r.listing.places[0]?.postcode],
      [['1 High St'], 'ZZ1 1ZZ'],
      'Was written in the address',
    ],
    [
      'a letter O in a postcode becomes a nought',
      at({ addresses: [{ postal_code: 'ZZ1 OZZ' }] }),
      (r) => r.listing.places[0]?.postcode,
      'ZZ1 0ZZ',
      'Mixes up letters and numbers',
    ],
    [
      'the second Monday is monthly',
      { schedules: [{ freq: 'WEEKLY', byday: '2MO' }] },
      (r) => r.listing.schedules[0]?.freq,
      'MONTHLY',
      'Names a week of the month but is not monthly',
    ],
    ['ages past 120 are dropped', { maximum_age: 999 }, (r) => r.listing.maximumAge, null, 'Is not an age'],
    [
      'code is left out and the words stay',
      { description: '<p>Sing <script>steal()</script>with us</p>' },
      (r) => r.listing.description,
      'Sing with us',
      'Held code that would run on a page',
    ],
    [
      'an unknown status is not guessed',
      { status: 'perhaps' },
      (r) => r.listing.status,
      'not said',
      'Is not a status the standard knows',
    ],
    [
      'its organisation speaks for it',
      { organization: { name: 'O', description: 'We sing.' } },
      (r) => r.listing.description,
      'We sing.',
      'Says nothing about itself',
    ],
  ];
  for (const [sentence, fields, found, expected, problem] of cases) {
    it(sentence, () => {
      const read = listed(readWith(fields));
      assert.deepEqual(found(read), expected);
      assert.equal(read.outcome, 'mended');
      assert.ok(problems(read).includes(problem), problems(read).join('; '));
    });
  }

  it('shortens what is too long to read, at the end of a sentence, and keeps the whole in the source record', () => {
    const long = 'We sing and we talk. '.repeat(1_600);
    const read = listed(readWith({ description: long }));
    assert.equal(read.outcome, 'mended');
    assert.ok((read.listing.description?.length ?? 0) <= 6_000);
    assert.match(read.listing.description ?? '', /talk\.$/);
    assert.equal((read.listing.raw as { description: string }).description, long);
  });

  it('sums up in the first words that say something, a list in one line and no address of a link', () => {
    const summary = (description: string) => listingWith({ description }).summary;
    assert.equal(
      summary(
        '<h2>About</h2><p>Come and sing with <a href="https://a.example.org/x">your neighbours</a> on Mondays.</p>',
      ),
      'Come and sing with your neighbours on Mondays.',
    );
    assert.equal(
      summary('<ul><li>Singing for everyone who likes it</li><li>Tea</li></ul>'),
      'Singing for everyone who likes it; Tea',
    );
  });

  it('keeps temporarily closed groups in the list', () => {
    assert.equal(listingWith({ status: 'temporarily closed' }).status, 'temporarily closed');
  });

  it('takes out of the source record what PostgreSQL cannot keep', () => {
    const { raw } = listingWith({ odd: 'a\u0000b\ud800' });
    assert.equal((raw as { odd: string }).odd, 'ab\ufffd');
  });
});

describe('refusing', () => {
  for (const [sentence, source, problem] of [
    ['a record with no name', { id: '1', name: '  ' }, 'Has no name'],
    ['a record with no id', { name: 'Singers' }, 'Has no id'],
    ['a word', 'Singers', 'Is not a record'],
    ['a list', [{ id: '1' }], 'Is not a record'],
    ['nothing', null, 'Is not a record'],
    [
      'something nested without end',
      JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`),
      'Is nested too deeply to be a record',
    ],
  ] as const) {
    it(`${sentence} is refused, with the reason`, () => {
      const read = readRecord(3, source, context);
      assert.equal(read.outcome, 'refused');
      assert.deepEqual(problems(read), [problem]);
    });
  }

  for (const fields of [
    { status: 'defunct' },
    { status: 'Inactive' },
    { visibility: 'internal' },
    { name: 'Rota (internal)' },
  ]) {
    it(`${JSON.stringify(fields)} is withdrawn, so that a listing we hold can rest`, () => {
      const read = readWith(fields);
      assert.ok(read.outcome === 'refused' && read.isWithdrawn);
      assert.equal(read.sourceId, 'x1');
    });
  }
});

describe('every record, whatever it is', () => {
  const anyField = fc.oneof(
    fc.jsonValue(),
    fc.string(),
    fc.constantFrom('', '-1', '<p><br></p>', 'WEEKLY', 'TU,2MO', '10:00Z'),
  );
  const nearlyARecord = fc.record(
    Object.fromEntries(
      [
        'id',
        'name',
        'description',
        'url',
        'email',
        'status',
        'fees',
        'assured_date',
        'last_modified',
        'minimum_age',
        'maximum_age',
        'organization',
        'schedules',
        'service_at_locations',
        'phones',
        'contacts',
        'cost_options',
        'languages',
        'attributes',
        'eligibilitys',
        'pc_metadata',
        'pc_targetAudience',
        'service_areas',
        'alert',
      ].map((key) => [key, anyField]),
    ),
    { requiredKeys: [] },
  );
  const schedule = fc.record({
    freq: anyField,
    byday: anyField,
    dtstart: anyField,
    interval: anyField,
    opens_at: anyField,
  });
  const location = fc.record({
    name: anyField,
    latitude: anyField,
    longitude: anyField,
    addresses: fc.array(fc.record({ address_1: anyField, postal_code: anyField, city: anyField })),
  });
  const deeper = fc
    .tuple(nearlyARecord, fc.array(schedule), fc.array(fc.record({ location })))
    .map(([record, schedules, service_at_locations]) => ({
      ...record,
      id: 'a',
      name: 'b',
      schedules,
      service_at_locations,
    }));

  it('ends as exactly one of accepted, mended and refused, says why, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1 as const, 3 as const),
        fc.oneof(fc.jsonValue(), nearlyARecord, deeper),
        (version, source) => {
          const read = readRecord(version, source, context);
          const tally = tallyOutcomes([read]);
          assert.equal(tally.accepted + tally.mended + tally.refused, 1);
          if (read.outcome === 'refused')
            assert.ok(read.reasons.some((reason) => reason.weight === 'refused'));
          else assert.ok(read.listing.name !== '' && read.listing.sourceId !== '');
          assert.equal(
            read.outcome === 'mended',
            read.reasons.some((reason) => reason.weight === 'mended'),
          );
          assert.ok(!JSON.stringify(read).includes('\\u0000'));
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

describe('a hostile record', () => {
  const long = 150_000;
  for (const [sentence, fields] of [
    ['unclosed tags', { description: '<a'.repeat(long) }],
    ['tags within tags', { description: `<a href="https://a.example.org">${'<b>'.repeat(long / 3)}deep` }],
    [
      'a page of spaces',
      { name: `a${' '.repeat(long)}b`, url: `a${' '.repeat(long)}b`, email: `a${' '.repeat(long)}b` },
    ],
    ['a page of brackets', { email: `${')'.repeat(long)}x`, description: `${'('.repeat(long)}&amp;` }],
    [
      'thousands of wrong days',
      { schedules: [{ byday: Array.from({ length: 20_000 }, (_, i) => `A${i}`).join() }] },
    ],
  ] as const) {
    it(`costs no more than a moment: ${sentence}`, () => {
      const started = process.cpuUsage();
      readWith(fields);
      const { user } = process.cpuUsage(started);
      assert.ok(user < 3_000_000, `${user / 1_000} ms`);
    });
  }
});

function at(location: object) {
  return { service_at_locations: [{ location: { name: 'Hall', ...location } }] };
}
