import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FinderQuery } from '../../community.forms.ts';
import { countInWords } from './search-view.tsx';

const value = (more: Partial<Parameters<typeof countInWords>[0]>) => ({
  ...{ asked: FinderQuery.parse({}), near: '', found: [], fresh: 200, older: 40, unsaid: 0, isMany: false },
  ...{ pages: 20, isPlaceKnown: true, read: [], base: '/community', isPublic: false, person: null },
  ...{ maySeeFeeds: false, today: '2026-11-22' },
  ...more,
});

it('of very many, only the likeliest are counted, and no exact number is claimed', () => {
  assert.match(countInWords(value({})), /^200 listings checked in the last 90 days\./);
  assert.match(countInWords(value({ isMany: true, near: 'ZZ1' })), /^The nearest 200 of many\./);
  assert.match(countInWords(value({ isMany: true })), /^The most lately checked 200 of many\./);
});
