import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from 'preact-render-to-string';
import type { Group, Measured, WindowCount } from '../../measured.ts';
import { releaseOf, toldGroups } from '../cells.ts';
import { protect } from '../disclosure.ts';
import { Bundle, bundleText } from './bundle.ts';
import { Told } from './told.pages.tsx';
import { toldCsv } from './told-csv.ts';
import { centilesOf } from './told-figures.ts';
import { CODE_VERSION, toldSite } from './told-site.ts';

const startedOn = '2026-01-05';
const asAt = '2026-11-21';
type Parts = Pick<WindowCount, 'numerator' | 'died' | 'moved' | 'neither' | 'notYetKnown'>;

/** What would be told of a site whose every count is this many more than a plain one. */
function toldOf(more: number, mark?: string): Bundle {
  const parts: Parts = { numerator: 44, died: 18, moved: 13, neither: 330, notYetKnown: 24 };
  const nobody: Parts = { numerator: 0, died: 0, moved: 0, neither: 0, notYetKnown: 429 };
  const some = (group: Group, measure: WindowCount['measure'], windowDays: number): WindowCount => {
    if (windowDays === 365) return { measure, group, windowDays, ...nobody };
    const [numerator, neither] = [parts.numerator + more, parts.neither - more];
    return { measure, group, windowDays, ...parts, numerator, neither };
  };
  const groups: Group[] = ['site', 'elsewhere', 'tap-off'];
  const measured: Measured = {
    windows: groups.flatMap((group) => [
      ...[28, 90, 180, 365].flatMap((days) => [some(group, 'people', days), some(group, 'episodes', days)]),
      ...[90, 270, 365].map((days) => some(group, 'returns', days)),
    ]),
    ...{ came: [], waits: [], ends: [], weeks: [] },
    reached: groups.map((group) => ({
      ...{ group, people: 429, alreadySupported: 3, none: 3, one: 300 + more, two: 64, three: 62 - more },
      ongoing: 47,
    })),
  };
  const site = { name: 'Harbour', startedOn, comparison: 'Marsh answered them.', setBeside: 'Marsh' };
  const beside = {
    ...{ site: mark ? { ...site, comparisonMark: mark } : site, groups: [...toldGroups] },
    ...{ centiles: toldGroups.map((group) => centilesOf(measured, group)), isMadeUp: false, definitions: {} },
  };
  const standing = protect(releaseOf(measured, toldGroups, startedOn, asAt));
  const counts = new Map([...standing].map(([key, { told }]) => [key, told]));
  return toldSite('Saltbeck', { asAt, toldOn: null, codeVersion: CODE_VERSION }, beside, counts);
}

/** The height at which a chart says what its marks mean. */
const LEGEND = '8';

const pageOf = (bundle: Bundle): string =>
  render(<Told bundle={bundle} stories={[]} csv="/file.csv?site=1" />);
const drawingsOf = (page: string): string[] => page.match(/<svg viewBox.*?<\/svg>/gs) ?? [];

describe('charts of what everybody is told', () => {
  it('E10 two councils that are told alike are drawn alike, to the last coordinate', () => {
    const one = toldOf(0);
    const other = toldOf(1);
    assert.deepEqual(one, other);
    assert.equal(pageOf(one), pageOf(other));
    assert.ok(drawingsOf(pageOf(one)).length >= 5);
    assert.notDeepEqual(drawingsOf(pageOf(one)), drawingsOf(pageOf(toldOf(20))));
  });

  it('E10 every number in every drawing is worked out from the bundle: whoever has the file draws the same', () => {
    const bundle = toldOf(0);
    const file = Bundle.parse(JSON.parse(bundleText(bundle)));
    assert.deepEqual(drawingsOf(pageOf(file)), drawingsOf(pageOf(bundle)));
  });

  it('E10 whoever measures a mark with a ruler finds the told share again', () => {
    const bundle = toldOf(0);
    const drawing = drawingsOf(pageOf(bundle)).find((one) => one.includes('app-chart-ranges')) ?? '';
    const axis = [...drawing.matchAll(/<text x="([\d.]+)" y="[\d.]+" text-anchor="middle">([\d.]+)%/g)];
    const [[, zero], [, next, share]] = [axis.at(0) ?? [], axis.at(-1) ?? []];
    const scale = Number(share) / (Number(next) - Number(zero));
    const told = bundle.figures
      .filter(({ measure }) => measure === 'people')
      .map(({ percentage }) => percentage ?? 0);
    const marks = [...drawing.matchAll(/<circle[^>]* cx="([\d.]+)" cy="([\d.]+)"/g)].filter(
      ([, , y]) => y !== LEGEND,
    );
    assert.equal(marks.length, 6);
    for (const [, x] of marks) {
      const read = (Number(x) - Number(zero)) * scale;
      assert.ok(
        told.some((percentage) => Math.abs(percentage - read) < 0.06),
        `${read}% is told nowhere`,
      );
    }
  });

  it('E10 what is hidden is not drawn, and is said in words', () => {
    const page = pageOf(toldOf(0));
    const flow = drawingsOf(page).find((one) => one.includes('app-chart-flow')) ?? '';
    assert.match(flow, /No conversation yet: hidden</);
    assert.match(flow, /<rect[^>]*width="0"/);
  });

  it('E11 a comparison named after the start says so on every chart that draws it, in the file and in the bundle', () => {
    const mark = 'named after the start, on 3 March 2026';
    const bundle = toldOf(0, mark);
    const charts = pageOf(bundle).match(/<figure.*?<\/figure>/gs) ?? [];
    const drawing = charts.filter((one) => one.includes('Marsh, same days'));
    assert.ok(drawing.length >= 4);
    for (const one of drawing) assert.match(one, /The comparison was named after the start, on 3 March 2026/);
    const rows = toldCsv(bundle).trimEnd().split('\r\n');
    const beside = rows.filter((row) => row.includes(',elsewhere,'));
    assert.ok(beside.length > 10 && beside.every((row) => row.endsWith(`"${mark}"`)));
    assert.equal(Bundle.parse(JSON.parse(bundleText(bundle))).site.comparisonMark, mark);
  });

  it('a bundle from before comparisons were marked is read as ever', () => {
    const bundle = toldOf(0);
    assert.ok(!('comparisonMark' in bundle.site));
    assert.doesNotMatch(pageOf(bundle), /The comparison was/);
    const { setBeside: _, ...site } = bundle.site;
    assert.match(pageOf(Bundle.parse({ ...bundle, site })), /Elsewhere, same days/);
  });

  it('E8 leaves no figure alone, and gives each chart its file', () => {
    const page = pageOf(toldOf(0));
    const blocks = page.split('<section class="app-figures"').slice(1);
    assert.equal(blocks.length, 3);
    for (const block of blocks)
      assert.match(
        block.split('</section>')[0] ?? '',
        /class="app-against"><b>What stands against it:<\/b> how many/,
      );
    for (const part of ['people', 'returns', 'reached', 'episodes'])
      assert.match(page, new RegExp(`href="/file.csv\\?site=1&amp;of=${part}"`));
  });
});
