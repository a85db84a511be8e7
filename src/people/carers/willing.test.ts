import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leaningNoLonger, mayLeanOn, type Statement, saidYesOn } from './willing.ts';

const today = '2026-11-21';
const said = (
  side: Statement['side'],
  answer: Statement['answer'],
  saidOn = '2026-11-10',
  changes: Partial<Statement> = {},
): Statement => ({
  carerId: 'jean',
  thing: 'nights',
  side,
  answer,
  saidOn,
  recordedAt: new Date(`${saidOn}T15:00:00Z`),
  ...changes,
});
const willing = said('willing', 'yes');
const able = said('able', 'yes');
const mayFor = (...statements: Statement[]) => mayLeanOn(statements, 'nights', today);

describe('N5 a plan leans on a carer only while willing and able both stand', () => {
  it('N5 may lean when both were answered yes, whatever the order they are read in', () => {
    assert.equal(mayFor(willing, able), null);
    assert.equal(mayFor(able, willing), null);
  });

  it('N5 also on the very day it was said', () => {
    assert.equal(mayFor(said('willing', 'yes', today), said('able', 'yes', today)), null);
  });

  const refusals: [string, Statement[], RegExp][] = [
    ['when nothing was asked', [], /nobody has asked whether they are willing/],
    ['when nobody asked whether they are able', [willing], /nobody has asked whether they are able/],
    ['when nobody asked whether they are willing', [able], /nobody has asked whether they are willing/],
    ['when they are able and said no', [said('willing', 'no'), able], /they said no to “nights”/],
    ['when they are willing and not able', [willing, said('able', 'no')], /they are not able to do “nights”/],
    [
      'when willing is dated after today',
      [said('willing', 'yes', '2026-11-22'), able],
      /is dated after today/,
    ],
    ['when able is dated after today', [willing, said('able', 'yes', '2026-11-22')], /is dated after today/],
    [
      'when the yes was about another thing',
      [willing, said('able', 'yes', '2026-11-10', { thing: 'lifting' })],
      /are able to do “nights”/,
    ],
  ];
  for (const [when, statements, because] of refusals)
    it(`N5 may not ${when}`, () => {
      const refusal = mayFor(...statements);
      assert.equal(refusal?.refused, 'N5');
      assert.match(refusal?.because ?? '', because);
      assert.ok(refusal?.satisfyBy);
    });

  it('N5 only the last word counts, by the day it was said', () => {
    assert.equal(mayFor(willing, able, said('able', 'no', '2026-11-20'))?.refused, 'N5');
    assert.equal(mayFor(willing, said('able', 'no', '2026-11-01'), able), null);
    const writtenLate = { ...said('able', 'no', '2026-11-01'), recordedAt: new Date('2026-11-20T09:00:00Z') };
    assert.equal(mayFor(willing, able, writtenLate), null, 'an older day written up later changes nothing');
  });

  it('N5 on one day, what was written last is the last word', () => {
    const morning = { ...said('able', 'yes', today), recordedAt: new Date('2026-11-21T09:00:00Z') };
    const evening = { ...said('able', 'no', today), recordedAt: new Date('2026-11-21T19:00:00Z') };
    assert.equal(mayFor(willing, evening, morning)?.refused, 'N5');
    const backAgain = { ...morning, recordedAt: new Date('2026-11-21T20:00:00Z') };
    assert.equal(mayFor(willing, evening, backAgain), null);
  });

  it('N5 a leap day is a day like any other', () => {
    const leap = said('able', 'yes', '2028-02-29');
    assert.equal(mayLeanOn([willing, leap], 'nights', '2028-02-29'), null);
    assert.equal(mayLeanOn([willing, leap], 'nights', '2028-02-28')?.refused, 'N5');
  });

  it('N5 one thing is one thing, however it is spaced and capitalised', () => {
    assert.equal(
      mayLeanOn([willing, said('able', 'yes', '2026-11-10', { thing: ' Nights ' })], 'NIGHTS', today),
      null,
    );
  });

  it('N5 the day to show is the later of the two, and none while they may not be leaned on', () => {
    assert.equal(saidYesOn([willing, said('able', 'yes', '2026-11-15')], 'nights', today), '2026-11-15');
    assert.equal(saidYesOn([willing], 'nights', today), null);
  });
});

describe('N5 a change opens the plan again', () => {
  const nights = { id: 'a', carerId: 'jean', thing: 'nights' };
  const shopping = { id: 'b', carerId: 'jean', thing: 'shopping' };
  const amir = { id: 'c', carerId: 'amir', thing: 'nights' };
  const yes = (carerId: string, thing: string) => [
    { ...willing, carerId, thing },
    { ...able, carerId, thing },
  ];
  const all = [...yes('jean', 'nights'), ...yes('jean', 'shopping'), ...yes('amir', 'nights')];
  const open = (...more: Statement[]) =>
    leaningNoLonger([nights, shopping, amir], [...all, ...more], today).map(({ id }) => id);

  it('N5 nothing is open while everything stands', () => assert.deepEqual(open(), []));

  it('N5 able may stop while willing stays, for that thing and that carer alone', () =>
    assert.deepEqual(open(said('able', 'no', '2026-11-20')), ['a']));

  it('N5 willing may stop while able stays', () =>
    assert.deepEqual(open(said('willing', 'no', '2026-11-20', { thing: 'shopping' })), ['b']));

  it('N5 of two carers for one thing, one may stop and the other go on', () =>
    assert.deepEqual(open(said('willing', 'no', '2026-11-20', { carerId: 'amir' })), ['c']));

  it('N5 another’s yes does not stand in for theirs', () =>
    assert.deepEqual(
      leaningNoLonger([nights], yes('amir', 'nights'), today).map(({ id }) => id),
      ['a'],
    ));
});
