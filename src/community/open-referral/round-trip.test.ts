import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readRecord } from '../feeds/records/read-record.ts';
import type { ListingSchedule } from '../listing.ts';
import { keptFrom, type ListingParticulars, type PlaceKept } from '../listing-kept.ts';
import { aPublishableRow } from './publishing.fixture.ts';
import { publishing } from './publishing.ts';
import type { OpenRow } from './records/open-listing.ts';
import { publishProblems } from './records/publish-check.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`round trip: seed ${seed}`);
const feed = { name: 'Ours', url: 'https://ours.example.org' };

const vocabulary = ['walk', 'talk', 'Tuesday', 'harbour', 'O’Neill', 'café', 'quiet', 'singing', 'over 50s'];
const phrase = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 5 })
  .map((one) => `A ${one.join(' ')}`);
const phrases = fc.uniqueArray(phrase, { maxLength: 3, selector: (text) => text.toLowerCase() });
const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const orNull = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });

const weekly = fc.record({
  freq: fc.constant('WEEKLY' as const),
  interval: fc.integer({ min: 1, max: 4 }),
  byday: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }),
  bymonthday: fc.constant([] as number[]),
});
const monthly = fc.record({
  freq: fc.constant('MONTHLY' as const),
  interval: fc.integer({ min: 1, max: 4 }),
  byday: fc.subarray(['2MO', '-1FR', '1TU']),
  bymonthday: fc.subarray([1, 15, -1]),
});
const schedule: fc.Arbitrary<ListingSchedule> = fc
  .tuple(
    fc.oneof(weekly, monthly),
    fc.record({
      ...{ dtstart: orNull(day), validFrom: orNull(day), validTo: fc.constant(null) },
      opensAt: orNull(fc.constantFrom('09:30', '10:00')),
      closesAt: orNull(fc.constantFrom('12:00', '21:15')),
      description: orNull(phrase),
    }),
  )
  .map(([recurrence, rest]) => ({ ...recurrence, ...rest }));

const place: fc.Arbitrary<PlaceKept> = fc.record({
  name: fc.constantFrom('The Old Ropeworks', 'Larkfield Hall'),
  kind: fc.constantFrom('physical', 'postal'),
  lines: fc.subarray(['3 Ferry Row', 'Upper floor'], { minLength: 1 }),
  town: fc.constantFrom('Saltbeck', 'Larkfield'),
  postcode: fc.constantFrom('ZZ1 1ZZ', 'LN1 1AA'),
  district: fc.constant(null),
  latitude: fc.integer({ min: 50_00000, max: 58_00000 }).map((one) => one / 100_000),
  longitude: fc.integer({ min: -5_00000, max: 1_00000 }).map((one) => one / 100_000),
});

const changes = fc.record<Partial<OpenRow & ListingParticulars>>({
  name: phrase,
  description: orNull(phrase),
  status: fc.constantFrom('active', 'temporarily closed'),
  assuredOn: orNull(day),
  otherNames: fc.subarray(['Also called the Shed']),
  places: fc.uniqueArray(place, { minLength: 1, maxLength: 2, selector: (one) => JSON.stringify(one) }),
  phones: fc.subarray([
    { number: '01632 960123', label: 'Office', mayBePersonal: false },
    { number: '01632 960456', label: null, mayBePersonal: false },
  ]),
  email: orNull(fc.constantFrom('info@club.example.org', 'hello@club.example.org')),
  website: orNull(fc.constantFrom('https://club.example.org', 'http://club.example.org/about?x=1')),
  schedules: fc.uniqueArray(schedule, { maxLength: 2, selector: (one) => JSON.stringify(one) }),
  costs: fc.array(fc.record({ text: phrase, amount: orNull(fc.constantFrom(0, 2.5, 10)) }), { maxLength: 2 }),
  minimumAge: orNull(fc.integer({ min: 0, max: 50 })),
  maximumAge: orNull(fc.integer({ min: 50, max: 120 })),
  audiences: phrases,
  whoFor: orNull(phrase),
  ways: fc.subarray(['At a place', 'Online', 'By phone']),
  howToJoin: fc.subarray(['Drop in', 'By appointment'], { maxLength: 1 }),
  languages: fc.subarray(['English', 'Polish', 'British Sign Language']),
  accessibility: phrases,
  areas: phrases,
  topics: phrases,
  alert: orNull(phrase),
});

