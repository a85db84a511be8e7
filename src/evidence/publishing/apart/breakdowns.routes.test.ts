import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadHistory } from '../../../../demo/load-history.ts';
import { testCouncil, testNow } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testHouse } from '../../../../test/house.ts';
import { stoppedClock } from '../../../platform/clock.ts';
import { measure } from '../../measures.store.ts';
import { makeSite, sitesOf } from '../../site/site.store.ts';
import { checkBundle } from '../telling/check-bundle.ts';
import { shareAsTold } from '../telling/told-words.ts';
import { countLines } from './breakdowns.store.ts';
import { toldBys } from './breakdowns.ts';

const { database } = await testDatabase();
const { house, signIn } = await testHouse(database);
const council = await testCouncil(database, 'telling-apart');
const { councilId, teams, accounts } = council;
await loadHistory(database, { councilId, teams, clock: stoppedClock(testNow.toISOString()) });
const lead = await signIn(council, accounts.lead);
const analyst = await signIn(council, accounts.analyst);
const [site] = await council.as(accounts.lead, sitesOf);
assert.ok(site);

const asAnybody = (url: string) =>
  house.server.inject({ url, headers: { host: 'localhost', accept: 'text/html' } });

describe('telling everybody by age and by postcode district', () => {
  it('E3 lines add up to the totals everybody is told', async () => {
    const question = { site, asOf: testNow.toISOString().slice(0, 10) };
    const { measured, lines } = await council.as(accounts.lead, async (db) => ({
      measured: await measure(db, question),
      lines: await countLines(db, question),
    }));
    const totals = measured.windows.filter((one) => one.measure === 'people' && one.windowDays === 90);
    for (const by of toldBys)
      for (const group of ['site', 'elsewhere'] as const) {
        const mine = lines.filter((one) => one.by === by && one.group === group);
        const isOf = (one: string): boolean =>
          (one === 'elsewhere') === (group === 'elsewhere') && one !== 'before';
        const all = totals.filter((one) => isOf(one.group));
        const happened = all.reduce((sum, one) => sum + one.numerator, 0);
        const followed = all.reduce((sum, one) => sum + one.died + one.moved + one.neither, happened);
        assert.ok(followed > 0);
        assert.equal(
          mine.reduce((sum, one) => sum + one.followed, 0),
          followed,
        );
        assert.equal(
          mine.reduce((sum, one) => sum + one.happened, 0),
          happened,
        );
      }
  });

  it('E10 it is told only where the site lead asks for it, and the page, the spreadsheet and the bundle say the same', async () => {
    assert.match((await lead.get('/evidence/publish')).body, /Also tell it by age and by postcode district/);
    const { status, body } = await lead.json('/evidence/publish', { site: site.id, apart: 'yes' });
    assert.equal(status, 200, JSON.stringify(body));
    const yes = await analyst.json(`/evidence/publications/${body.publicationId}/agreement`, { version: 1 });
    assert.equal(yes.status, 200, JSON.stringify(yes.body));
    const checked = checkBundle((await asAnybody('/at/telling-apart/evidence/bundle.json')).body);
    assert.ok('bundle' in checked, JSON.stringify(checked));
    const { breakdowns = [] } = checked.bundle;
    assert.ok(
      breakdowns.some(({ percentage }) => percentage !== null),
      checked.bundle.breakdownsLeftOut,
    );
    const page = (await asAnybody('/at/telling-apart/evidence')).body;
    const csv = (await asAnybody('/at/telling-apart/evidence/figures.csv')).body;
    for (const one of breakdowns) {
      assert.ok(page.includes(shareAsTold(one)), one.line);
      const numbers = [one.numerator, one.denominator, one.percentage].map((of) => of ?? '').join(',');
      assert.ok(csv.includes(`people: by ${one.by}: ${one.line},${one.group},90,${numbers},`), one.line);
    }
  });

  it('E10 a second site with the same first day is audited with the lines of the first, and may leave its own out', async () => {
    const second = await council.as(accounts.lead, (db) =>
      makeSite(db, {
        ...{ scope: 'All', owner: 'Lena', ifItWorks: 'The form stops', comparison: 'Harbour' },
        ...{
          name: 'Marsh',
          teamId: teams.marsh,
          startedOn: site.startedOn,
          agreedRules: [],
          tap: [],
          measures: [],
        },
      }),
    );
    const { status, body } = await lead.json('/evidence/publish', { site: second, apart: 'yes' });
    assert.equal(status, 200, JSON.stringify(body));
    assert.match((await lead.get('/evidence/publish')).body, /Marsh: being prepared/);
  });
});
