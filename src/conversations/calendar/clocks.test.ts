import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, type Day, daysBetween } from '../../platform/clock.ts';
import { defaultRules, type RuleSet, ruleSetOf } from '../rule-set.ts';
import { itemsFrom, mondayOf, type NamedStart, rulesFor, shownOn, whenInWords } from './calendar.ts';
import type { ClockStart } from './clock.ts';
import { clocks, dueFrom, fewestDays } from './clocks.ts';

const noon = new Date('2026-11-21T12:00:00Z');
const start = (kind: string, startedOn: Day, more: Partial<ClockStart> = {}): ClockStart => ({
  ...{ personId: 'ada', kind, startedOn, sourceId: `${kind}-1`, words: '', facts: null },
  ...more,
});
/** The first and last day of a clock with one run of days. */
const days = (
  kind: string,
  startedOn: Day,
  rules: RuleSet = defaultRules,
  facts: ClockStart['facts'] = null,
) => {
  const [due] = dueFrom(start(kind, startedOn, { facts }), rules, noon);
  return due ? [due.from, due.by] : [];
};
const said = (kind: string, more: Partial<ClockStart> = {}) =>
  dueFrom(start(kind, '2026-11-20', more), defaultRules, noon).map(({ says }) => says);

describe('clocks that follow from talking', () => {
  it('a promise is due on the day promised, in the words it was made in', () => {
    assert.deepEqual(days('promise', '2026-11-21'), ['2026-11-21', '2026-11-21']);
    assert.deepEqual(said('promise', { words: 'will ring the boat shed', facts: { who: 'Rowan' } }), [
      'Rowan will ring the boat shed.',
    ]);
  });

  it('F2 somebody who got in touch is waited for from that day, to the last before the site hears of it', () => {
    assert.deepEqual(days('not-spoken', '2026-11-01'), ['2026-11-01', '2026-11-28']);
  });

  it('C1-1 how it went is asked on the day we said', () => {
    assert.deepEqual(days('check-back', '2028-02-29'), ['2028-02-29', '2028-02-29']);
  });

  it('N1 asking what they are entitled to has its answer from four weeks on and by six', () => {
    assert.deepEqual(days('entitled-asked', '2026-11-01'), ['2026-11-29', '2026-12-13']);
    assert.deepEqual(days('needs-under-way', '2028-02-01'), ['2028-02-29', '2028-03-14']);
  });

  it('N1 under an older rule set it keeps the days it began under', () => {
    const older = ruleSetOf({ rules: { entitledFromDays: 20, entitledByDays: 30 } });
    assert.deepEqual(days('entitled-asked', '2026-11-01', older), ['2026-11-21', '2026-12-01']);
    const byOnly = ruleSetOf({ rules: { entitledByDays: 14 } });
    assert.deepEqual(
      days('entitled-asked', '2026-11-01', byOnly),
      ['2026-11-15', '2026-11-15'],
      'never from after by',
    );
  });

  it('C1-2 a change after a no is answered as a new asking is', () => {
    assert.deepEqual(days('no-revived', '2026-11-01'), days('entitled-asked', '2026-11-01'));
    assert.equal(clocks['no-revived']?.rule, 'C1-2');
  });

  it('C1-2 what was offered is offered again on the day agreed', () => {
    assert.deepEqual(days('offer-back', '2027-01-04'), ['2027-01-04', '2027-01-04']);
    assert.deepEqual(said('offer-back', { words: 'a lift to choir' }), ['Offer again: a lift to choir.']);
  });

  it('another law’s day, how to communicate and an introduction are due on their day', () => {
    for (const kind of [
      'other-law',
      'need-check',
      'introduction-ask',
      'safe-ask',
      'safe-step',
      'advocate-wanted',
    ])
      assert.deepEqual(days(kind, '2026-12-31'), ['2026-12-31', '2026-12-31'], kind);
    assert.deepEqual(said('other-law', { words: 'becoming-an-adult' }), ['They become an adult in law.']);
    assert.deepEqual(said('introduction-ask', { words: 'the choir', facts: { stage: 'introduced' } }), [
      'Did they go to the choir?',
    ]);
    assert.deepEqual(said('introduction-ask', { words: 'the choir', facts: { stage: 'offered' } }), [
      'Has the choir said whether they may come?',
    ]);
    assert.deepEqual(said('introduction-ask', { words: 'the choir', facts: { stage: 'went' } }), [
      'Are they still going to the choir?',
    ]);
  });

  it('N3 an advocate asked for is asked after in a week, N4 a document is seen within four', () => {
    assert.deepEqual(days('advocate-awaited', '2026-12-28'), ['2027-01-04', '2027-01-04']);
    assert.deepEqual(days('power-unseen', '2026-11-01'), ['2026-11-29', '2026-11-29']);
  });

  it('N2 a step says that it is due, and no word of what it is', () => {
    assert.deepEqual(said('safe-step', { words: 'call round', facts: { who: 'The police' } }), [
      'Look at what was going to be done to keep them safe.',
    ]);
  });
});

