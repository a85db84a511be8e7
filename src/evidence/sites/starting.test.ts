import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../platform/clock.ts';
import { readyToStart as ready } from './kept-site.fixture.ts';
import type { KeptSite } from './kept-site.ts';
import { mayStart, missingToStart } from './starting.ts';

describe('whether a site may start', () => {
  it('E11 a site that has said everything may begin the day after', () => {
    assert.equal(mayStart(ready, '2026-03-03'), null);
  });

  it('E11 names each thing that has not been said, and refuses', () => {
    const without: [Partial<KeptSite>, RegExp][] = [
      [{ scopes: [] }, /whose contacts/],
      [{ measures: [] }, /what is to be measured/],
      [{ comparisons: [] }, /whom it is set beside/],
      [{ baselines: [] }, /what was usual before/],
      [{ aims: [] }, /who owns it; .*nor what money moves/],
      [
        { comparisons: ready.comparisons.map((one) => ({ ...one, howItDiffers: null })) },
        /how those it is set beside differ/,
      ],
    ];
    for (const [change, said] of without) {
      const refusal = mayStart({ ...ready, ...change }, '2026-03-20');
      assert.equal(refusal?.refused, 'E11');
      assert.match(refusal?.because ?? '', said);
    }
    assert.equal(missingToStart({ ...ready, scopes: [], measures: [] }).length, 2);
  });

  it('E11 a measure set aside by a later one leaves that one; a site with no comparison says so and may begin', () => {
    const none = ready.comparisons.map((one) => ({ ...one, kind: 'none' as const, howItDiffers: null }));
    assert.equal(mayStart({ ...ready, comparisons: none }, '2026-03-03'), null);
  });

  it('E11 a site cannot be backdated over its registered measures, its comparison or its baseline', () => {
    assert.match(mayStart(ready, '2026-03-02')?.because ?? '', /on 2 March 2026, and a site cannot begin/);
    assert.match(mayStart(ready, '2026-01-01')?.refused ?? '', /E11/);
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.nat(400),
        fc.nat(400),
        fc.integer({ min: -400, max: 800 }),
        (m, c, b, s) => {
          const on = (days: number) => addDays('2026-01-01', days);
          const site = {
            ...ready,
            measures: ready.measures.map((one) => ({ ...one, registeredOn: on(m) })),
            comparisons: ready.comparisons.map((one) => ({ ...one, namedOn: on(c) })),
            baselines: ready.baselines.map((one) => ({ ...one, lookedOn: on(b) })),
          };
          return (mayStart(site, on(s)) === null) === s > Math.max(m, c, b);
        },
      ),
    );
  });

  it('E11 a first day is said once', () => {
    assert.match(mayStart({ ...ready, startedOn: '2026-03-16' }, '2026-04-01')?.because ?? '', /never moved/);
  });
});
