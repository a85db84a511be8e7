import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { type Bundle, bundleText } from './bundle.ts';
import { checkBundle } from './check-bundle.ts';
import { lineOf } from './line-of.ts';
import { CODE_VERSION, toldSite } from './told-site.ts';

const counts = new Map([
  ['people/site/90/happened', 30],
  ['people/site/90/followed', 410],
]);
const bundle: Bundle = toldSite(
  'Saltbeck Council',
  { asAt: '2026-11-21', toldOn: '2026-11-22', codeVersion: CODE_VERSION },
  {
    site: { name: 'Harbour', startedOn: '2026-05-01', comparison: 'Marsh' },
    ...{ groups: ['site'], centiles: [], isMadeUp: true, definitions: {} },
  },
  counts,
);
const text = bundleText(bundle);

describe('checking a bundle', () => {
  it('E8 works the share and its range out again from the told counts', () => {
    const checked = checkBundle(text);
    assert.ok('bundle' in checked);
    assert.equal(checked.shares, 1);
    const told = checked.bundle.figures.find(({ percentage }) => percentage !== null);
    assert.deepEqual([told?.percentage, told?.low, told?.high], [7.3, 5.2, 10.3]);
  });

  it('tells a broken text, a missing part and a wrong number by their lines', () => {
    const line = (slipped: string): number | undefined => {
      const checked = checkBundle(slipped);
      return 'wrong' in checked ? checked.wrong[0]?.line : undefined;
    };
    const at = text.split('\n').findIndex((one) => one.includes('"numerator":30'));
    assert.equal(line('# Not JSON\n\n'), 1);
    assert.equal(line(text.replace('"numerator":30', '"numerator":oops')), at + 1);
    assert.equal(line(text.replace('"numerator":30', '"numerator":31')), at + 1);
    assert.equal(line(text.replace('"low":5.2', '"low":4.2')), at + 1);
    assert.equal(line(text.slice(0, -4)), text.trimEnd().split('\n').length - 1);
  });

  it('finds the line of a value by its path', () => {
    assert.equal(lineOf('{\n"a": {"b": [1,\n{"c": 2}]},\n"d": 3}', ['a', 'b', 1, 'c']), 3);
    assert.equal(lineOf('{\n"a": 1,\n"d": 3}', ['d']), 3);
    assert.equal(lineOf('{\n"a": 1}', ['missing']), 1);
  });

  it('names the version of the software that is in the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    assert.equal(CODE_VERSION, version);
  });
});
