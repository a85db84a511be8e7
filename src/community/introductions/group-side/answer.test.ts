import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type GroupSide, mayAgree, mayAskGroup, mayGroupAnswer } from './answer.ts';

const day = '2026-11-22';
const offered: GroupSide = {
  stage: 'offered',
  how: 'message',
  groupAskedOn: null,
  groupAnswer: null,
  groupNotBefore: null,
};
const asked = { ...offered, groupAskedOn: day };
const notBeforeMay = { ...asked, groupAnswer: 'not-now', groupNotBefore: '2027-05-01' } as const;

describe('Introductions: the group’s side', () => {
  it('the group is asked once, not at all with a slip, and after “not before May” not before May', () => {
    assert.equal(mayAskGroup(offered, day), null);
    assert.match(mayAskGroup({ ...offered, how: 'slip' }, day)?.because ?? '', /take it from there/);
    assert.match(mayAskGroup(asked, day)?.satisfyBy ?? '', /ring them/);
    assert.match(mayAskGroup(notBeforeMay, day)?.satisfyBy ?? '', /ask again on 1 May 2027/);
    assert.equal(mayAskGroup(notBeforeMay, '2027-05-01'), null);
    assert.equal(mayAskGroup({ ...notBeforeMay, groupNotBefore: null }, day), null);
    assert.ok(mayAskGroup({ ...asked, stage: 'agreed', groupAnswer: 'yes' }, day));
    assert.ok(mayAskGroup({ ...asked, stage: 'not-for-me' }, day));
  });

  it('a group may say no at any time, without blame, and yes or not now while it is asked', () => {
    for (const answer of ['yes', 'not-now', 'no'] as const) assert.equal(mayGroupAnswer(asked, answer), null);
    assert.equal(mayGroupAnswer(notBeforeMay, 'yes'), null);
    assert.equal(mayGroupAnswer({ ...asked, stage: 'introduced' }, 'no'), null);
    assert.ok(mayGroupAnswer({ ...asked, stage: 'introduced' }, 'not-now'));
    assert.ok(mayGroupAnswer({ ...asked, stage: 'declined-by-group' }, 'no'));
  });

  it('nobody writes a yes for a group that said not now', () => {
    assert.equal(mayAgree(offered, day), null);
    assert.equal(mayAgree(asked, day), null);
    assert.match(mayAgree(notBeforeMay, day)?.because ?? '', /not before 1 May 2027/);
    assert.match(mayAgree(notBeforeMay, '2027-06-01')?.satisfyBy ?? '', /group’s own yes/);
  });
});
