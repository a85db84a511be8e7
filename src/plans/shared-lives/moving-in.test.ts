import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Household, mayBeApproved, mayShare, roomInWords } from './households/household.ts';
import {
  type Matching,
  mayAnswer,
  mayBegin,
  mayEnd,
  mayHaveHappened,
  mayPlanVisit,
  nextKind,
  type Visit,
  type VisitKind,
} from './matching.ts';
import { mayMoveIn, whatMovingInWants } from './moving-in.ts';

const today = '2026-11-21';
const matching: Matching = {
  ...{ id: 'm', personId: 'wilf', householdId: 'h', householdName: 'The Okafors', beganOn: '2026-09-01' },
  ...{ whyEachOther: 'Boats.', whatPersonSaid: '', personAnswer: 'yes', personAnswerOn: '2026-11-10' },
  ...{ householdAnswer: 'yes', householdAnswerOn: '2026-11-11', schemeAnswer: 'yes', schemeAnswerOn: today },
  ...{ movedInOn: null, endedOn: null, endedWords: null, version: 1 },
};
const visit = (kind: VisitKind, more: Partial<Visit> = {}): Visit => ({
  ...{ id: kind, kind, plannedOn: '2026-10-01', happenedOn: '2026-10-01', personsWords: '' },
  ...{ householdsWords: '', leftOutWords: null, version: 1, ...more },
});
const visits = [visit('tea'), visit('overnight'), visit('weekend')];
const home: Household = {
  ...{
    id: 'h',
    name: 'The Okafors',
    whoLivesHere: 'Ada and Ben',
    whatHomeIsLike: 'Loud.',
    place: 'Quayside',
  },
  ...{ capacity: 1, approvedOn: '2026-01-01', approvalUntilOn: today, notNowUntilOn: null, isActive: true },
  ...{ version: 1, livingThere: 0 },
};
const day = { on: today, today };
const may = (m: Partial<Matching> = {}, v = visits, h: Partial<Household> = {}, living = 0) =>
  mayMoveIn({ ...matching, ...m }, v, { ...home, ...h }, living, day);

describe('P5 moving in', () => {
  it('P5 may be once all three said yes, each visit has been, there is room and the approval holds', () => {
    assert.equal(may(), null);
  });

  it('P5 is refused for each missing yes alone, and a yes of a later day is no yes yet', () => {
    for (const side of ['person', 'household', 'scheme']) {
      const missing = may({ [`${side}Answer`]: null, [`${side}AnswerOn`]: null });
      assert.equal(missing?.refused, 'P5');
      assert.match(missing?.because ?? '', new RegExp(`the ${side} has not said yes`));
      assert.doesNotMatch(missing?.because ?? '', /; and /);
    }
    const late = mayMoveIn(matching, visits, home, 0, { on: '2026-11-20', today });
    assert.match(late?.because ?? '', /the scheme has not said yes by then/);
  });

  it('P5 is refused for each visit that has not been, planned ones included; a word on why is enough', () => {
    for (const kind of ['tea', 'overnight', 'weekend'] as const) {
      const without = visits.filter((one) => one.kind !== kind);
      assert.equal(may({}, without)?.refused, 'P5', kind);
      assert.equal(may({}, [...without, visit(kind, { happenedOn: null })])?.refused, 'P5', 'only planned');
      const left = visit(kind, { happenedOn: null, leftOutWords: 'They have been neighbours for years.' });
      assert.equal(may({}, [...without, left]), null);
      assert.equal(
        may({}, [...without, visit(kind, { happenedOn: null, leftOutWords: ' ' })])?.refused,
        'P5',
      );
    }
    assert.equal(
      may({}, [visit('tea'), visit('overnight'), visit('weekend', { happenedOn: '2026-11-22' })])?.refused,
      'P5',
    );
  });

  it('P5 is refused when the home is full, and not when one place is left', () => {
    assert.match(may({}, visits, {}, 1)?.because ?? '', /there is no room/);
    assert.equal(may({}, visits, { capacity: 2 }, 1), null);
    assert.equal(may({}, visits, { capacity: 2 }, 2)?.refused, 'P5');
  });

  it('P5 is refused without an approval on the day: the last day counts, the day after does not', () => {
    assert.equal(may({}, visits, { approvalUntilOn: today }), null);
    assert.match(
      may({}, visits, { approvalUntilOn: '2026-11-20' })?.because ?? '',
      /approval does not cover/,
    );
    assert.equal(may({}, visits, { approvalUntilOn: null })?.refused, 'P5');
    assert.equal(may({}, visits, { approvedOn: null })?.refused, 'P5');
    assert.equal(may({}, visits, { approvedOn: '2026-11-22', approvalUntilOn: '2027-11-22' })?.refused, 'P5');
  });

  it('P5 “not just now” holds to its last day; a home that no longer shares is not moved into', () => {
    assert.match(may({}, visits, { notNowUntilOn: today })?.because ?? '', /not just now/);
    assert.equal(may({}, visits, { notNowUntilOn: '2026-11-20' }), null);
    assert.match(may({}, visits, { isActive: false })?.because ?? '', /no longer shares/);
  });

  it('P5 is refused once it ended, once they live there, and before its day', () => {
    assert.match(may({ endedOn: today })?.because ?? '', /not going on/);
    assert.match(may({ movedInOn: today })?.because ?? '', /already/);
    assert.match(
      mayMoveIn(matching, visits, home, 0, { on: '2026-11-22', today })?.because ?? '',
      /not come yet/,
    );
  });

  it('P5 says everything that is wanting at once', () => {
    const bare = { ...matching, personAnswer: null, householdAnswer: null, schemeAnswer: null };
    assert.equal(whatMovingInWants(bare, [], { ...home, isActive: false }, 1, today).length, 8);
  });

  it('P5 an approval to 29 February holds on that day and not on 1 March', () => {
    const leap = { ...home, approvalUntilOn: '2028-02-29' };
    assert.equal(mayShare(leap, '2028-02-29'), null);
    assert.equal(mayShare(leap, '2028-03-01')?.refused, 'P5');
  });
});

