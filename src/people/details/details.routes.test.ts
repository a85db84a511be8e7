import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { readRows } from '../../platform/db/council.ts';
import { readLooking } from '../finding/finding.ts';
import { comeAlongside } from '../opening.store.ts';
import { findPeople, makePerson } from '../people.store.ts';
import { readTimeline } from '../timeline/timeline.fixture.ts';
import { addressesOf } from './addresses.store.ts';
import { detailsOf } from './details.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;
const house = await testHouse(database);
const visitor = await house.signIn(council, rowan);
const stranger = await house.signIn(council, marsh);

const met = (fullName: string, phone: string | null = null) =>
  council.as(rowan, async (db) => {
    const personId = await makePerson(db, { fullName, phone });
    await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'conversation');
    return personId;
  });
const kept = (personId: string) => council.as(rowan, (db) => detailsOf(db, personId));
const story = (personId: string) => council.as(rowan, (db) => readTimeline(db, personId, 20));
const found = (line: string) =>
  council.as(rowan, async (db) => (await findPeople(db, readLooking(line))).map(({ id }) => id));
const lived = (personId: string) => council.as(rowan, (db) => addressesOf(db, personId));
const looks = (personId: string) =>
  council.as(rowan, (db) =>
    readRows<{ act: string }>(
      db,
      sql`select act from audit_entry where person_id = ${personId} and act = 'address'`,
    ),
  );

const hidden = { lines: '7 Hidden Row\nSaltbeck', postcode: 'ZZ9 9ZZ' };
const tellsIt = /Hidden Row|ZZ9 ?9ZZ/;

describe('a person’s details', () => {
  it('F4 finds somebody by their new phone, birth date and the name they like, and their NHS number', async () => {
    const id = await met('Dorothea Winstanley', '01632 960 001');
    const answer = await visitor.post(`/people/${id}/details`, {
      fullName: 'Dorothea Siân Winstanley',
      knownAs: 'Tibby',
      pronouns: 'she',
      bornOn: '2 March 1941',
      phone: '01632 960 777',
      email: 'tibby@example.org',
      languages: 'Welsh, English',
      aboutLine: 'mends clocks',
      nhsNumber: '943 476 5919',
      version: '1',
    });
    assert.equal(answer.statusCode, 303, answer.body);
    for (const line of ['01632 960 777', 'tibby', 'sian winstanley', '2/3/1941', '943 476 5919'])
      assert.deepEqual(await found(line), [id], line);
    assert.deepEqual(await found('01632 960 001'), []);
    const page = (await visitor.get(`/people/${id}`)).body;
    assert.match(page, /likes to be called Tibby · she · 85 · mends clocks · speaks Welsh, English/);
  });

  it('W4 the story says which changed and never the phone itself', async () => {
    const id = await met('Ivor Pennant', '01632 960 002');
    await visitor.post(`/people/${id}/details`, {
      fullName: 'Ivor Pennant',
      phone: '01632 960 778',
      bornOn: '1950-01-01',
      version: '1',
    });
    const [event] = await story(id);
    assert.equal(event?.title, 'Details changed');
    assert.deepEqual(event?.voices, [{ voice: 'note', words: 'Birth date, phone.' }]);
    await visitor.post(`/people/${id}/details`, {
      fullName: 'Ivor Pennant',
      phone: '01632 960 778',
      bornOn: '1950-01-01',
      version: '2',
    });
    assert.equal((await story(id)).length, 1, 'nothing changed, nothing told');
  });

  it('says what is wrong beside each field, and keeps what was typed', async () => {
    const id = await met('Nesta Prole');
    const typed = { fullName: 'Nesta Prole', version: '1', knownAs: 'Ness' };
    for (const [field, value, message] of [
      ['bornOn', '23 November 2027', /not after today/],
      ['nhsNumber', '943 476 5918', /not an NHS number/],
      ['email', 'ness at home', /name@example.org/],
    ] as const) {
      const answer = await visitor.post(`/people/${id}/details`, { ...typed, [field]: value });
      assert.equal(answer.statusCode, 422, field);
      assert.match(answer.body, new RegExp(`id="${field}-error"`));
      assert.match(answer.body, message);
      assert.match(answer.body, new RegExp(`value="${value}"`));
      assert.match(answer.body, /value="Ness"/);
    }
    assert.equal((await kept(id)).version, 1);
  });

  it('an NHS number is one person’s only, and says the same of a record nobody here may know of', async () => {
    const [first, second, third] = [await met('Una Gale'), await met('Una Gale'), await met('Una Gayle')];
    const give = (id: string, nhsNumber: string) =>
      visitor.post(`/people/${id}/details`, { fullName: 'Una Gale', nhsNumber, version: '1' });
    assert.equal((await give(first, '999 000 0018')).statusCode, 303);
    const again = await give(second, '999 000 0018');
    assert.equal(again.statusCode, 422, again.body);
    assert.match(again.body, /id="nhsNumber-error"/);
    await council.as(rowan, (db) =>
      sql`update person set restricted_to_team = ${council.teams.harbour} where id = ${first}`.execute(db),
    );
    const unknown = await council.as(marsh, async (db) => {
      await comeAlongside(db, third, { teamId: council.teams.marsh }, 'conversation');
      return third;
    });
    const theirs = await stranger.post(`/people/${unknown}/details`, {
      fullName: 'Una Gayle',
      nhsNumber: '999 000 0018',
      version: '1',
    });
    assert.equal(theirs.statusCode, 422);
    const said = /id="nhsNumber-error"[\s\S]*?<\/p>/;
    assert.equal(said.exec(theirs.body)?.[0], said.exec(again.body)?.[0]);
    assert.equal((await stranger.get(`/people/${first}/details`)).statusCode, 404);
  });

  it('a colleague’s change meanwhile is never lost: both are shown', async () => {
    const id = await met('Gwen Ashby');
    const path = `/people/${id}/details`;
    const both = await Promise.all(
      ['Gwennie', 'Gwenno'].map((knownAs) =>
        visitor.post(path, { fullName: 'Gwen Ashby', knownAs, version: '1' }),
      ),
    );
    assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
    const late = both.find(({ statusCode }) => statusCode === 409)?.body ?? '';
    assert.match(late, /Gwennie/);
    assert.match(late, /Gwenno/);
    assert.equal((await kept(id)).version, 2);
  });
});

