import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AskedToEnd, mayEndSupport } from './ending.ts';

const asked: AskedToEnd = {
  support: { startedOn: '2026-06-01', endedOn: null },
  because: 'their-wish',
  words: 'I would rather manage with Carol now.',
  endsOn: '2026-11-21',
  today: '2026-11-21',
  move: null,
  urgent: null,
  diedOn: null,
};
const refusal = (changes: Partial<AskedToEnd>) => {
  const found = mayEndSupport({ ...asked, ...changes });
  return found ? `${found.refused} ${found.because}` : null;
};

describe('P1 support ends only as far as the person, death, a move or a plan lets it', () => {
  it('P1 at their own wish, in their words', () => {
    assert.equal(refusal({}), null);
    assert.match(refusal({ words: '  ' }) ?? '', /^P1 it is their wish only in their words/);
  });

  it('P1 when they died, once that is written down, from that day', () => {
    const died = { because: 'died', words: '', diedOn: '2026-11-21' };
    assert.equal(refusal(died), null);
    assert.match(refusal({ ...died, endsOn: '2026-11-20' }) ?? '', /^P1 they died on 21 November 2026/);
    assert.match(refusal({ ...died, diedOn: null }) ?? '', /^P1 nobody has written down that they died/);
  });

  it('P4 when they moved and the other council has taken over, from that day', () => {
    const moved = { because: 'moved-and-met-there', words: '' };
    const away = { direction: 'away' as const, otherCouncil: 'Marram', didNotHappenOn: null };
    const taken = (takenOverOn: string | null) => refusal({ ...moved, move: { ...away, takenOverOn } });
    assert.match(refusal(moved) ?? '', /^P4 no move away/);
    assert.match(taken(null) ?? '', /^P4 Marram has not said that it has taken over/);
    assert.equal(taken('2026-11-21'), null);
    assert.match(taken('2026-11-22') ?? '', /^P4 Marram took over on 22 November 2026/);
  });

  it('P1 a later plan does it by itself, and nobody by hand', () => {
    assert.match(refusal({ because: 'a-later-plan' }) ?? '', /^P1 a later plan ends/);
  });

  it('F6 time is up only for urgent help that was looked at again, from the day it was promised until', () => {
    const up = { because: 'time-was-up', words: '' };
    assert.match(refusal(up) ?? '', /^P1 ending support is giving less/);
    const urgent = { untilOn: '2026-11-21', lookedAgainOn: null };
    assert.match(refusal({ ...up, urgent }) ?? '', /^F6 nobody has looked at this urgent help again/);
    assert.equal(refusal({ ...up, urgent: { ...urgent, lookedAgainOn: '2026-11-21' } }), null);
    assert.match(
      refusal({ ...up, urgent: { untilOn: '2026-11-22', lookedAgainOn: '2026-11-20' } }) ?? '',
      /^F6 we said it would go on until 22 November 2026/,
    );
  });

  for (const because of ['budget', 'manages-better', '', 'constructor', 'Their-wish'])
    it(`P1 “${because}” is no way to end support: it goes through a plan`, () => {
      assert.match(refusal({ because }) ?? '', /^P1 ending support is giving less/);
    });

  it('P1 what has ended is left as it is, and nothing ends before it began', () => {
    assert.match(
      refusal({ support: { startedOn: '2026-06-01', endedOn: '2026-11-21' } }) ?? '',
      /^P1 it ended on 21 November 2026 already/,
    );
    assert.equal(refusal({ support: { startedOn: '2026-06-01', endedOn: '2026-12-31' } }), null);
    assert.match(refusal({ endsOn: '2026-05-31' }) ?? '', /^P1 it would end before it began/);
    assert.equal(
      refusal({ support: { startedOn: '2028-02-29', endedOn: null }, endsOn: '2028-02-29' }),
      null,
    );
  });
});
