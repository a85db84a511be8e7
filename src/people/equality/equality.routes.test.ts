import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';

import { readRows } from '../../platform/db/council.ts';
import { ContactForm } from '../contacts/contacts.forms.ts';
import { comeAlongside } from '../opening.store.ts';
import { makePerson } from '../people.store.ts';
import { readTimeline } from '../timeline/timeline.fixture.ts';
import { equalityKinds } from './categories.ts';
import type { EqualityValue } from './equality.pages.tsx';
import { fieldOf } from './equality.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const stranger = await house.signIn(council, marsh);

const met = (fullName: string) =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'conversation');
    return personId;
  });
const read = async (id: string) =>
  (await visitor.json(`/people/${id}/about-you`)).body as unknown as EqualityValue;
const standsIn = async (id: string, kind: string) =>
  (await read(id)).said.find((one) => one.kind === kind)?.stands ?? null;
const saidThemselves = { saidBy: 'themselves', saidOn: '21 November 2026' };

describe('about you, if you want to say', () => {
  it('is reached from the details of a person, says why it asks, and is not asked at first contact (F5)', async () => {
    const id = await met('Esme Okafor');
    assert.match((await visitor.get(`/people/${id}/details`)).body, new RegExp(`/people/${id}/about-you`));
    const page = (await visitor.get(`/people/${id}/about-you`)).body;
    assert.match(page, /so that we can see whether everybody is treated fairly/);
    assert.match(page, /Asian or Asian British: Bangladeshi/);
    for (const kind of equalityKinds) assert.ok(!(fieldOf(kind) in ContactForm.shape), kind);
  });

  it('keeps an answer, own words beside it, who said it and when; a change keeps the old', async () => {
    const id = await met('Tomasz Gale');
    const first = await visitor.post(`/people/${id}/about-you`, {
      ...saidThemselves,
      version: '0',
      ethnicity: 'white-other',
      ethnicityWords: 'Polish',
      disability: ['', 'vision', 'memory'],
    });
    assert.equal(first.statusCode, 303, first.body);
    const again = await visitor.post(`/people/${id}/about-you`, {
      version: '2',
      saidBy: 'somebody-for-them',
      saidByWho: 'Ola, his sister',
      saidOn: '21 November 2026',
      ethnicity: 'white-british',
      ethnicityWords: '',
      disability: ['', 'vision', 'memory'],
    });
    assert.equal(again.statusCode, 303, again.body);
    const { said, version } = await read(id);
    assert.equal(version, 3);
    const ethnicity = said.find(({ kind }) => kind === 'ethnicity');
    assert.deepEqual(ethnicity?.stands?.answers, ['white-british']);
    assert.equal(ethnicity?.stands?.saidByWho, 'Ola, his sister');
    assert.deepEqual(
      ethnicity?.before.map(({ ownWords }) => ownWords),
      ['Polish'],
    );
    assert.match(
      (await visitor.get(`/people/${id}/about-you`)).body,
      /Said by themselves on 21 November 2026, written down by Rowan/,
    );
  });

  it('takes JSON that says one thing only, and leaves the others as they stand', async () => {
    const id = await met('June Pell');
    const url = `/people/${id}/about-you`;
    assert.equal((await visitor.json(url, { ...saidThemselves, version: 0, gender: 'woman' })).status, 200);
    assert.equal(
      (await visitor.json(url, { ...saidThemselves, version: 1, religion: 'rather-not-say' })).status,
      200,
    );
    assert.deepEqual((await standsIn(id, 'gender'))?.answers, ['woman']);
    assert.deepEqual((await standsIn(id, 'religion'))?.answers, ['rather-not-say']);
    await visitor.json(url, { ...saidThemselves, version: 2, gender: '' });
    assert.equal(await standsIn(id, 'gender'), null);
  });

  it('tells two who write at once, with both texts', async () => {
    const id = await met('Ivo Marsh');
    const url = `/people/${id}/about-you`;
    await visitor.json(url, { ...saidThemselves, version: 0, gender: 'man' });
    const late = await visitor.json(url, { ...saidThemselves, version: 0, gender: 'non-binary' });
    assert.equal(late.status, 409);
    assert.match(JSON.stringify(late.body), /gender: Man/);
    assert.match(JSON.stringify(late.body), /gender: Non-binary/);
  });

  it('comes back with what was typed when something needs another look', async () => {
    const id = await met('Wyn Ashe');
    const answer = await visitor.post(`/people/${id}/about-you`, {
      ...saidThemselves,
      version: '0',
      disability: ['', 'none', 'memory'],
      religionWords: 'Quaker, mostly',
    });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /alone, or what there is/);
    assert.match(answer.body, /Quaker, mostly/);
    assert.equal((await read(id)).version, 0);
  });

  it('W5 opens only to those alongside, W3 writes down who looked, and no story tells it', async () => {
    const id = await met('Noor Hale');
    const url = `/people/${id}/about-you`;
    await visitor.json(url, { ...saidThemselves, version: 0, sexualOrientation: 'bisexual' });
    assert.equal((await stranger.get(url)).statusCode, 403);
    assert.equal((await stranger.json(url, { ...saidThemselves, version: 1, gender: 'man' })).status, 403);
    await visitor.get(url);
    const looked = await council.as(rowan, (db) =>
      readRows(
        db,
        sql`select 1 from audit_entry where person_id = ${id} and route = '/people/:id/about-you'`,
      ),
    );
    assert.ok(looked.length > 0);
    const story = await council.as(rowan, (db) => readTimeline(db, id, 20));
    assert.doesNotMatch(JSON.stringify(story), /[Bb]isexual|orientation/);
  });

  it('goes with a record that joins another, and back with it when they come apart', async () => {
    const one = await met('Elsie Brand');
    const other = await met('Elsie Brand, again');
    await visitor.json(`/people/${other}/about-you`, {
      ...saidThemselves,
      version: 0,
      ethnicity: 'white-irish',
    });
    const join = (to: string | null) =>
      council.as(rowan, (db) => sql`update person set merged_into = ${to} where id = ${other}`.execute(db));
    await join(one);
    assert.deepEqual((await standsIn(one, 'ethnicity'))?.answers, ['white-irish']);
    assert.deepEqual((await standsIn(other, 'ethnicity'))?.answers, ['white-irish']);
    await join(null);
    assert.equal(await standsIn(one, 'ethnicity'), null);
    assert.deepEqual((await standsIn(other, 'ethnicity'))?.answers, ['white-irish']);
  });
});