describe('clocks that follow from plans', () => {
  it('P2 the first catch-up is 42 to 56 days after a plan starts, across a change of clocks and a leap day', () => {
    assert.deepEqual(days('catch-up-first', '2026-09-14'), ['2026-10-26', '2026-11-09']);
    assert.deepEqual(days('catch-up-first', '2026-02-16'), ['2026-03-30', '2026-04-13']);
    assert.deepEqual(days('catch-up-first', '2028-01-18'), ['2028-02-29', '2028-03-14']);
  });

  it('P2 then within twelve months of the last: the 29th of February leads to the 28th', () => {
    assert.deepEqual(days('catch-up-yearly', '2025-11-21'), ['2026-11-21', '2026-11-21']);
    assert.deepEqual(days('catch-up-yearly', '2028-02-29'), ['2029-02-28', '2029-02-28']);
    assert.deepEqual(days('payment-next', '2028-02-29'), ['2029-02-28', '2029-02-28']);
  });

  it('P2 a direct payment is first looked at within six months of the first payment, months that are short included', () => {
    assert.deepEqual(days('payment-first', '2026-08-31'), ['2027-02-28', '2027-02-28']);
    assert.deepEqual(days('payment-first', '2027-08-31'), ['2028-02-29', '2028-02-29']);
    assert.deepEqual(days('payment-first', '2026-12-31'), ['2027-06-30', '2027-06-30']);
  });

  it('P2 somebody who asks has an answer within the site’s days, and the day that was set', () => {
    assert.deepEqual(days('catch-up-asked', '2026-11-21'), ['2026-12-05', '2026-12-05']);
    assert.deepEqual(days('catch-up-asked', '2026-11-21', { ...defaultRules, answerWithinDays: 0 }), [
      '2026-11-21',
      '2026-11-21',
    ]);
    assert.deepEqual(days('catch-up-day', '2026-11-21'), ['2026-11-21', '2026-11-21']);
  });

  it('F6 urgent help is looked at again on its day', () => {
    assert.deepEqual(days('urgent-help', '2026-11-30'), ['2026-11-30', '2026-11-30']);
    assert.deepEqual(said('urgent-help', { words: 'Nights' }), ['Look again at the urgent help: Nights.']);
  });

  it('C3-4 a copy is with the person within the site’s days, and each says what it is of', () => {
    assert.deepEqual(days('copy-owed', '2026-12-28'), ['2027-01-04', '2027-01-04']);
    const of = [
      'needs-assessment',
      'determination',
      'plan',
      'advice',
      'financial-assessment',
      'move-difference',
      'told-beforehand',
    ];
    const says = of.map((words) => String(said('copy-owed', { words })[0]));
    assert.equal(new Set(says).size, of.length);
    for (const sentence of says) assert.match(sentence, /^(Give them|Tell them)[^.]+\.$/);
    assert.ok(says.includes('Give them a copy of how what they pay was worked out.'));
  });

  it('N5 W2 a carer’s no opens the plan the same day, and does not tell whether they could not or would not', () => {
    assert.deepEqual(days('carer-no', '2026-11-21'), ['2026-11-21', '2026-11-21']);
    assert.doesNotMatch(String(said('carer-no', { words: 'nights' })), /willing|able/);
  });
});

