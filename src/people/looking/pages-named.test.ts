import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namedLooks } from './pages-named.ts';

const routes = [
  { method: 'GET', url: '/people/:id', name: 'A person, now' },
  { method: 'GET', url: '/people/:id/letters', name: 'Letters' },
  { method: 'POST', url: '/people/:id/letters', name: 'Write down that a letter was given' },
] as const;
const look = (act: string, route: string) => ({
  ...{
    id: '1',
    at: new Date('2026-11-20T10:00:00Z'),
    who: 'Rowan',
    role: 'practitioner',
    act,
    route,
    reason: null,
  },
});

describe('who looked, for staff', () => {
  it('W3 names the page that was read, and what was written, never its address', () => {
    const looks = [
      look('read', '/people/:id/letters'),
      look('write', '/people/:id/letters'),
      look('print', '/people/:id'),
    ];
    assert.deepEqual(
      namedLooks(looks, routes).map(({ page }) => page),
      ['Letters', 'Write down that a letter was given', 'A person, now'],
    );
  });

  it('W3 leaves out no look at a page that is there no more', () => {
    assert.equal(namedLooks([look('read', '/people/:id/gone')], routes)[0]?.page, 'The record');
  });
});
