import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Statement } from '../../people/carers/willing.ts';
import { asked, lunch, nights, plan } from '../agreement/plan.fixture.ts';
import { mayStand } from '../agreement/standing.ts';
import type { NeedLine } from '../plan.ts';
import { type Carers, cannotLean, noCarers, whatCannotLean } from './leaning.ts';
import { kindOfPlan, wordingOf } from './plan-kind.ts';

const today = '2026-11-21';
const said = (side: Statement['side'], answer: Statement['answer'] = 'yes'): Statement => ({
  carerId: 'jean',
  thing: 'nights',
  side,
  answer,
  saidOn: '2026-11-20',
  recordedAt: new Date('2026-11-20T15:00:00Z'),
});
const jean: Carers = {
  carers: [{ carerId: 'jean', name: 'Jean', alsoCalled: ['Jean Acheson'] }],
  statements: [said('willing'), said('able')],
};
const leaning: NeedLine = {
  ...lunch,
  need: 'Somebody near at night',
  who: 'Jean',
  carerId: 'jean',
  carerThing: 'nights',
};
const without = (statements: Statement[]): Carers => ({ ...jean, statements });

describe('N5 a need leans on a carer by their own word', () => {
  it('N5 may while both stand', () => assert.equal(cannotLean(leaning, jean, today), null));

  it('N5 may not once either side is missing or no', () => {
    for (const statements of [
      [],
      [said('willing')],
      [said('able')],
      [said('willing'), said('able', 'no')],
      [said('willing', 'no'), said('able')],
    ])
      assert.equal(cannotLean(leaning, without(statements), today)?.refused, 'N5');
  });

  it('N5 a day somebody wrote for them is not enough where they have a record of their own', () => {
    const dated = { ...leaning, carerId: null, carerThing: null, ownerSaidYesOn: '2026-11-18' };
    assert.match(cannotLean(dated, jean, today)?.because ?? '', /a record of their own/);
    assert.equal(cannotLean({ ...dated, who: ' jean acheson ' }, jean, today)?.refused, 'N5');
  });

  it('N5 where nobody has a record of their own, the plain day stays as it was', () => {
    assert.equal(cannotLean(lunch, jean, today), null);
    assert.equal(cannotLean({ ...lunch, who: 'Jean' }, noCarers, today), null);
  });

  it('N5 is about family and friends: what is paid for or done by a group leans on nobody’s word here', () => {
    assert.equal(cannotLean({ ...nights, who: 'Jean' }, jean, today), null);
    assert.equal(cannotLean({ ...lunch, metBy: 'group', who: 'Jean' }, jean, today), null);
  });

  it('N5 a plan stands with what they said, and is refused by name when it has gone', () => {
    const stands = { ...asked, earlier: null, plan: { ...plan, needs: [nights, leaning] } };
    const may = (carers: Carers) =>
      mayStand({ ...stands, cannotLean: whatCannotLean(stands.plan.needs, carers, today) });
    assert.equal(may(jean), null);
    const refused = may(without([said('willing'), said('able', 'no')]));
    assert.equal(refused?.refused, 'N5');
    assert.match(refused?.because ?? '', /“Somebody near at night” leans on Jean, and they are not able/);
  });
});

describe('whose plan it is (Care Act 2014 s25)', () => {
  it('is a carer’s when the decision was, and an adult’s otherwise', () => {
    assert.equal(kindOfPlan('carer', null), 'carer');
    assert.equal(kindOfPlan('carer', 'carer'), 'carer');
    assert.equal(kindOfPlan(null, null), 'adult');
    assert.equal(kindOfPlan('adult', null), 'adult');
  });

  it('holds both for somebody who is both (s25(11)), and reads as an adult’s', () => {
    assert.equal(kindOfPlan('carer', 'adult'), 'adult');
    assert.equal(kindOfPlan('adult', 'carer'), 'adult');
  });

  it('asks a carer what would give them a break, in those words', () => {
    assert.equal(wordingOf('carer', 'Jean').wishes.asked, 'What would give Jean a break?');
    assert.equal(wordingOf('adult', 'Wilf').wishes.asked, 'What Wilf would like');
    assert.equal(wordingOf(undefined, 'Wilf').goodLife.heading, 'A good life');
  });
});
