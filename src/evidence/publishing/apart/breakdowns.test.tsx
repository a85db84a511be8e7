import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from 'preact-render-to-string';
import { attack } from '../attack/attack.ts';
import { councilApart, releaseApart, type SomebodyApart } from '../attack/council-apart.ts';
import { protect, type Release, type Standing } from '../disclosure.ts';
import { type Bundle, Bundle as BundleRead, bundleText } from '../telling/bundle.ts';
import { checkBundle } from '../telling/check-bundle.ts';
import { Told } from '../telling/told.pages.tsx';
import { EVERY_OTHER } from '../telling/told-apart.ts';
import { toldCsv } from '../telling/told-csv.ts';
import { CODE_VERSION, toldSite } from '../telling/told-site.ts';
import { shareAsTold } from '../telling/told-words.ts';
import { isOfLine, lineCell, linesTold, lineValues, NOT_SAID } from './breakdowns.ts';
import { protectApart } from './protect-apart.ts';

const seed = 20_261_122;
const isMadeFor = (key: string): boolean => isOfLine(key) || /\/90\/not$|\/here\//.test(key);

/** The totals as they are told where lines are not. */
const withoutLines = ({ cells, sums, within }: Release): Release => ({
  cells: cells.filter(({ key }) => !isMadeFor(key)),
  sums: sums.filter(({ whole, parts }) => ![whole, ...parts].some(isMadeFor)),
  within: within.filter((pair) => !pair.some(isMadeFor)),
});

const apart = (release: Release, earlier?: ReadonlyMap<string, Standing>): Map<string, Standing> =>
  protectApart(withoutLines(release), release, earlier);

type Some = Pick<SomebodyApart, 'group' | 'age' | 'district'> & { people: number; happened: number };

const somebody = ({ people, happened, ...some }: Some): SomebodyApart[] =>
  Array.from({ length: people }, (_, at) => ({
    ...{ ...some, cameOn: 0, after: 10 },
    became: at < happened ? 'numerator' : 'neither',
  }));

const site = (age: string, district: string, people: number, happened: number): SomebodyApart[] =>
  somebody({ group: 'site', age, district, people, happened });

/** Not followed for ninety days yet, so that how many there are is told. */
const late = (group: 'site' | 'elsewhere'): SomebodyApart[] =>
  somebody({ group, age: '18-64', district: 'TT1', people: 40, happened: 0 }).map((one) => ({
    ...one,
    cameOn: 140,
  }));

/** Few of an age are not known; few live in one of the districts. */
const few = [
  ...late('site'),
  ...late('elsewhere'),
  ...site('18-64', 'TT1', 60, 24),
  ...site('65-74', 'TT1', 70, 31),
  ...site('75-84', 'TT2', 90, 42),
  ...site('85-and-over', 'TT3', 40, 19),
  ...site(NOT_SAID, 'TT4', 2, 1),
  ...somebody({ group: 'elsewhere', age: '75-84', district: NOT_SAID, people: 300, happened: 120 }),
];
const day = { on: 150, asAt: '2026-05-31' };
const releaseOf = (people: readonly SomebodyApart[], when = day): Release =>
  releaseApart(
    people,
    ['site', 'elsewhere'],
    when,
    lineValues([], ['TT1', 'TT2', 'TT3', 'TT4'].map(district)),
  );
const district = (name: string): string => lineCell('district', 'site', name, 'followed');

const toldIn = (standing: ReadonlyMap<string, Standing>, by: 'age' | 'district', value: string) =>
  standing.get(lineCell(by, 'site', value, 'followed'))?.told;

function bundleOf(standing: ReadonlyMap<string, Standing>): Bundle {
  const counts = new Map([...standing].map(([key, { told }]) => [key, told]));
  const beside = {
    site: { name: 'Harbour', startedOn: '2026-01-01', comparison: 'Marsh answered them.' },
    groups: ['site' as const, 'elsewhere' as const],
    ...{ centiles: [], isMadeUp: false, definitions: { people: 'E3' }, apart: linesTold(standing) },
  };
  return toldSite('Saltbeck', { asAt: day.asAt, toldOn: null, codeVersion: CODE_VERSION }, beside, counts);
}