describe('clocks that follow from moving and from homes', () => {
  it('P4 what is owed by the day somebody moves is owed on it', () => {
    for (const kind of ['move-here', 'move-away'])
      assert.deepEqual(days(kind, '2026-10-25'), ['2026-10-25', '2026-10-25']);
    assert.match(
      String(said('move-here', { words: 'Northmoor', facts: {} })),
      /satisfied.*Their plan has not come from Northmoor/,
    );
    assert.doesNotMatch(
      String(said('move-here', { words: 'Northmoor', facts: { isSatisfied: true, isPlanHere: true } })),
      /Northmoor|satisfied/,
    );
    assert.deepEqual(days('move-decision', '2026-11-01'), ['2026-12-13', '2026-12-13']);
    assert.match(String(said('move-away', { words: 'Northmoor', facts: {} })), /has not been sent/);
    assert.doesNotMatch(
      String(said('move-away', { words: 'Northmoor', facts: { isPlanSent: true } })),
      /sent/,
    );
  });

  it('P5 homes and visits, and a family’s own plan, are due on their day; a first visit within two weeks', () => {
    for (const kind of ['home-approval', 'home-visit', 'family-day', 'family-again'])
      assert.deepEqual(days(kind, '2027-03-28'), ['2027-03-28', '2027-03-28'], kind);
    assert.deepEqual(days('home-settling', '2026-11-21'), ['2026-12-05', '2026-12-05']);
    assert.deepEqual(said('home-visit', { words: 'the lofts', facts: { visit: 'tea' } }), [
      'Tea with the lofts.',
    ]);
  });
});

describe('C2-4 the rhythm on the calendar', () => {
  const opened = { openedAt: '2026-11-16T12:00:00Z' };
  const parts = (facts: Record<string, string>, now: Date, rules: RuleSet = defaultRules) =>
    Object.fromEntries(
      dueFrom(start('conversation-2', '2026-11-16', { facts: { ...opened, ...facts } }), rules, now).map(
        ({ part, by }) => [part, by],
      ),
    );

  it('C2-4 is what the crisis page says: contact, peers, the plan again, the team', () => {
    assert.deepEqual(parts({}, noon), {
      contact: '2026-11-16',
      reread: '2026-11-23',
      peers: '2026-11-17',
      'team-talk': '2026-12-27',
    });
    const kept = {
      ...{ lastContactAt: '2026-11-20T15:00:00Z', lastRereadAt: '2026-11-20T15:00:00Z' },
      ...{ lastShareOn: '2026-11-17', lastTalkOn: '2026-12-27' },
    };
    assert.deepEqual(parts(kept, noon), {
      ...{ contact: '2026-11-21', reread: '2026-11-27', peers: '2026-12-31', 'team-talk': '2027-02-07' },
    });
  });

  it('C2-4 after both talks no talk is due, and an older rule set keeps its own days', () => {
    assert.equal(parts({ lastTalkOn: '2027-02-07' }, noon)['team-talk'], undefined);
    assert.equal(parts({}, noon, { ...defaultRules, rereadEveryDays: 3 }).reread, '2026-11-19');
  });

  it('C2-4 half past midnight in summer time is the new day', () => {
    const [contact] = dueFrom(
      start('conversation-2', '2026-06-30', { facts: { openedAt: '2026-06-29T23:30:00Z' } }),
      defaultRules,
      new Date('2026-06-29T23:40:00Z'),
    );
    assert.equal(contact?.by, '2026-06-30');
  });

  it('refuses to guess when the view does not say when it opened', () => {
    assert.throws(() => dueFrom(start('conversation-2', '2026-11-16'), defaultRules, noon));
  });
});

