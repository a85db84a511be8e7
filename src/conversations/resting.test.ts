import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FactName } from './facts.ts';
import type { KnownFact } from './known-facts.ts';
import { mayRest, rests } from './resting.ts';

const today = '2026-11-21';
let minute = 0;
function fact(
  kind: FactName,
  details: Record<string, string> = {},
  phrase = 'words',
  happenedOn = '2026-11-17',
): KnownFact {
  minute += 1;
  return { kind, details, phrase, happenedOn, recordedAt: new Date(Date.UTC(2026, 10, 17, 12, minute)) };
}

const matters = fact('what-matters');
const noNeeds = fact('may-have-needs', { answer: 'no' });
const mayHaveNeeds = fact('may-have-needs', { answer: 'yes' });
const carer = fact('carer-asked', { answer: 'not-now' });
const information = fact('information-given', {
  what: 'pension advice',
  format: 'large print',
  givenOn: '2026-11-17',
});
const comeBack = fact('how-to-come-back', {}, 'Ring us and say you spoke to Rowan.');
const checkBack = fact('check-back', { checkBackOn: '2026-12-15' });
const no = {
  declinedOn: '2026-11-17',
  capacity: 'not-in-doubt',
  abuseRisk: 'no',
  wouldBringBack: 'if eating gets harder',
};
const whole = [matters, noNeeds, carer, information, comeBack, checkBack];

const without = (...gone: KnownFact[]) => whole.filter((one) => !gone.includes(one));
function missing(facts: KnownFact[]) {
  const answer = mayRest({ kind: 1 }, facts, today);
  return rests(answer) ? [] : answer;
}
const rules = (facts: KnownFact[]) => missing(facts).map(({ refused }) => refused);

describe('letting conversation 1 rest', () => {
  it('C1-1 may, when each piece is there, and says how to come back and when we ask', () => {
    assert.deepEqual(mayRest({ kind: 1 }, whole, today), {
      rests: {
        howToComeBack: 'Ring us and say you spoke to Rowan.',
        checkBackOn: '2026-12-15',
        checkBackDeclined: false,
      },
    });
  });

  for (const [piece, gone] of Object.entries({ matters, noNeeds, carer, information, comeBack, checkBack }))
    it(`C1-1 may not without ${piece}, and says only that, with what would satisfy it`, () => {
      const [only, ...others] = missing(without(gone));
      assert.equal(others.length, 0);
      assert.equal(only?.refused, 'C1-1');
      assert.ok(only?.satisfyBy);
      assert.ok(only?.answers.includes(gone.kind));
    });

  it('C1-1 names every missing piece of an empty conversation at once', () => {
    assert.equal(missing([]).length, 6);
  });

  it('C1-1 takes “no thank you” to being asked how it went, but not a day already gone', () => {
    const declined = mayRest(
      { kind: 1 },
      [...without(checkBack), fact('check-back', { declined: 'yes' })],
      today,
    );
    assert.ok(rests(declined) && declined.rests.checkBackDeclined && declined.rests.checkBackOn === null);
    assert.deepEqual(rules([...without(checkBack), fact('check-back', { checkBackOn: '2026-11-20' })]), [
      'C1-1',
    ]);
    assert.deepEqual(rules([...without(checkBack), fact('check-back', { checkBackOn: today })]), []);
  });

  it('C1-1 information counts only with what, format and day', () => {
    const [only] = missing([
      ...without(information),
      fact('information-given', { what: 'pension advice', format: ' ' }),
    ]);
    assert.match(only?.satisfyBy ?? '', /How.*The day/);
  });

  it('R1 conversation 3 rests with how to come back alone; C2-6 conversation 2 ends in its own way', () => {
    assert.ok(rests(mayRest({ kind: 3 }, [comeBack], today)));
    const two = mayRest({ kind: 2 }, whole, today);
    assert.ok(!rests(two) && two[0]?.refused === 'C2-6');
  });
});

