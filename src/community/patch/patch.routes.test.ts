import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { keptFrom } from '../listing-kept.ts';
import { readListing } from '../listings.store.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const home = await testHouse(test.database);
const rowan = await home.signIn(council, council.accounts.rowan);
const priya = await home.signIn(council, council.accounts.priya);
const choir = await council.as(council.accounts.editor, async (db) => {
  const id = newId();
  const { particulars } = keptFrom({
    ...{ sourceId: '', feed: { name: '', url: '' }, name: 'Harbour Choir', otherNames: [], summary: null },
    ...{ description: null, organisation: null, places: [], isPlaceWithheld: false, phones: [], email: null },
    ...{ website: null, schedules: [], costs: [], minimumAge: null, maximumAge: null, audiences: [] },
    ...{ whoFor: null, ways: [], howToJoin: [], languages: [], accessibility: [], areas: [], topics: [] },
    ...{ alert: null, status: 'active', assuredOn: null, modifiedAt: null, raw: null, known: null },
  });
  await db
    .insertInto('listing')
    .values({
      council_id: councilOf(db),
      id,
      name: 'Harbour Choir',
      particulars: JSON.stringify(particulars),
    })
    .execute();
  return id;
});

const visit = {
  kind: 'visit',
  place: 'The Chandlery',
  visitedOn: '19 November 2026',
  learned: 'Forty people, and cake.',
};

describe('a visit', () => {
  it('what was learned of a group is on its page at once, with who was there and when', async () => {
    const answer = await rowan.post('/community/visits', {
      ...visit,
      listing: choir,
      whatItIsLike: 'Loud and kind',
      room: 'nearly full',
      isStillRight: 'yes',
    });
    assert.equal(answer.statusCode, 303);
    const page = await council.as(council.accounts.rowan, (db) => readListing(db, choir));
    assert.deepEqual(
      [page.whatItIsLike, page.whatItIsLikeBy, page.room, page.checkedOn],
      ['Loud and kind', 'Rowan, who was there', 'nearly full', '2026-11-19'],
    );
    const told = await priya.get('/community/visits');
    assert.match(told.body, /Forty people, and cake/);
    assert.match(told.body, /still right that day/);
  });

  it('an older visit does not make a page look older, nor an empty box take anything away', async () => {
    await rowan.post('/community/visits', {
      ...visit,
      visitedOn: '1 October 2026',
      listing: choir,
      isStillRight: 'yes',
    });
    const page = await council.as(council.accounts.rowan, (db) => readListing(db, choir));
    assert.deepEqual([page.whatItIsLike, page.checkedOn], ['Loud and kind', '2026-11-19']);
  });

  it('a day to come, or nothing learned, comes back beside its field with what was typed', async () => {
    const soon = await rowan.post('/community/visits', { ...visit, visitedOn: '1 December 2026' });
    assert.equal(soon.statusCode, 422);
    assert.match(soon.body, /still to come/);
    assert.match(soon.body, /Forty people/);
    const empty = await rowan.post('/community/visits', { ...visit, learned: ' ' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Write what you learned/);
  });
});

describe('a community conversation', () => {
  it('keeps who hosted it, who brought whom, and what neighbours will do', async () => {
    const made = await rowan.json('/community/conversations', {
      heldOn: '20 November 2026',
      place: 'The launderette',
      hostedBy: 'Meg',
      heard: 'Nobody sits on the bench since the lamp went.',
      guests: 'Meg\nAlf, brought by Meg\nSunita, brought by Alf',
      actions: 'Mend the lamp: Alf',
    });
    assert.equal(made.status, 200);
    const page = await priya.get(String(made.body.location));
    assert.match(page.body, /Alf, brought by Meg/);
    assert.match(page.body, /through them 2 more came/);
    const action = /actions\/([0-9a-f-]{36})\/became/.exec(page.body)?.[1];
    const told = await priya.post(`${made.body.location}/actions/${action}/became`, {
      became: 'It shines again',
    });
    assert.equal(told.statusCode, 303);
    assert.match((await rowan.get(String(made.body.location))).body, /It shines again/);
  });

  it('what cannot be read comes back beside its field, nothing lost', async () => {
    const answer = await rowan.post('/community/conversations', {
      heldOn: '20 November 2026',
      place: 'The launderette',
      hostedBy: 'Meg',
      heard: 'A lamp.',
      guests: 'Alf, brought by Meg',
      actions: 'Mend the lamp',
    });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /is on no line/);
    assert.match(answer.body, /Say whose it is/);
    assert.match(answer.body, /Mend the lamp/);
  });
});

describe('walking alongside', () => {
  it('is seen by the coordinator alone, and needs no record', async () => {
    const made = await rowan.json('/walking-alongside', {
      knownAs: 'Doll',
      metOn: '20 November 2026',
      howMet: 'At the bus stop, about the timetable',
    });
    const at = String(made.body.location);
    assert.match((await rowan.get(at)).body, /Doll/);
    assert.equal((await priya.get(at)).statusCode, 404, 'a colleague of the same team sees nothing');
    assert.doesNotMatch((await priya.get('/walking-alongside')).body, /Doll/);
    const counted = await rowan.json('/people?q=Doll');
    assert.doesNotMatch(JSON.stringify(counted.body), /bus stop/);
  });

  it('a few words wait to be read together, and go when they would rather', async () => {
    const { body } = await rowan.json('/walking-alongside');
    const at = `/walking-alongside/${(body.walks as { walkId: string }[])[0]?.walkId}`;
    await rowan.post(`${at}/notes`, { words: 'She paints boats', readWithThemOn: '' });
    const note = /notes\/([0-9a-f-]{36})\/read-together/.exec((await rowan.get(at)).body)?.[1];
    assert.match((await rowan.get(at)).body, /Not yet read together/);
    await rowan.post(`${at}/notes/${note}/read-together`, {});
    assert.match((await rowan.get(at)).body, /Read together on 21 November 2026/);
    assert.equal((await priya.post(`${at}/notes/${note}/taken-away`, { sure: 'yes' })).statusCode, 404);
    await rowan.post(`${at}/notes/${note}/taken-away`, { sure: 'yes' });
    assert.doesNotMatch((await rowan.get(at)).body, /paints boats/);
  });

  it('nothing is kept when they ask for nothing to be kept, and not by a slip of the finger', async () => {
    const { body } = await rowan.json('/walking-alongside');
    const at = `/walking-alongside/${(body.walks as { walkId: string }[])[0]?.walkId}`;
    assert.equal((await rowan.post(`${at}/forget`, {})).statusCode, 422);
    await rowan.post(`${at}/good-life`, { goodLife: 'A window with boats in it', version: '1' });
    assert.equal(
      (await rowan.post(`${at}/good-life`, { goodLife: 'Other words', version: '1' })).statusCode,
      409,
    );
    assert.equal((await rowan.post(`${at}/forget`, { sure: 'yes' })).statusCode, 303);
    assert.equal((await rowan.get(at)).statusCode, 404);
  });
});
