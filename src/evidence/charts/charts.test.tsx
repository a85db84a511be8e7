import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from 'preact-render-to-string';
import { funnel } from '../statistics/funnel-limits.ts';
import { xmr } from '../statistics/over-time/xmr.ts';
import { CurveChart } from './curve-chart.tsx';
import { stepBand, stepPath } from './drawing.ts';
import { FlowChart } from './flow-chart.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { OverTimeChart } from './over-time-chart.tsx';

const line = {
  name: 'Harbour',
  curve: {
    followedTo: 200,
    steps: [
      { day: 10, share: 0.05, interval: { low: 0.02, high: 0.09 } },
      { day: 60, share: 0.1, interval: { low: 0.06, high: 0.17 } },
    ],
    readings: [
      { day: 28, share: 0.05, interval: { low: 0.02, high: 0.09 }, stillFollowed: 95 },
      { day: 365, share: null, interval: null, stillFollowed: 0 },
    ],
  },
};

const charts = {
  curve: <CurveChart id="a" title="One in ten" statistic="Of 100 people" lines={[line]} csv="/a.csv" />,
  flow: (
    <FlowChart
      id="b"
      title="Most were heard and connected"
      statistic="Of 100 people"
      steps={[
        { name: 'Got in touch', people: 100 },
        { name: 'Conversation 3', people: 12 },
      ]}
    />
  ),
  funnel: (
    <FunnelChart
      id="c"
      title="Teams"
      statistic="Within 90 days"
      teams={funnel([
        { name: 'Quay', numerator: 30, denominator: 90 },
        { name: 'Harbour', numerator: 9, denominator: 90 },
        { name: 'New', numerator: 1, denominator: 3 },
      ])}
    />
  ),
  time: (
    <OverTimeChart
      id="d"
      title="Quicker"
      statistic="Each week"
      unit="days"
      notes={[{ on: '2026-02-02', words: 'The site began' }]}
      phases={xmr({ points: weeks(14) })}
    />
  ),
};

function weeks(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    on: new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10),
    value: 10 + (at % 3),
  }));
}

describe('a chart', () => {
  it('E8 has its message as its title, the same in words, and every figure in a table', () => {
    for (const [name, chart] of Object.entries(charts)) {
      const page = render(chart);
      assert.match(page, /<figure[^>]*><figcaption><h3>/, name);
      assert.match(page, /role="img" aria-labelledby="(\w)-words"/, name);
      assert.match(page, /<p id="\w-words">[^<]{20,}<\/p>/, name);
      assert.match(page, /<table/, name);
      assert.doesNotMatch(page, /style=|NaN|undefined|Infinity/, name);
    }
  });

  it('says “not yet known” where nobody was followed so long', () => {
    const page = render(charts.curve);
    assert.match(page, /Harbour, by day 365<\/th><td[^>]*>not yet known/);
    assert.match(page, /Harbour: 5% by day 28\./);
  });

  it('teams stand in the order of the alphabet, and one too small shows no number', () => {
    const page = render(charts.funnel);
    const rows = [...page.matchAll(/<th[^>]*scope="row"[^>]*>(\w+)<\/th><td[^>]*>([\w ]+)</g)];
    assert.deepEqual(
      rows.map(([, name, number]) => [name, number]),
      [
        ['Harbour', '9'],
        ['New', 'too few'],
        ['Quay', '30'],
      ],
    );
  });

  it('E9 draws no limits before there are twelve points', () => {
    const few = (
      <OverTimeChart
        id="e"
        title="t"
        statistic="s"
        unit="days"
        notes={[]}
        phases={xmr({ points: weeks(8) })}
      />
    );
    assert.doesNotMatch(render(few), /app-chart-limit/);
    assert.match(render(few), /too few weeks yet to say what is usual/);
    assert.match(render(charts.time), /app-chart-limit/);
  });

  it('is told without colour: the line beside is broken, points that a rule speaks of are squares', () => {
    assert.match(
      render(<CurveChart {...charts.curve.props} lines={[{ ...line, isComparison: true }]} />),
      /app-chart-beside/,
    );
    const jump = weeks(20).map((week, at) => ({ ...week, value: at > 12 ? 40 : week.value }));
    assert.match(
      render(
        <OverTimeChart
          id="f"
          title="t"
          statistic="s"
          unit="days"
          notes={[]}
          phases={xmr({ points: jump })}
        />,
      ),
      /<rect x=/,
    );
  });

  it('steps as things happened, there and back', () => {
    const points = [
      { x: 0, y: 10 },
      { x: 5, y: 8 },
    ];
    assert.equal(stepPath(points), 'M0,10H5V8');
    assert.equal(
      stepBand(points, [
        { x: 0, y: 12 },
        { x: 5, y: 11 },
      ]),
      'M0,10H5V8L5,11H5V12H0Z',
    );
  });
});
