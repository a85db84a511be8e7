import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOfLook, looksOf } from './looked.ts';

const look = (act: string, route: string, reason: string | null = null) => ({ act, route, reason });
const who = { day: '2026-11-20', accountId: 'a', name: 'Rowan', role: 'practitioner', team: null };

describe('who looked, in plain words', () => {
  it('W3 says what kind of looking it was, never by which address', () => {
    assert.equal(kindOfLook(look('read', '/people/:id')), 'page');
    assert.equal(kindOfLook(look('read', '/people/:id/story')), 'story');
    assert.equal(kindOfLook(look('read', '/people/:id/who-looked')), 'looked');
    assert.equal(kindOfLook(look('print', '/letters/plan/:id')), 'printed');
    assert.equal(kindOfLook(look('address', '/people/:id/private-address')), 'address');
    assert.equal(kindOfLook(look('write', '/people/:id/write')), 'wrote');
    assert.equal(kindOfLook(look('read', '/people')), 'list');
    assert.equal(kindOfLook(look('read', '/my/plan')), 'plan');
    assert.equal(kindOfLook(look('read', '/my')), 'page');
    assert.equal(kindOfLook(look('read', '/my/talked')), 'story');
    assert.equal(kindOfLook(look('read', '/people/:id/sharing')), 'shared');
    assert.equal(kindOfLook(look('read', '/something/never/heard/of')), 'other');
  });

  it('W3 says that it was read together, and what was told then', () => {
    assert.equal(kindOfLook(look('read', '/people/:id/together', 'Read together')), 'together');
    assert.equal(kindOfLook(look('write', '/people/:id/together/say/:kind/:line')), 'told');
  });

  it('W5 tells each reason the glass was broken for, once', () => {
    const of = looksOf({
      ...who,
      looks: [
        look('read', '/people/:id', 'Found by the canal'),
        look('read', '/people/:id/story', 'Found by the canal'),
        look('read', '/people/:id/together', 'Read together'),
      ],
    });
    assert.deepEqual(of.reasons, ['Found by the canal']);
    assert.deepEqual(of.did, ['page', 'story', 'together']);
  });

  it('passing by in a list counts only where they did nothing else that day', () => {
    assert.deepEqual(looksOf({ ...who, looks: [look('read', '/people')] }).did, ['list']);
    assert.deepEqual(looksOf({ ...who, looks: [look('read', '/people'), look('read', '/people/:id')] }).did, [
      'page',
    ]);
  });
});
