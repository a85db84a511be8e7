import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, type Day } from '../../platform/clock.ts';
import { askOn, mayMove, moved, nextStage, type Stage, type Standing, stages } from './introduction.ts';

const day = '2026-11-21';
const offered: Standing = {
  stage: 'offered',
  offeredOn: day,
  agreedOn: null,
  introducedOn: null,
  wentOn: null,
  stillGoing30On: null,
  stillGoing90On: null,
};
const after = (steps: [Stage, Day][]): Standing =>
  steps.reduce<Standing>((now, [next, on]) => moved(now, next, on), offered);
const wentToday = after([
  ['agreed', day],
  ['introduced', day],
  ['went', day],
]);

describe('Introductions', () => {
  it('go in order: offered, agreed, introduced, went, still going', () => {
    assert.equal(mayMove(offered, 'agreed', day), null);
    const tooSoon = mayMove(offered, 'went', day);
    assert.equal(tooSoon?.refused, 'Introductions');
    assert.equal(tooSoon?.satisfyBy, 'write down that they and the group said yes');
    assert.deepEqual(
      stages
        .slice(0, 5)
        .map((stage) => nextStage({ ...offered, stage }))
        .slice(0, 3),
      ['agreed', 'introduced', 'went'],
    );
  });

  it('no stage is written twice, and none is undone', () => {
    assert.match(mayMove(wentToday, 'went', day)?.because ?? '', /written down already/);
    assert.match(mayMove(wentToday, 'agreed', day)?.because ?? '', /written down already/);
  });

  it('still going is asked at 30 and at 90 days after they went, and not before', () => {
    assert.match(mayMove(wentToday, 'still-going', addDays(day, 29))?.satisfyBy ?? '', /21 December 2026/);
    assert.equal(mayMove(wentToday, 'still-going', addDays(day, 30)), null);
    const at30 = moved(wentToday, 'still-going', addDays(day, 30));
    assert.equal(at30.askOn, addDays(day, 90));
    assert.ok(mayMove(at30, 'still-going', addDays(day, 89)));
    const at90 = moved(at30, 'still-going', addDays(day, 90));
    assert.equal(at90.askOn, null);
    assert.equal(nextStage(at90), null);
    assert.ok(mayMove(at90, 'still-going', addDays(day, 200)));
  });

  it('one answer serves for both when nobody asked until 90 days', () => {
    const late = moved(wentToday, 'still-going', addDays(day, 95));
    assert.deepEqual(
      [late.stillGoing30On, late.stillGoing90On, late.askOn],
      [addDays(day, 95), addDays(day, 95), null],
    );
  });

  it('went on a day that may be before today, not in days to come and not before they were introduced', () => {
    const introduced = after([
      ['agreed', '2026-11-02'],
      ['introduced', '2026-11-05'],
    ]);
    const earlier = { ...introduced, offeredOn: '2026-11-01' };
    assert.equal(mayMove(earlier, 'went', day, '2026-11-10'), null);
    assert.equal(moved(earlier, 'went', '2026-11-10').askOn, '2026-12-10');
    assert.match(mayMove(earlier, 'went', day, '2026-11-22')?.because ?? '', /has not come yet/);
    assert.match(
      mayMove(earlier, 'went', day, '2026-11-04')?.because ?? '',
      /before the day of “introduced”/,
    );
    const went = moved(earlier, 'went', '2026-11-10');
    assert.equal(mayMove(went, 'still-going', '2027-01-20', '2026-12-12'), null);
    assert.ok(mayMove(went, 'still-going', '2027-01-20', '2026-12-01'));
    assert.match(mayMove(went, 'not-for-me', day, '2026-11-23')?.because ?? '', /has not come yet/);
  });

  it('either side may say no from any stage, and then it has ended', () => {
    for (const now of [offered, after([['agreed', day]]), wentToday])
      for (const no of ['not-for-me', 'declined-by-group'] as const) {
        assert.equal(mayMove(now, no, day), null);
        const ended = moved(now, no, day);
        assert.equal(ended.askOn, null);
        assert.match(mayMove(ended, 'agreed', day)?.satisfyBy ?? '', /offer it again/);
      }
  });

  it('we ask whether it happened two weeks after introducing, and nothing before', () => {
    assert.equal(askOn(offered), null);
    assert.equal(askOn(after([['agreed', day]])), null);
    assert.equal(
      askOn(
        after([
          ['agreed', day],
          ['introduced', day],
        ]),
      ),
      '2026-12-05',
    );
  });
});