describe('whether they may have needs', () => {
  const settledBy = (...facts: KnownFact[]) => rules([...without(noNeeds), mayHaveNeeds, ...facts]);

  it('C1-1 is not settled by “they might” alone', () => {
    assert.deepEqual(settledBy(), ['C1-1']);
  });

  it('C1-1 is settled by a needs assessment under way with its day, or made after they were told', () => {
    assert.deepEqual(settledBy(fact('under-way', { startsOn: '2026-11-24' })), []);
    const made = { madeOn: '2026-11-17', toldOn: '2026-11-16', format: 'large print' };
    assert.deepEqual(settledBy(fact('needs-assessment-made', made)), []);
    assert.deepEqual(settledBy(fact('needs-assessment-made', { ...made, toldOn: '2026-11-18' })), [
      'C1-1',
      'C1-1',
    ]);
    assert.equal(settledBy(fact('under-way')).length, 2);
  });

  it('C1-2 is settled by a “no” with its day, capacity not in doubt or looked at, and no risk of abuse', () => {
    assert.deepEqual(settledBy(fact('declined', no)), []);
    assert.deepEqual(settledBy(fact('declined', { ...no, capacity: 'looked-at' })), []);
  });

  it('C1-2 a “no” without its day, or without what would bring the offer back, does not count', () => {
    assert.deepEqual(settledBy(fact('declined', { ...no, declinedOn: '' })), ['C1-2']);
    assert.deepEqual(settledBy(fact('declined', { ...no, wouldBringBack: '' })), ['C1-2']);
  });

  it('C1-2 a “no” with capacity in doubt does not count', () => {
    assert.deepEqual(settledBy(fact('declined', { ...no, capacity: 'in-doubt' })), ['C1-2']);
  });

  it('C1-2 the duty stands despite the “no” where there may be abuse or neglect, until it is under way', () => {
    const unsafe = fact('declined', { ...no, abuseRisk: 'yes' });
    assert.deepEqual(settledBy(unsafe), ['C1-2']);
    assert.deepEqual(settledBy(unsafe, fact('may-have-needs', { answer: 'no' })), ['C1-2']);
    assert.deepEqual(settledBy(unsafe, fact('under-way', { startsOn: today })), []);
  });

  it('C1-2 a later request or change revives the offer; an earlier one does not', () => {
    assert.deepEqual(settledBy(fact('declined', no), fact('asked-again', { askedOn: '2026-11-19' })), [
      'C1-2',
    ]);
    assert.deepEqual(
      settledBy(fact('declined', no), fact('situation-changed', { changedOn: '2026-11-17' })),
      ['C1-2'],
    );
    assert.deepEqual(settledBy(fact('asked-again', { askedOn: '2026-11-17' }), fact('declined', no)), []);
    assert.deepEqual(
      settledBy(fact('declined', no), fact('situation-changed', { changedOn: '2026-11-16' })),
      [],
    );
  });

  it('C1-2 a second “no”, said after the change, stands', () => {
    const again = fact('declined', { ...no, declinedOn: '2026-11-20' });
    assert.deepEqual(
      settledBy(fact('declined', no), fact('asked-again', { askedOn: '2026-11-19' }), again),
      [],
    );
  });

  it('N1 “am I entitled?” has to be answered whatever else was said', () => {
    const asked = fact('asked-if-entitled', { askedOn: '2026-11-17' });
    assert.deepEqual(rules([...whole, asked]), ['N1']);
    assert.deepEqual(settledBy(fact('declined', no), asked), ['N1']);
    assert.deepEqual(settledBy(asked, fact('under-way', { startsOn: today })), []);
  });

  it('N1, C1-2 a “no” on a later day is judged as any other; one on the same day answers nothing', () => {
    const asked = fact('asked-if-entitled', { askedOn: '2026-11-16' });
    assert.deepEqual(settledBy(asked, fact('declined', no)), []);
    assert.deepEqual(settledBy(asked, fact('declined', { ...no, abuseRisk: 'yes' })), ['C1-2']);
    assert.deepEqual(settledBy(asked, fact('declined', { ...no, declinedOn: '2026-11-16' })), ['N1']);
  });
});
