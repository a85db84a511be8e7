import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRefusal } from '../../platform/refusal.ts';
import type { BudgetPart } from '../budget.ts';
import { mayWorkOutShare, type NewShare, shareForPlan, shareOf, shareOn, type WorkingLine } from './share.ts';
import { tooMuchAsked } from './share-in-plan.ts';
import { readWorking } from './working.ts';

const line = (side: WorkingLine['side'], weeklyPence: number): WorkingLine => ({
  side,
  what: side,
  weeklyPence,
});
const lines = [
  line('coming-in', 25_000),
  line('left-out', 2_000),
  line('kept', 20_000),
  line('costs', 1_500),
];
const asked: NewShare = {
  how: 'full',
  doneOn: '2026-11-20',
  fromOn: '2026-12-01',
  words: 'From the pension letter.',
  lines,
  weeklyPence: null,
};
const today = '2026-11-21';
const began = '2026-11-10';
const reason = (changes: Partial<NewShare>, opened: string | null = began) => {
  const worked = mayWorkOutShare({ ...asked, ...changes }, opened, today);
  return isRefusal(worked) ? `${worked.refused} ${worked.because}` : worked.weeklyPence;
};

describe('C3-5 what somebody pays is worked out', () => {
  it('C3-5 as what comes in less what is left out, what they must keep and what disability costs', () => {
    assert.equal(shareOf(lines), 1_500);
    assert.equal(reason({}), 1_500);
  });

  it('C3-5 as nothing, never less, when they keep more than comes in', () => {
    assert.equal(shareOf([line('coming-in', 20_000), line('kept', 20_001)]), 0);
    assert.equal(shareOf([]), 0);
  });

  it('C3-5, F5 not before a conversation 3 has opened', () => {
    assert.match(String(reason({}, null)), /^C3-5 no conversation 3 has begun/);
    assert.match(String(reason({ doneOn: '2026-11-09' })), /^C3-5 that day is before conversation 3 began/);
    assert.equal(reason({ doneOn: began }), 1_500, 'on the day it opened is soon enough');
  });

  it('C3-5 on a day that has come', () => {
    assert.match(String(reason({ doneOn: '2026-11-22' })), /^C3-5 that day has not come yet/);
    assert.equal(reason({ doneOn: today }), 1_500);
  });

  it('C3-5 in full only with what comes in, and with what they keep when they would pay', () => {
    assert.match(String(reason({ lines: [] })), /^C3-5 the working does not say what comes in/);
    assert.match(
      String(reason({ lines: [line('coming-in', 1)] })),
      /^C3-5 they would pay, and the working does not/,
    );
    assert.equal(reason({ lines: [line('coming-in', 500), line('costs', 500)] }), 0);
  });

  it('C3-5 with a light look: the amount, and no working', () => {
    assert.equal(reason({ how: 'light-touch', lines: [], weeklyPence: 0 }), 0);
    assert.match(String(reason({ how: 'light-touch', lines: [] })), /^C3-5 it does not say what they pay/);
    assert.match(String(reason({ how: 'light-touch', weeklyPence: 5 })), /^C3-5 there is a working/);
  });

  it('C3-5 or not at all: somebody who would rather not say pays the full cost', () => {
    assert.equal(reason({ how: 'declined', lines: [] }), null);
    assert.match(String(reason({ how: 'declined' })), /^C3-5 there is a working/);
  });
});