describe('telling by age and by district', () => {
  it('E10 a line of few people is hidden, the smallest beside it with it, and the totals are told as without lines', () => {
    const standing = apart(releaseOf(few));
    assert.equal(toldIn(standing, 'age', NOT_SAID), null);
    assert.equal(toldIn(standing, 'age', 'under-18'), null);
    assert.equal(toldIn(standing, 'district', 'TT4'), null);
    assert.equal(toldIn(standing, 'district', 'TT1'), 130);
    assert.equal(toldIn(standing, 'age', '75-84'), 90);
    const alone = protect(withoutLines(releaseOf(few)));
    for (const [key, one] of alone) assert.equal(standing.get(key)?.told, one.told, key);
  });

  it('E10 a district nobody may be told of is not even named', () => {
    const bundle = bundleOf(apart(releaseOf(few)));
    const lines = (bundle.breakdowns ?? []).filter(({ by }) => by === 'district').map(({ line }) => line);
    assert.ok(lines.includes('TT1') && lines.includes(EVERY_OTHER));
    assert.ok(!lines.includes('TT4'));
  });

  it('E10 a line that has moved by fewer than eight is told as before', () => {
    const first = apart(releaseOf(few));
    const more = [...few, ...site('75-84', 'TT1', 6, 3)];
    const second = apart(releaseOf(more, { on: 151, asAt: '2026-06-01' }), first);
    assert.deepEqual([toldIn(first, 'age', '75-84'), toldIn(first, 'district', 'TT1')], [90, 130]);
    for (const [by, value] of [
      ['age', '75-84'],
      ['district', 'TT1'],
    ] as const) {
      const told = toldIn(second, by, value);
      assert.ok(told === null || told === toldIn(first, by, value), value);
    }
    const moved = apart(
      releaseOf([...few, ...site('75-84', 'TT1', 12, 5)], { on: 151, asAt: '2026-06-01' }),
      first,
    );
    assert.ok([null, 100].includes(toldIn(moved, 'age', '75-84') ?? null));
  });

  it('E10 where no line can be told it is left out with a sentence, and the totals are told', () => {
    const bundle = bundleOf(
      apart(releaseOf([...late('site'), ...site('75-84', 'TT1', 7, 2), ...site('65-74', 'TT2', 5, 1)])),
    );
    assert.deepEqual(bundle.breakdowns, []);
    assert.match(bundle.breakdownsLeftOut ?? '', /not told by age or by postcode district/);
    const total = bundle.figures.find((one) => one.group === 'site' && one.windowDays === 90);
    assert.equal(total?.denominator, 10);
    assert.match(render(<Told bundle={bundle} stories={[]} />), /not told by age or by postcode district/);
  });

  it('E8 the page, the spreadsheet and the bundle give the same lines, and a wrong share is found by its line', () => {
    const bundle = bundleOf(apart(releaseOf(few)));
    const lines = bundle.breakdowns ?? [];
    assert.ok(lines.some(({ percentage }) => percentage !== null));
    const page = render(<Told bundle={bundle} stories={[]} />);
    const rows = toldCsv(bundle, 'people').split('\r\n');
    for (const one of lines) {
      assert.ok(page.includes(shareAsTold(one)), one.line);
      const row = rows.find((text) => text.includes(`people: by ${one.by}: ${one.line},${one.group},`));
      const numbers = [one.numerator, one.denominator, one.percentage].map((of) => of ?? '').join(',');
      assert.ok(row?.includes(`,90,${numbers},`), row ?? one.line);
    }
    const text = bundleText(bundle);
    assert.ok('bundle' in checkBundle(text));
    const at = text.split('\n').findIndex((line) => line.includes('"by":') && !line.includes('"low":null'));
    const wrong = text
      .split('\n')
      .map((line, row) => (row === at ? line.replace(/"low":[\d.]+/, '"low":1.1') : line));
    const checked = checkBundle(wrong.join('\n'));
    assert.ok('wrong' in checked && checked.wrong[0]?.line === at + 1);
    const { breakdowns: _, ...old } = bundle;
    assert.ok(BundleRead.safeParse(old).success);
  });

  it('E10 an attacker with the totals and the lines of 30 councils, at two dates, recovers nobody', (t) => {
    const found = attack(seed, 30, apart, councilApart);
    t.diagnostic(`seed ${seed}: ${JSON.stringify(found)}`);
    assert.ok(found.hidden > 500);
    assert.equal(found.recovered, 0);
    assert.equal(found.undecided, 0);
  });
});
