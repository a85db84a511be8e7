import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceOf } from './evidence.ts';
import { figuresCsv, tableCsv } from './figures-csv.ts';

describe('figures as a file', () => {
  it('gives a spreadsheet nothing to run', () => {
    const cell = (one: string | number | null) => tableCsv({ head: [one], rows: [] }).slice(0, -2);
    for (const words of ['=1+1', '+44', '-2', '@sum', '\t=1', '\r=1'])
      assert.match(cell(words), /^"?'/, words);
    assert.equal(cell('=HYPERLINK("x","y")'), `"'=HYPERLINK(""x"",""y"")"`);
    assert.equal(cell('SB1, SB2'), '"SB1, SB2"');
    assert.equal(cell('one\n=two'), '"one\n=two"');
    assert.equal(cell(-0.5), '-0.5');
    assert.equal(cell(null), '');
  });

  it('E8 carries everything a figure must in every row, and no share when too few', () => {
    const windows = [
      {
        measure: 'people',
        group: 'site',
        windowDays: 28,
        numerator: 3,
        died: 1,
        moved: 0,
        neither: 96,
        notYetKnown: 12,
      },
      {
        measure: 'people',
        group: 'elsewhere',
        windowDays: 28,
        numerator: 1,
        died: 0,
        moved: 0,
        neither: 6,
        notYetKnown: 0,
      },
    ] as const;
    const evidence = evidenceOf(
      { windows: [...windows], came: [], waits: [], reached: [], ends: [], weeks: [] },
      '2026-11-21',
    );
    const csv = figuresCsv(
      {
        name: '=Harbour',
        compared: { kind: 'elsewhere', teamId: null, teamName: null },
        comparisonMark: 'named after the start, on 3 March 2026',
      },
      evidence,
    );
    const [head, ...rows] = csv.trimEnd().split('\r\n');
    assert.ok(
      head?.startsWith('site,group,measure,within_days,numerator,denominator,share,low,high,not_yet_known'),
    );
    assert.ok(rows.every((row) => row.startsWith("'=Harbour,")));
    assert.ok(rows.some((row) => row.includes('people,28,3,100,0.03,0.0103,0.0845,12,1,0,2026-11-21,no')));
    assert.ok(rows.some((row) => row.includes('people,28,1,7,,,,0,0,0,2026-11-21,yes')));
    assert.ok(head?.endsWith('beside_denominator,comparison_named'));
    const marked = rows.filter((row) => row.endsWith(',"named after the start, on 3 March 2026"'));
    assert.ok(marked.length > 0 && marked.every((row) => row.includes('People answered elsewhere')));
    assert.equal(marked.length, rows.filter((row) => row.includes('People answered elsewhere')).length);
  });
});
