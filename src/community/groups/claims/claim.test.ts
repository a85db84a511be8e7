import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enoughToday, mostADayOf } from '../enough-today.ts';
import { mayAnswer } from './claim.ts';

const waiting = { answer: null, hasOrganisation: true } as const;

describe('somebody says they run a group', () => {
  it('is answered once: yes for one or for all of the organisation’s, or no with why', () => {
    const yes = { answer: 'yes', coversAll: false, why: null } as const;
    assert.equal(mayAnswer(waiting, yes), null);
    assert.equal(mayAnswer(waiting, { ...yes, coversAll: true }), null);
    assert.equal(mayAnswer(waiting, { answer: 'no', coversAll: false, why: 'Nell runs it' }), null);
    assert.match(mayAnswer(waiting, { ...yes, answer: 'no' })?.because ?? '', /owed a reason/);
    assert.match(mayAnswer({ ...waiting, answer: 'no' }, yes)?.because ?? '', /answered this already/);
    const alone = { answer: null, hasOrganisation: false };
    assert.match(mayAnswer(alone, { ...yes, coversAll: true })?.because ?? '', /which organisation/);
    assert.equal(mayAnswer(alone, yes), null);
  });
});

describe('what is too much in a day', () => {
  it('is refused plainly, never silently, and a council may set its own number', () => {
    assert.equal(enoughToday(59, 60), null);
    assert.match(enoughToday(60, 60)?.because ?? '', /so many people wrote to us today/);
    assert.equal(mostADayOf({}), 60);
    assert.equal(mostADayOf({ fromAnybodyADay: 5 }), 5);
    for (const odd of ['5', 0, -1, 2.5, null]) assert.equal(mostADayOf({ fromAnybodyADay: odd }), 60);
  });
});
