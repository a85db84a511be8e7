import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const yes = /\bstory_consent\b|\bstories_let_out\s*\(|\bstory_approval\b/;

/** Files of what ships, but for the generated types. */
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
  (path) => !/\.(test|fixture|generated)\./.test(path) && yes.test(readFileSync(root + path, 'utf8')),
);

describe('S-7 whether somebody said yes, said no or took it back', () => {
  it('is read by stories and walls, by what asks the teller again, and by the line that leads to the wall: by nothing that decides about support', () => {
    assert.deepEqual(files.filter((path) => !path.startsWith('src/stories/')).sort(), [
      'src/community/public/public-listings.store.ts',
      'src/people/messages/nudges.store.ts',
    ]);
    assert.ok(files.includes('src/stories/letting-out/consents.store.ts'), 'it looked nowhere');
  });

  it('is pointed at by no table but those of stories', () => {
    const tables = globSync('migrations/*.sql', { cwd: root }).flatMap((path) =>
      [...readFileSync(root + path, 'utf8').matchAll(/create table (\w+) \(([^;]*?)\n\);/g)]
        .filter(([, , columns]) => /references story_(consent|approval)\b/.test(columns ?? ''))
        .map(([, name]) => name),
    );
    assert.deepEqual(tables, []);
  });
});
