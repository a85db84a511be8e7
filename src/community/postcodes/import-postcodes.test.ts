import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pinFor, testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { at, feedFile, service } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { readNear } from '../finder/asking.ts';
import { findListings } from '../finder/finder.store.ts';
import { importPostcodes } from './import-postcodes.ts';
import { UnknownColumns } from './postcode-rows.ts';

const test = await testDatabase();
const council = await testCouncil(test.database);
const pin = pinFor(council.councilId, council.accounts.editor);
const folder = mkdtempSync(join(tmpdir(), 'alongside-postcodes-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const read = (path: string, more: { kind?: 'postcode' | 'district'; all?: boolean } = {}) =>
  importPostcodes(test.database, pin, { path, kind: 'postcode', all: false, say: () => {}, ...more });
const near = (place: string) =>
  council.as(council.accounts.rowan, async (db) => {
    const looking = {
      things: [],
      near: readNear(place),
      freshSince: '2026-08-23',
      withOlder: true,
      offset: 0,
      most: 5,
    };
    const { found, isPlaceKnown } = await findListings(db, looking);
    return isPlaceKnown
      ? found.map(({ kilometres }) => kilometres && Math.round(kilometres * 10) / 10)
      : null;
  });

describe('postcodes from the council’s own file', () => {
  it('before any, a place nobody knows is said to be unknown; then only districts in use are kept', async () => {
    await importFeed(test.database, pin, {
      source: feedFile([service('a', 'Harbour Choir', at('Chandlery', 'ZZ1 1AA', 53.4, -1.5))]),
      name: 'Saltbeck',
    });
    assert.equal(
      await near('ZZ1 9ZZ').then((found) => found?.length),
      1,
      'by its district, the average of listings',
    );
    assert.equal(await near('ZZ7'), null);
    const onspd = file(
      'onspd.csv',
      '\ufeffpcd,pcd2,pcds,dointr,doterm,lat,long\nZZ1 9ZZ,"ZZ1  9ZZ","ZZ1 9ZZ",198001,,53.490000,-1.500000\nZZ1 8ZZ,ZZ1  8ZZ,ZZ1 8ZZ,198001,199912,53.4,-1.5\nZZ1 7ZZ,ZZ1  7ZZ,ZZ1 7ZZ,198001,,99.999999,0.000000\nZZ7 1ZZ,ZZ7  1ZZ,ZZ7 1ZZ,198001,,53.7,-1.5\nnonsense,,,,,,\n',
    );
    const report = await read(onspd);
    assert.deepEqual([report.read, report.kept, report.elsewhere], [5, 1, 1]);
    assert.deepEqual([...report.leftOut.entries()].sort(), [
      ['has a place outside the United Kingdom', 1],
      ['is no longer in use', 1],
      ['is not a postcode', 1],
    ]);
    assert.deepEqual(await near('zz1 9zz'), [10], '0.09 degrees north is 10 km');
    assert.equal((await read(onspd)).changed, 0, 'again changes nothing');
  });

  it('Code-Point Open has no headings and a file for each area, in eastings and northings', async () => {
    const area = join(folder, 'Data', 'CSV');
    mkdirSync(area, { recursive: true });
    writeFileSync(
      join(area, 'zz.csv'),
      '"ZZ1 6ZZ",10,530625,178388,"E92000001"\n"ZZ16XX",90,0,0,"E92000001"\n',
    );
    writeFileSync(join(area, 'yy.csv'), '"YY1 1ZZ",10,530625,178388,"E92000001"\n');
    const report = await read(join(folder, 'Data'));
    assert.deepEqual([report.read, report.kept], [2, 1], 'the area nobody uses is not opened');
    assert.deepEqual([...report.leftOut], [['has no place', 1]]);
    assert.equal((await read(join(folder, 'Data'), { all: true })).kept, 2);
  });

  it('districts alone do', async () => {
    const report = await read(
      file('districts.csv', 'outcode,latitude,longitude\nZZ7,53.7,-1.5\nZZ77Z,1,1\n'),
      {
        kind: 'district',
        all: true,
      },
    );
    assert.deepEqual([report.kept, report.leftOut.get('is not a district')], [1, 1]);
    assert.deepEqual(await near('ZZ7 1ZZ'), [33.4]);
  });

  it('a file of something else says so', async () => {
    await assert.rejects(read(file('other.csv', 'name,telephone\nA,1\n')), UnknownColumns);
  });
});
