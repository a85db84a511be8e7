import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardOf, dialled, type ToShow } from './card.ts';
import { describeChecking, isFresh } from './freshness.ts';

const today = '2026-11-21';
const said = { checkedOn: null, checkedBy: null, assuredOn: null, sourceName: null };

describe('freshness', () => {
  it('says in words and with the date when it was last checked and by whom', () => {
    assert.equal(
      describeChecking({ ...said, checkedOn: '2026-11-09', checkedBy: 'Sandra who runs it' }, today),
      'checked 12 days ago by Sandra who runs it (9 November 2026)',
    );
    assert.equal(
      describeChecking({ ...said, assuredOn: '2026-11-20', sourceName: 'Saltbeck directory' }, today),
      'checked yesterday, says Saltbeck directory (20 November 2026)',
    );
    assert.match(
      describeChecking({ ...said, assuredOn: '2023-02-06' }, today),
      /^checked 3 years ago, says its source/,
    );
    assert.equal(describeChecking(said, today), 'nobody has said when it was last checked');
  });

  it('the later of our own checking and the source’s counts', () => {
    const both = { ...said, checkedOn: '2026-01-01', checkedBy: 'Nell', assuredOn: '2026-11-01' };
    assert.match(describeChecking(both, today), /says its source/);
  });

  it('ninety days is still fresh; a day more is not', () => {
    assert.equal(isFresh('2026-08-23', today), true);
    assert.equal(isFresh('2026-08-22', today), false);
    assert.equal(isFresh(null, today), false);
  });
});

describe('a card', () => {
  const schedule = {
    freq: 'WEEKLY' as const,
    interval: 1,
    byday: ['TU'],
    bymonthday: [],
    dtstart: null,
    validFrom: null,
    validTo: null,
    opensAt: '10:00',
    closesAt: '12:00',
    description: null,
  };
  const row: ToShow = {
    ...{ listingId: 'x', name: 'Harbour Choir', summary: 'Singing.', status: 'active', ...said },
    ...{ whatItIsLike: null, whatItIsLikeBy: null, whoToAskFor: 'Sandra', canGoWith: null, room: null },
    places: [
      {
        name: 'Chandlery',
        kind: 'physical',
        lines: ['1 Quay'],
        town: 'Saltbeck',
        postcode: 'ZZ1 1AA',
        district: 'ZZ1',
        latitude: 53.4,
        longitude: -1.5,
      },
    ],
    kilometres: 4.9,
    particulars: {
      ...{
        otherNames: [],
        organisation: null,
        isPlaceWithheld: false,
        phones: [],
        email: null,
        website: null,
      },
      ...{
        schedules: [schedule],
        costs: [{ text: 'Free', amount: 0 }],
        minimumAge: null,
        maximumAge: null,
        audiences: [],
      },
      ...{
        whoFor: null,
        ways: [],
        howToJoin: [],
        languages: [],
        accessibility: [],
        areas: [],
        topics: [],
        alert: null,
      },
    },
  };

  it('gives the time of the day it is next on, and says that there are others', () => {
    const sundays = { ...schedule, byday: ['SU'], opensAt: '18:00', closesAt: '23:00' };
    const card = cardOf(
      { ...row, particulars: { ...row.particulars, schedules: [schedule, sundays] } },
      today,
    );
    assert.equal(card.nextOn[0], '2026-11-22');
    assert.equal(card.nextWhen, 'Sundays, 6pm to 11pm; also at other times');
    assert.equal(cardOf(row, today).nextWhen, 'Tuesdays, 10am to 12 noon');
  });

  it('says when it is next on, where, how far, and what it costs', () => {
    const card = cardOf(row, today);
    assert.deepEqual(card.nextOn, ['2026-11-24', '2026-12-01', '2026-12-08']);
    assert.deepEqual(
      [card.where, card.howFar, card.cost],
      ['Chandlery, 1 Quay, Saltbeck, ZZ1 1AA', 'about 3 miles away', 'Free'],
    );
  });

  it('what somebody who goes says of it comes before what it says of itself', () => {
    const card = cardOf({ ...row, whatItIsLike: 'Loud and kind', whatItIsLikeBy: 'Nell' }, today);
    assert.deepEqual([card.like, card.likeBy], ['Loud and kind', 'Nell']);
  });

  it('never says where a place that must stay unknown is', () => {
    const card = cardOf({ ...row, particulars: { ...row.particulars, isPlaceWithheld: true } }, today);
    assert.match(card.where ?? '', /kept quiet/);
    assert.ok(!JSON.stringify(card).includes('Quay'));
  });

  it('a telephone link dials the number and leaves the extension out', () => {
    assert.equal(dialled('01632 960 123 ext 4'), 'tel:01632960123');
    assert.equal(dialled('+44 1632 960123'), 'tel:+441632960123');
  });
});
