import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayToCome, factsNeededAt } from '../facts.ts';
import type { KnownFact } from '../known-facts.ts';
import { stillToAsk } from './gaps.ts';

const told: KnownFact = {
  kind: 'told-beforehand',
  details: { toldOn: '2026-11-17', format: 'large print' },
  phrase: 'words',
  happenedOn: '2026-11-17',
  recordedAt: new Date('2026-11-17T12:00:00Z'),
};

describe('what is still to find out', () => {
  it('C3-4 conversation 3 shows every gap as a plain question, with the law that asks', () => {
    const gaps = stillToAsk(3, []);
    assert.deepEqual(
      gaps.map(({ kind }) => kind),
      factsNeededAt('conversation-3'),
    );
    for (const { question, law } of gaps) {
      assert.match(question, /\?$/);
      assert.match(law, /Act|SI \d{4}/);
    }
  });

  it('C3-4 what was heard is no gap; what was half heard is', () => {
    assert.ok(!stillToAsk(3, [told]).some(({ kind }) => kind === 'told-beforehand'));
    const half = { ...told, details: { toldOn: '2026-11-17' } };
    assert.equal(stillToAsk(3, [half]).find(({ kind }) => kind === 'told-beforehand')?.isHalfWritten, true);
  });

  it('asks for a further detail only when the answer calls for it (SI 2014/2827 reg 6)', () => {
    const deafblind = (details: Record<string, string>) =>
      stillToAsk(3, [{ ...told, kind: 'deafblind', details }]).some(({ kind }) => kind === 'deafblind');
    assert.equal(deafblind({ answer: 'no' }), false);
    assert.equal(deafblind({ answer: 'yes' }), true);
    assert.equal(deafblind({ answer: 'yes', specialist: 'Amina Diallo' }), false);
  });

  it('conversation 2 asks whether they are safe and who looks out for them, and little else', () => {
    assert.deepEqual(
      stillToAsk(2, []).map(({ kind }) => kind),
      ['carer-asked', 'safe-now'],
    );
  });
});

describe('a day on which something happened', () => {
  it('C1-2, N1 has come: today is in time, tomorrow is refused by the rule that goes by it', () => {
    assert.equal(dayToCome('declined', { declinedOn: '2026-11-21' }, '2026-11-21'), null);
    assert.equal(dayToCome('declined', { declinedOn: '2026-11-22' }, '2026-11-21')?.refused, 'C1-2');
    assert.equal(dayToCome('asked-if-entitled', { askedOn: '2026-11-22' }, '2026-11-21')?.refused, 'N1');
    assert.equal(dayToCome('information-given', { givenOn: '2026-11-22' }, '2026-11-21')?.refused, 'E6');
  });

  it('C1-1, C1-2 a day agreed for later may be later', () => {
    assert.equal(dayToCome('check-back', { checkBackOn: '2026-12-15' }, '2026-11-21'), null);
    assert.equal(dayToCome('under-way', { startsOn: '2026-12-15' }, '2026-11-21'), null);
    assert.equal(dayToCome('offer', { askAgainOn: '2027-03-01' }, '2026-11-21'), null);
  });
});