describe('C3-5 which record counts', () => {
  const later = { id: 'later', fromOn: '2026-12-01' };
  const earlier = { id: 'earlier', fromOn: '2026-06-01' };

  it('C3-5 a later one counts from its own day, and the earlier one until then', () => {
    assert.equal(shareOn([later, earlier], '2026-12-01'), later);
    assert.equal(shareOn([later, earlier], '2026-11-30'), earlier);
    assert.equal(shareOn([later, earlier], '2026-05-31'), null);
  });

  it('C3-5 one written last that reaches further back takes the place of the one before for good', () => {
    const corrected = { id: 'corrected', fromOn: '2026-05-01' };
    assert.equal(shareOn([corrected, earlier], '2026-11-30'), corrected);
  });

  it('C3-5 a plan being written is read with the latest, one that stands with what counts now', () => {
    const on = (state: 'being-written' | 'standing' | 'followed-by-a-later-one', startsOn: string | null) =>
      shareForPlan([later, earlier], { state, startsOn }, today)?.id;
    assert.equal(on('being-written', null), 'later');
    assert.equal(on('standing', '2026-07-01'), 'earlier');
    assert.equal(on('standing', '2026-12-01'), 'later');
    assert.equal(on('followed-by-a-later-one', '2026-07-01'), 'earlier');
  });
});

describe('C3-5 a plan asks no more of somebody than the record says', () => {
  const part = (howOften: BudgetPart['howOften'], personPence: number): BudgetPart => ({
    id: howOften,
    needId: 'need',
    what: 'Mornings',
    howOften,
    councilPence: 10_000,
    personPence,
  });
  const why = (parts: BudgetPart[], record: { weeklyPence: number | null } | null) =>
    tooMuchAsked(parts, record)?.because;

  it('C3-5 nothing asked wants no record', () => {
    assert.equal(why([part('weekly', 0)], null), undefined);
  });

  it('C3-5 anything asked wants one', () => {
    assert.match(why([part('weekly', 1)], null) ?? '', /no written record/);
    assert.match(why([part('once', 1)], null) ?? '', /no written record/);
  });

  it('C3-5 up to the very penny, over all its parts together', () => {
    assert.equal(why([part('weekly', 1_000), part('weekly', 500)], { weeklyPence: 1_500 }), undefined);
    assert.equal(
      why([part('weekly', 1_000), part('weekly', 501)], { weeklyPence: 1_500 }),
      'they would pay £15.01 a week, and the record says £15 at most',
    );
  });

  it('C3-5 nothing to pay covers what is paid once too', () => {
    assert.match(why([part('once', 5_000)], { weeklyPence: 0 }) ?? '', /£50 once, .* nothing to pay/);
    assert.equal(why([part('once', 5_000)], { weeklyPence: 1 }), undefined);
  });

  it('C3-5 the full cost may be asked of somebody who would rather not say', () => {
    assert.equal(why([part('weekly', 90_000)], { weeklyPence: null }), undefined);
  });
});

describe('a working as people write one', () => {
  const read = (text: string) => readWorking(text, 'coming-in');

  it('is one line each, with the amount at its end, in pounds however they are written', () => {
    const found = read('State pension 221.20\n\n Work pension, £40 \nInterest: £1,234.5');
    assert.deepEqual('lines' in found && found.lines.map(({ what, weeklyPence }) => [what, weeklyPence]), [
      ['State pension', 22_120],
      ['Work pension', 4_000],
      ['Interest', 123_450],
    ]);
  });

  it('says which line has no amount, or no words', () => {
    for (const text of ['State pension', '221.20', 'Pension 12.345'])
      assert.match(
        ('problem' in read(text) && JSON.stringify(read(text))) || '',
        /with its amount a week/,
        text,
      );
  });

  it('is no longer, and no line larger, than anybody means', () => {
    assert.ok('lines' in read('Pension 1\n'.repeat(40)));
    assert.deepEqual(read('Pension 1\n'.repeat(41)), { problem: 'Write 40 lines or fewer' });
    assert.ok('lines' in read('Pension 100,000'));
    assert.ok('problem' in read('Pension 100,000.01'));
    assert.ok(
      'problem' in read(`${','.repeat(8_000)} Pension 1`),
      'and one that would take long to read is not read',
    );
  });

  it('is empty when nothing is written', () => {
    assert.deepEqual(read(' \n '), { lines: [] });
  });
});