describe('every clock', () => {
  it('names its rule, its law and a kind that names nobody', () => {
    for (const [kind, clock] of Object.entries(clocks)) {
      assert.ok(clock.rule && clock.law.length > 10, kind);
      for (const { kindInWords, link, act } of dueFrom(
        start(kind, '2026-11-01', { facts: { openedAt: noon.toISOString() } }),
        defaultRules,
        noon,
      )) {
        assert.ok(kindInWords && act && link.startsWith('/'), kind);
        assert.doesNotMatch(kindInWords, /ada/i);
      }
    }
  });

  it('a kind nobody knows is an error, not a duty left out', () => {
    assert.throws(() => dueFrom(start('something-new', '2026-11-01'), defaultRules, noon), /something-new/);
  });

  it('(property) is never due before the fewest days that the reader leaves out, from any day, under any rules', () => {
    const fewest = new Map(fewestDays.map(({ kind, days }) => [kind, days]));
    const numbers = fc.record(
      Object.fromEntries(Object.keys(defaultRules).map((name) => [name, fc.integer({ min: 1, max: 400 })])),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(clocks)),
        fc.integer({ min: 0, max: 4_000 }),
        numbers,
        (kind, offset, rules) => {
          const startedOn = addDays('2024-01-01', offset);
          const facts = { openedAt: `${startedOn}T12:00:00Z` };
          for (const { from, by } of dueFrom(
            start(kind, startedOn, { facts }),
            { ...defaultRules, ...rules },
            noon,
          )) {
            assert.ok(from <= by);
            assert.ok(daysBetween(startedOn, from) >= (fewest.get(kind) ?? 0), `${kind} from ${startedOn}`);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the calendar', () => {
  const named = (kind: string, startedOn: Day, more: Partial<NamedStart> = {}): NamedStart => ({
    ...start(kind, startedOn),
    ...{ name: 'Ada Thorne', ruleSetId: null },
    ...more,
  });
  const items = (...starts: NamedStart[]) => itemsFrom(starts, [], defaultRules, noon);

  it('stands on its first day, on today while its days run, on its last once they are gone', () => {
    const on = (from: Day, by: Day) => shownOn({ from, by }, '2026-11-21');
    assert.equal(on('2026-11-25', '2026-11-30'), '2026-11-25');
    assert.equal(on('2026-11-20', '2026-11-21'), '2026-11-21');
    assert.equal(on('2026-11-10', '2026-11-20'), '2026-11-20');
  });

  it('says when, in words', () => {
    const when = (from: Day, by: Day) => whenInWords({ from, by }, '2026-11-21');
    assert.equal(when('2026-11-10', '2026-11-19'), 'Due 2 days ago.');
    assert.equal(when('2026-11-21', '2026-11-21'), 'Due today.');
    assert.equal(when('2026-11-22', '2026-11-22'), 'Due tomorrow.');
    assert.equal(when('2026-11-27', '2026-11-27'), 'Due Friday 27 November.');
    assert.equal(when('2026-11-10', '2026-12-01'), 'Any day until Tuesday 1 December.');
    assert.equal(
      when('2026-12-01', '2027-01-04'),
      'Any day from Tuesday 1 December to Monday 4 January 2027.',
    );
  });

  it('puts what is past first, and tells two plans and two payments apart', () => {
    const all = items(
      named('catch-up-yearly', '2025-12-20', { sourceId: 'a later plan' }),
      named('payment-next', '2025-12-01', { sourceId: 'one payment' }),
      named('payment-first', '2026-07-20', { sourceId: 'another' }),
      named('promise', '2026-11-20'),
    );
    assert.deepEqual(
      all.map(({ kind, by }) => [kind, by]),
      [
        ['promise', '2026-11-20'],
        ['payment-next', '2026-12-01'],
        ['catch-up-yearly', '2026-12-20'],
        ['payment-first', '2027-01-20'],
      ],
    );
  });

  it('F2 has one line a person, from the contact that has waited longest', () => {
    const all = items(
      named('not-spoken', '2026-11-10', { sourceId: 'later' }),
      named('not-spoken', '2026-11-03', { sourceId: 'first' }),
      named('not-spoken', '2026-11-12', { sourceId: 'other', personId: 'ben' }),
      named('not-spoken', '2026-11-03', { sourceId: 'same day' }),
    );
    assert.deepEqual(
      all.map(({ sourceId }) => sourceId),
      ['first', 'other'],
    );
  });

  it('N1 runs by the set a conversation keeps, otherwise by the one in force on the day it began', () => {
    const set = (id: string, startsOn: Day, entitledByDays: number) => ({
      ...{ id, startsOn },
      rules: { ...defaultRules, entitledByDays },
    });
    const sets = [set('first', '2026-01-01', 30), set('second', '2026-06-01', 35)];
    const by = (startedOn: Day, ruleSetId: string | null) =>
      rulesFor({ startedOn, ruleSetId }, sets, defaultRules).entitledByDays;
    assert.equal(by('2026-11-01', 'first'), 30, 'kept, although another began since');
    assert.equal(by('2026-11-01', null), 35);
    assert.equal(by('2026-06-01', null), 35, 'from the day it begins');
    assert.equal(by('2026-05-31', null), 30);
    assert.equal(by('2025-12-31', null), defaultRules.entitledByDays);
  });

  it('begins its weeks on Mondays, over new year and leap days', () => {
    assert.equal(mondayOf('2026-11-16'), '2026-11-16');
    assert.equal(mondayOf('2026-11-22'), '2026-11-16');
    assert.equal(mondayOf('2027-01-01'), '2026-12-28');
    assert.equal(mondayOf('2028-02-29'), '2028-02-28');
    assert.equal(mondayOf('2020-01-01'), '2019-12-30');
  });

  it('months end where they end', () => {
    assert.equal(addMonths('2026-01-31', 12), '2027-01-31');
    assert.equal(addMonths('2027-02-28', 12), '2028-02-28');
  });
});
