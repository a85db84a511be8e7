import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  afterBothYes,
  mayAnswer,
  mayAskToChange,
  mayCover,
  type NamedPersonChange,
  sideOf,
} from './named-person.ts';

const now = { namedAccountId: 'rowan', coverAccountId: 'priya', isNamedHere: true };
const gone = { ...now, isNamedHere: false };
const here = new Set(['rowan', 'priya', 'sam']);
const asked: NamedPersonChange = {
  fromAccountId: 'rowan',
  toAccountId: 'sam',
  fromYesAt: null,
  toYesAt: null,
  hasNotNow: false,
};
const at = new Date('2026-11-21T09:00:00Z');

describe('C2-2 the named person', () => {
  it('C2-2 a change is asked of a colleague who works here, one at a time', () => {
    assert.equal(mayAskToChange(now, 'sam', false, here), null);
    assert.match(mayAskToChange(now, 'sam', true, here)?.because ?? '', /already been asked/);
    assert.match(mayAskToChange(now, 'rowan', false, here)?.because ?? '', /already the named person/);
    assert.match(mayAskToChange(now, 'left', false, here)?.because ?? '', /no longer work here/);
  });

  it('C2-2 each side gives its own yes, and nobody else’s', () => {
    assert.deepEqual(
      ['rowan', 'sam', 'priya'].map((account) => sideOf(asked, account, now)),
      ['from', 'to', null],
    );
  });

  it('C2-2 when the named person has left, their cover says yes for them, but does not hand over to themselves uncovered', () => {
    assert.equal(sideOf(asked, 'priya', gone), 'from');
    assert.match(mayAskToChange(gone, 'priya', false, here)?.because ?? '', /nobody would be left/);
  });

  it('C2-2 no yes is given to a change that is settled, declined, or asked of a former named person', () => {
    assert.equal(mayAnswer(asked, 'yes', now), null);
    assert.match(mayAnswer({ ...asked, hasNotNow: true }, 'yes', now)?.because ?? '', /not now/);
    assert.match(
      mayAnswer({ ...asked, fromYesAt: at, toYesAt: at }, 'yes', now)?.because ?? '',
      /both have already/,
    );
    assert.match(
      mayAnswer(asked, 'yes', { ...now, namedAccountId: 'priya' })?.because ?? '',
      /has changed since/,
    );
  });

  it('C2-2 a cover who takes over is covered by the one before; otherwise the cover stays', () => {
    assert.deepEqual(afterBothYes(asked, now), { namedAccountId: 'sam', coverAccountId: 'priya' });
    assert.deepEqual(afterBothYes({ ...asked, toAccountId: 'priya' }, now), {
      namedAccountId: 'priya',
      coverAccountId: 'rowan',
    });
  });

  it('C2-1 cover is somebody else who works here', () => {
    assert.equal(mayCover(now, 'sam', here), null);
    assert.match(mayCover(now, 'rowan', here)?.because ?? '', /own cover/);
    assert.match(mayCover(now, 'left', here)?.because ?? '', /no longer work here/);
  });
});
