import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSources } from '../../../test/source.ts';
import { english } from '../words/english.ts';

it('whatever tells the story has a plain title of its own, so that none of staff’s is shown', () => {
  const kinds = readSources()
    .filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
    .flatMap(({ text }) => [...text.matchAll(/tellTimeline\(db, \{[\s\S]{0,700}?kind: '([a-z-]+)'/g)])
    .map(([, kind = '']) => kind);
  assert.ok(kinds.length > 30, `found ${kinds.length}`);
  const told: readonly string[] = [...Object.keys(english.talked.kinds), 'own-line'];
  assert.deepEqual(
    [...new Set(kinds)].filter((kind) => !told.includes(kind)),
    [],
  );
});
