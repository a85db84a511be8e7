import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baselineInWords, baselineProblem, weeksOf } from './baseline-standing.ts';
import { readyToStart as ready } from './kept-site.fixture.ts';
import { type LogEntry, standing } from './kept-site.ts';
import { mayRegister, measureStandingInWords, ourMeasures } from './registering.ts';
import { isTalkedOver, promptOf, prompts, threadsOf } from './site-log.ts';
import { isTapOn, mayTurnTap } from './tap-log.ts';

const begun = { ...ready, startedOn: '2026-03-16' };

describe('registering measures', () => {
  it('E11 before the start needs no reason; after it, or in place of another, it does', () => {
    const nothing = { replacesId: null, why: null };
    assert.equal(mayRegister(ready, nothing, '2026-03-10'), null);
    assert.equal(mayRegister(begun, nothing, '2026-03-15'), null);
    assert.equal(mayRegister(begun, nothing, '2026-03-16')?.refused, 'E11');
    assert.equal(mayRegister(begun, { ...nothing, why: 'People asked' }, '2026-04-01'), null);
    assert.equal(mayRegister(ready, { replacesId: 'm', why: null }, '2026-03-10')?.refused, 'E11');
  });

  it('E11 what was changed once is changed by the next only', () => {
    const [first] = ready.measures;
    assert.ok(first);
    const measures = [first, { ...first, id: 'later', replacesId: first.id }];
    assert.deepEqual(
      standing(measures).map(({ id }) => id),
      ['later'],
    );
    assert.match(
      mayRegister({ ...ready, measures }, { replacesId: first.id, why: 'Again' }, '2026-03-10')?.because ??
        '',
      /changed by a later one/,
    );
  });

  it('E11 the first day itself is too late', () => {
    const said = (registeredOn: string, startedOn: string | null) =>
      measureStandingInWords({ registeredOn }, startedOn);
    assert.equal(said('2026-03-02', '2026-03-16'), 'registered 2 March 2026, before the start');
    assert.equal(said('2026-03-16', '2026-03-16'), 'registered 16 March 2026, after the start');
    assert.equal(said('2026-03-16', null), 'registered 16 March 2026');
    assert.equal(new Set(ourMeasures.map(({ about }) => about)).size, ourMeasures.length);
  });
});

describe('the tap', () => {
  const tap = [
    { onDay: '2026-03-16', isOn: true },
    { onDay: '2026-05-01', isOn: false },
  ];
  const site = { startedOn: '2026-03-16', tap };
  const ask = (onDay: string, isOn: boolean, whyLate: string | null = null) =>
    mayTurnTap(site, { onDay, isOn, whyLate }, '2026-06-01');

  it('E9 is on from its first turn until it is turned off', () => {
    assert.deepEqual(
      ['2026-03-15', '2026-03-16', '2026-04-30', '2026-05-01'].map((on) => isTapOn(tap, on)),
      [false, true, true, false],
    );
  });

  it('E9 a past day is written only by saying why late; a day to come or before the start not at all', () => {
    assert.equal(ask('2026-06-01', true), null);
    assert.match(ask('2026-05-20', true)?.because ?? '', /that day is past/);
    assert.equal(ask('2026-05-20', true, 'I was away'), null);
    assert.match(ask('2026-06-02', true)?.because ?? '', /still to come/);
    assert.match(ask('2026-03-15', true, 'Late')?.because ?? '', /began on 16 March 2026/);
    assert.match(ask('2026-04-01', true, 'Late')?.because ?? '', /was on already/);
    assert.equal(
      mayTurnTap(ready, { onDay: '2026-06-01', isOn: true, whyLate: null }, '2026-06-01')?.refused,
      'E9',
    );
  });
});

describe('the baseline', () => {
  it('E9 says how many weeks, and that fewer than a year is few', () => {
    assert.equal(weeksOf({ fromOn: '2025-03-03', toOn: '2026-03-01' }), 52);
    assert.equal(baselineInWords({ fromOn: '2025-03-03', toOn: '2026-03-01' }), '52 weeks');
    assert.match(baselineInWords({ fromOn: '2026-01-01', toOn: '2026-03-01' }), /8 weeks, fewer than the 52/);
    assert.equal(baselineInWords({ fromOn: null, toOn: null }), 'nothing to look at');
  });

  it('ends before the first day and before today', () => {
    const ask = (fromOn: string | null, toOn: string | null) =>
      baselineProblem({ fromOn, toOn }, '2026-03-16', '2026-06-01')?.field;
    assert.deepEqual(
      [ask(null, null), ask('2025-01-01', '2026-03-15'), ask('2025-01-01', '2026-03-16')],
      [undefined, undefined, 'toOn'],
    );
    assert.deepEqual([ask('2025-01-01', null), ask('2026-01-01', '2025-01-01')], ['toOn', 'toOn']);
  });
});

describe('the log', () => {
  const entry = (id: string, onDay: string, addsToId: string | null = null): LogEntry => ({
    ...{ id, kind: 'reflected', onDay, byWhom: 'The team', words: id, evidence: null, whatChanges: null },
    ...{ prompt: null, addsToId, writtenOn: onDay, writtenBy: 'Lena' },
  });

  it('puts what is added later under what it adds to, and edits nothing', () => {
    const log = [
      entry('one', '2026-03-20'),
      entry('two', '2026-03-27'),
      entry('more', '2026-04-01', 'one'),
      entry('yet more', '2026-04-09', 'more'),
    ];
    assert.deepEqual(
      threadsOf(log).map(({ id, added }) => [id, added.map(({ id }) => id)]),
      [
        ['two', []],
        ['one', ['more', 'yet more']],
      ],
    );
  });

  it('asks one question a week, the same from Monday to Sunday', () => {
    assert.equal(promptOf('2026-11-16'), promptOf('2026-11-22'));
    assert.notEqual(promptOf('2026-11-22'), promptOf('2026-11-23'));
    assert.equal(new Set(prompts).size, prompts.length);
    assert.equal(isTalkedOver([entry('one', '2026-11-16')], '2026-11-22'), true);
    assert.equal(isTalkedOver([entry('one', '2026-11-15')], '2026-11-22'), false);
  });
});