describe('where a person lives', () => {
  it('the address before ends the day before, is kept, and a wrong day changes nothing', async () => {
    const id = await met('Edwin Marsh');
    const to = (lines: string, sinceOn: string, postcode = 'sb21aa') =>
      visitor.post(`/people/${id}/addresses`, { lines, postcode, sinceOn });
    assert.equal((await to('1 Old Row', '')).statusCode, 303);
    assert.equal((await to('2 New Row', '1 March 2024')).statusCode, 303);
    const early = await to('3 Wrong Row', '29 February 2024', 'SB2 1AB');
    assert.equal(early.statusCode, 422);
    assert.match(early.body, /id="sinceOn-error"/);
    assert.match(early.body, /3 Wrong Row/);
    assert.equal((await to('4 Later Row', '1 January 2027')).statusCode, 422);
    assert.equal((await to('5 Odd Row', '1 May 2025', 'nowhere')).statusCode, 422);
    assert.deepEqual(
      (await lived(id)).map(({ lines, postcode, untilOn }) => [lines, postcode, untilOn]),
      [
        ['2 New Row', 'SB2 1AA', null],
        ['1 Old Row', 'SB2 1AA', '2024-02-29'],
      ],
    );
    const page = (await visitor.get(`/people/${id}/details`)).body;
    assert.match(page, /until 29 February 2024/);
    assert.ok((await story(id)).every(({ voices }) => !JSON.stringify(voices).includes('Row')));
  });

  it('two who write where somebody lives at once leave one address now', async () => {
    const id = await met('Ida Quill');
    await Promise.all(
      [1, 2].map((door) =>
        visitor.post(`/people/${id}/addresses`, { lines: `${door} Row`, sinceOn: '1 May 2026' }),
      ),
    );
    assert.equal((await lived(id)).filter(({ untilOn }) => untilOn === null).length, 1);
  });

  it('W4 a private address is behind a press, written down as looking at an address, and nowhere else', async () => {
    const id = await met('Perrin Holt');
    await visitor.post(`/people/${id}/addresses`, { ...hidden, isPrivate: 'yes' });
    for (const path of [
      `/people/${id}/details`,
      `/people/${id}`,
      `/people/${id}/story`,
      `/people/${id}/letters`,
    ]) {
      assert.doesNotMatch((await visitor.get(path)).body, tellsIt, path);
      const face = await visitor.json(path);
      assert.doesNotMatch(JSON.stringify(face.body), tellsIt, path);
    }
    assert.deepEqual(await found('ZZ9 9ZZ'), []);
    assert.match((await visitor.get(`/people/${id}/details`)).body, /who opens it is written down/);
    assert.equal((await looks(id)).length, 0);
    assert.match((await visitor.get(`/people/${id}/address`)).body, tellsIt);
    assert.equal((await looks(id)).length, 1);
    assert.equal((await stranger.get(`/people/${id}/address`)).statusCode, 403);
    assert.match((await visitor.get(`/people/${id}/who-looked`)).body, /opened the address/);
  });

  it('W4 the line on every page and the why of the story may not tell it', async () => {
    const id = await met('Lowri Dane');
    await visitor.post(`/people/${id}/addresses`, { ...hidden, isPrivate: 'yes' });
    const line = { fullName: 'Lowri Dane', aboutLine: 'at 7 Hidden Row', version: '1' };
    const told = await visitor.post(`/people/${id}/details`, line);
    assert.equal(told.statusCode, 422);
    assert.match(told.body, /id="aboutLine-error"/);
    const [address] = await lived(id);
    const why = { protection: 'not-private', whyPrivate: 'Everybody knows zz99zz' };
    const refused = await visitor.post(`/addresses/${address?.id}/protection`, why);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /id="whyPrivate-error"/);
    assert.equal((await lived(id))[0]?.isProtected, true);
  });

  it('W4 private from now, and no longer, each with why in the story', async () => {
    const id = await met('Mabli Roe');
    await visitor.post(`/people/${id}/addresses`, hidden);
    assert.deepEqual(await found('ZZ9 9ZZ'), [id]);
    const at = `/addresses/${(await lived(id))[0]?.id}/protection`;
    assert.equal((await visitor.post(at, { protection: 'private' })).statusCode, 422);
    await visitor.post(at, { protection: 'private', whyPrivate: 'She asked us to' });
    assert.deepEqual(await found('ZZ9 9ZZ'), []);
    assert.match((await story(id))[0]?.voices[0]?.words ?? '', /kept private. Why: She asked us to/);
    assert.equal((await stranger.post(at, { protection: 'not-private', whyPrivate: 'No' })).statusCode, 403);
    await visitor.post(at, { protection: 'not-private', whyPrivate: 'He moved abroad' });
    assert.deepEqual(await found('ZZ9 9ZZ'), [id]);
  });

  it('the page can be found: from people around, from letters and when things change', async () => {
    const id = await met('Olwen Pike');
    for (const path of [`/people/${id}`, `/people/${id}/around`, `/people/${id}/letters`])
      assert.match((await visitor.get(path)).body, new RegExp(`/people/${id}/details`), path);
  });
});