describe('P5 getting to know each other', () => {
  it('P5 begins once both sides are written down, not twice, and not while one says not just now', () => {
    const wilf = { hasSaidWhatHomeIs: true, knowsThemAlready: false };
    assert.equal(mayBegin(wilf, home, today), null);
    assert.match(
      mayBegin({ ...wilf, hasSaidWhatHomeIs: false }, home, today)?.because ?? '',
      /what home would be/,
    );
    assert.match(mayBegin({ ...wilf, knowsThemAlready: true }, home, today)?.because ?? '', /already/);
    assert.match(mayBegin(wilf, { ...home, isActive: false }, today)?.because ?? '', /no longer shares/);
    assert.match(mayBegin(wilf, { ...home, notNowUntilOn: today }, today)?.because ?? '', /not just now/);
    assert.equal(mayBegin(wilf, { ...home, notNowUntilOn: '2026-11-20' }, today), null);
  });

  it('P5 the rhythm offers the next kind, and a planned visit has not been', () => {
    assert.equal(nextKind([]), 'tea');
    assert.equal(nextKind([visit('tea', { happenedOn: null })]), 'tea');
    assert.equal(nextKind([visit('tea'), visit('weekend')]), 'overnight');
    assert.equal(nextKind(visits), null);
  });

  it('P5 visits to get to know come before moving in, visits to see how it is after', () => {
    const living = { ...matching, movedInOn: today };
    assert.equal(mayPlanVisit(matching, 'weekend'), null);
    assert.equal(mayPlanVisit(living, 'after-moving-in'), null);
    assert.equal(mayPlanVisit(matching, 'after-moving-in')?.refused, 'P5');
    assert.equal(mayPlanVisit(living, 'tea')?.refused, 'P5');
    assert.equal(mayPlanVisit({ ...matching, endedOn: today }, 'tea')?.refused, 'P5');
  });

  it('P5 a visit has been on its day or before, not after today', () => {
    const planned = visit('tea', { happenedOn: null });
    assert.equal(mayHaveHappened(matching, planned, today, today), null);
    assert.equal(mayHaveHappened(matching, planned, '2026-11-22', today)?.refused, 'P5');
    assert.equal(mayHaveHappened(matching, { ...planned, leftOutWords: 'No.' }, today, today)?.refused, 'P5');
    const living = { ...matching, movedInOn: today };
    assert.equal(mayHaveHappened(living, visit('after-moving-in'), '2026-11-20', today)?.refused, 'P5');
  });

  it('P5 either may answer until they live together, and no refusal asks why or blames', () => {
    assert.equal(mayAnswer(matching, today, today), null);
    const said = [
      mayAnswer({ ...matching, endedOn: today }, today, today),
      mayAnswer({ ...matching, movedInOn: today }, today, today),
      mayAnswer(matching, '2026-11-22', today),
    ];
    for (const one of said) {
      assert.equal(one?.refused, 'P5');
      assert.doesNotMatch(`${one?.because} ${one?.satisfyBy}`, /refus|reject|reason|fail|unsuit/i);
    }
  });

  it('P5 moving out ends it, not before they moved in and not ahead of its day', () => {
    const living = { ...matching, movedInOn: '2026-11-10' };
    assert.equal(mayEnd(living, '2026-11-10', today), null);
    assert.equal(mayEnd(living, '2026-11-09', today)?.refused, 'P5');
    assert.equal(mayEnd(living, '2026-11-22', today)?.refused, 'P5');
    assert.equal(mayEnd({ ...living, endedOn: today }, today, today)?.refused, 'P5');
    assert.equal(mayEnd(matching, today, today), null);
  });
});

describe('P5 a household', () => {
  it('P5 room is told with what is left, and never less than those who live there', () => {
    assert.equal(roomInWords(home, today), 'Room for 1 more');
    assert.equal(roomInWords({ ...home, livingThere: 1 }, today), 'No room just now');
    assert.match(roomInWords({ ...home, notNowUntilOn: today }, today), /^Not just now, until/);
    assert.equal(mayBeApproved(home, 1), null);
    assert.equal(mayBeApproved(home, 2)?.refused, 'P5');
    assert.equal(mayBeApproved({ ...home, approvedOn: '2026-11-22' }, 0)?.refused, 'P5');
  });
});
