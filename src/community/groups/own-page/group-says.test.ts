import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ListingParticulars, PlaceKept } from '../../listing-kept.ts';
import { changesBetween, costsOf, placesWith, saysOf } from './group-says.ts';
import { boxOf, sayableFrom } from './saying.ts';
import { scheduleOf } from './when-they-meet.ts';

const tuesdays = scheduleOf({
  ...{ days: ['TU'], from: '10:00', to: '12:00', rhythm: 'weekly', ordinal: null, starts: null, until: null },
});
const daily = { ...tuesdays, freq: 'DAILY' as const, byday: [] };
const hall: PlaceKept = {
  ...{
    name: 'Larkfield Hall',
    kind: 'physical',
    lines: ['Chapel Row'],
    town: 'Larkfield',
    postcode: 'ZZ9 9ZZ',
  },
  ...{ district: 'ZZ9', latitude: 53.4, longitude: -1.5 },
};
const office: PlaceKept = { ...hall, kind: 'postal', name: 'Post only', latitude: null, longitude: null };
const particulars: ListingParticulars = {
  ...{ otherNames: [], organisation: null, isPlaceWithheld: false, email: null, website: null },
  phones: [
    { number: '01632 960 001', label: 'Nell', mayBePersonal: true },
    { number: '01632 960 002', label: null, mayBePersonal: false },
  ],
  ...{
    schedules: [tuesdays, daily],
    costs: [],
    minimumAge: null,
    maximumAge: null,
    audiences: [],
    whoFor: null,
  },
  ...{ ways: [], howToJoin: [], languages: ['English'], accessibility: ['Step-free'], areas: [], topics: [] },
  alert: null,
};
const row = {
  ...{
    name: 'Choir',
    summary: null,
    description: 'We sing',
    particulars,
    places: [office, hall],
    onlyUntil: null,
  },
  ...{ whatItIsLike: null, whatItIsLikeBy: null, whoToAskFor: null, canGoWith: null, room: null },
};
const says = saysOf(row, [{ heldOn: '2026-12-29', isOn: false, words: null }]);

describe('what a group changes of itself', () => {
  it('is nothing when its page is saved as it was', () => {
    assert.deepEqual(changesBetween(says, structuredClone(says)), []);
    assert.deepEqual(sayableFrom(says, [], row), {});
  });

  it('is told in words, each once, and only what changed is said', () => {
    const now = { ...says, daysOff: [], postcode: 'ZZ1 1AA', cost: 'Free', room: 'full' as const };
    const changes = changesBetween(says, now);
    assert.deepEqual(
      changes.map(({ what, from, to }) => `${what}: ${from} → ${to}`),
      [
        'Where: Larkfield Hall, Chapel Row, Larkfield, ZZ9 9ZZ → Larkfield Hall, Chapel Row, Larkfield, ZZ1 1AA',
        'Cost: nothing → Free',
        'Room: nothing → full',
        'Not on: 29 December 2026 → nothing',
      ],
    );
    const said = sayableFrom(now, changes, row);
    assert.deepEqual(Object.keys(said).sort(), ['costs', 'places', 'room']);
    assert.deepEqual(said.costs, [{ text: 'Free', amount: 0 }]);
  });

  it('keeps the times its page has no words for, and the other numbers and places', () => {
    const now = { ...says, phone: '01632 960 009', isPhoneForAll: true, times: [] };
    const said = sayableFrom(now, changesBetween(says, now), row);
    assert.deepEqual(said.schedules, [daily]);
    assert.deepEqual(said.phones, [
      { number: '01632 960 009', label: null, mayBePersonal: false },
      particulars.phones[1],
    ]);
    const places = placesWith(row.places, {
      venue: 'Quay library',
      address: '1 Quay, Back door',
      town: null,
      postcode: 'ZZ9',
    });
    assert.deepEqual(places[1], office);
    const moved = { name: 'Quay library', lines: ['1 Quay', 'Back door'], postcode: null, district: 'ZZ9' };
    assert.deepEqual(places[0], { ...hall, ...moved, town: null, latitude: null, longitude: null });
    const nowhere = { venue: null, address: null, town: null, postcode: null };
    assert.deepEqual(placesWith(row.places, nowhere), [office]);
  });

  it('a place that keeps its postcode keeps where it is on the map', () => {
    const { venue, address, town, postcode } = { ...says, venue: 'The new hall' };
    const [place] = placesWith(row.places, { venue, address, town, postcode });
    assert.deepEqual([place?.name, place?.latitude], ['The new hall', 53.4]);
  });

  it('free is an amount, one price is its amount, and anything else is words', () => {
    const amounts = [
      'Free',
      'free, donations welcome',
      'Free for members, £3 for others',
      '£2',
      '£2 a week, £1 concessions',
    ];
    assert.deepEqual(
      amounts.map((cost) => costsOf(cost)[0]?.amount),
      [0, 0, null, 2, null],
    );
    assert.deepEqual(costsOf(null), []);
  });

  it('what is wrong with a field is told beside the box it was typed in', () => {
    const fields = ['places.0.postcode', 'places.0.name', 'phones.0.number', 'schedules', 'email'];
    assert.deepEqual(fields.map(boxOf), ['postcode', 'venue', 'phone', 'days0', 'email']);
  });
});
