import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { addAddress, findPeople, makePerson } from '../people.store.ts';
import { isEmpty, readLooking } from './finding.ts';
import { searchable } from './names.ts';
import { readNhsNumber } from './nhs-number.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, marsh } = council.accounts;

describe('F4 what somebody typed is taken apart', () => {
  it('finds a date, a phone, a postcode and an NHS number among names in any order', () => {
    const looking = readLooking('acheson Wilf 09/03/1944 SB2 4QT');
    assert.equal(looking.bornOn, '1944-03-09');
    assert.equal(looking.postcodeStart, 'SB2 4QT');
    assert.ok(looking.wordGroups.includes('acheson'));
    assert.equal(readLooking('ring 01632 960114 please').phone, '1632960114');
    assert.equal(readLooking('999 000 0018').nhsNumber, readNhsNumber('9990000018'));
  });
  it('says when there is nothing to look for', () => {
    assert.ok(isEmpty(readLooking('  -- ! ')));
    assert.ok(isEmpty(readLooking('')));
  });
  it('writes names as they are searched, whatever the accents and apostrophes', () => {
    assert.equal(searchable('Siân O’Hara-Núñez'), 'sian ohara nunez');
  });
});

describe('F4 the same person is found', () => {
  it('by name in any order, by the name they like, by a short name, by phone, birth date and NHS number', async () => {
    const nhs = '9990000026';
    const id = await council.as(rowan, (db) =>
      makePerson(db, {
        fullName: 'William Ogunbanjo',
        knownAs: 'Sailor',
        bornOn: '1951-02-28',
        phone: '07700 900 461',
        nhsNumber: readNhsNumber(nhs),
      }),
    );
    for (const line of [
      'ogunbanjo william',
      'Bill Ogunbanjo',
      'sailor',
      'ogun',
      '07700900461',
      '28/02/1951',
      ...(readNhsNumber(nhs) ? [nhs] : []),
    ]) {
      const found = await council.as(rowan, (db) => findPeople(db, readLooking(line)));
      assert.ok(
        found.some((one) => one.id === id),
        `“${line}” finds him`,
      );
    }
  });
  it('W4 never by a protected address', async () => {
    const id = await council.as(rowan, async (db) => {
      const made = await makePerson(db, { fullName: 'Esther Quill' });
      await addAddress(db, made, { lines: '1 Hidden Row', postcode: 'SB9 9ZZ', isProtected: true });
      return made;
    });
    const found = await council.as(rowan, (db) => findPeople(db, readLooking('SB9 9ZZ')));
    assert.equal(found.length, 0);
    const byName = await council.as(rowan, (db) => findPeople(db, readLooking('quill')));
    assert.equal(byName.find((one) => one.id === id)?.postcodeArea, null);
  });
  it('W5 a restricted record is not found by another team, by any way of looking', async () => {
    await council.as(rowan, async (db) => {
      const id = await makePerson(db, { fullName: 'Zebedee Unseen', phone: '07700 900999' });
      await db
        .updateTable('person')
        .set({ restricted_to_team: council.teams.harbour })
        .where('council_id', '=', council.councilId)
        .where('id', '=', id)
        .execute();
    });
    for (const line of ['zebedee', '07700 900999']) {
      assert.equal((await council.as(rowan, (db) => findPeople(db, readLooking(line)))).length, 1);
      assert.equal((await council.as(marsh, (db) => findPeople(db, readLooking(line)))).length, 0);
    }
  });
  it('treats signs that mean something to a database as plain letters', async () => {
    for (const line of ["o'; drop table person; --", '100% _x_', '\\', "''''"])
      assert.ok(Array.isArray(await council.as(rowan, (db) => findPeople(db, readLooking(line)))));
  });
});