const openRow = (changed: Partial<OpenRow & ListingParticulars>): OpenRow => ({
  ...aPublishableRow({ ...changed, checkedOn: null }),
  ...{ pausedFrom: null, pausedUntil: null, pausedWords: null, onlyUntil: null },
  ...{ changedAt: '2026-11-21T09:30:00.123Z', runBy: null, terms: [] },
  ...{ sourceId: 'at-source', sourceAddress: '/home/somebody/feed.json' },
});

const sorted = (texts: readonly string[]) => texts.map((text) => text.toLowerCase()).toSorted();

describe('what we give away, read again by ourselves', () => {
  it('is the same listing', () => {
    fc.assert(
      fc.property(changes, (changed) => {
        // As the database gives it: plain objects.
        const row = openRow(JSON.parse(JSON.stringify(changed)) as typeof changed);
        const made = publishing(row, '2026-11-22');
        assert.ok(made.isPublished, JSON.stringify(made));
        const sent = JSON.parse(JSON.stringify(made.record)) as unknown;
        assert.deepEqual(publishProblems(sent), []);
        const read = readRecord(3, sent, { feed, today: '2028-11-21' });
        assert.notEqual(read.outcome, 'refused');
        if (read.outcome === 'refused') return;
        const kept = keptFrom(read.listing);
        assert.equal(kept.sourceId, row.listingId);
        assert.equal(kept.name, row.name);
        assert.equal(kept.description, row.description ?? row.summary);
        assert.equal(kept.status, row.status);
        assert.equal(kept.assuredOn, row.assuredOn);
        assert.equal(kept.modifiedAt?.toISOString(), row.changedAt);
        const withoutDistrict = ({ district: _, ...rest }: PlaceKept) => rest;
        assert.deepEqual(
          kept.places.map(withoutDistrict),
          row.places.map(withoutDistrict).map((one) => ({ ...one, lines: one.lines })),
        );
        const { topics, audiences, ways, organisation, ...particulars } = kept.particulars;
        const { topics: topicsWere, audiences: audiencesWere, ways: waysWere, ...were } = row.particulars;
        assert.deepEqual(sorted(topics), sorted(topicsWere));
        assert.deepEqual(sorted(audiences), sorted(audiencesWere));
        assert.deepEqual(sorted(ways), sorted(waysWere));
        assert.deepEqual(
          [organisation?.name, organisation?.website],
          [were.organisation?.name, were.organisation?.website],
        );
        const { organisation: _, ...others } = were;
        assert.deepEqual(particulars, others);
      }),
      { numRuns: 300, seed },
    );
  });

  it('tells nothing of the server it was read on, nor a key of its source', () => {
    const row = openRow({});
    const told = (sourceAddress: string) =>
      JSON.stringify(publishing({ ...row, sourceAddress }, '2026-11-22'));
    assert.doesNotMatch(told('/home/somebody/feed.json'), /somebody/);
    assert.match(told('https://u:p@a.example.org/v3?key=s3cret'), /https:\/\/a\.example\.org\/v3/);
    assert.doesNotMatch(told('https://u:p@a.example.org/v3?key=s3cret'), /s3cret|u:p/);
  });

  it('is closed for now while the group has paused, and is not given away once what was only for now is over', () => {
    const paused = {
      ...openRow({}),
      pausedFrom: '2026-11-20',
      pausedUntil: '2027-01-05',
      pausedWords: 'Back soon',
    };
    const made = publishing(paused, '2026-11-22');
    assert.deepEqual(made.isPublished && [made.record.status, made.record.alert], [
      'temporarily closed',
      'Back soon',
    ]);
    const again = publishing(paused, '2027-01-05');
    assert.equal(again.isPublished && again.record.status, 'active');
    const over = { ...openRow({}), onlyUntil: '2026-11-21' };
    assert.equal(publishing(over, '2026-11-21').isPublished, true);
    assert.equal(publishing(over, '2026-11-22').isPublished, false);
  });
});
