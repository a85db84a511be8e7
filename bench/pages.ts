// How quick the pages are: npm run bench:pages -- --strict
//   --folder, --administrator, --seed   the large database, as bench:large
//   --rounds 4 --seconds 3              how long each page is asked
//   --only large|demo                   one half of it
//   --page '/people/{id}'               of the demonstration's pages only this one
//   --main dist/main.js                 the server to start; built first unless given
import { spawnSync } from 'node:child_process';
import { openLarge, readArguments } from './large/database.ts';
import { machineLine } from './measured.ts';
import { demoPages } from './pages/demo-pages.ts';
import { largePages } from './pages/large-pages.ts';

const given = readArguments({
  rounds: { type: 'string', default: '4' },
  seconds: { type: 'string', default: '3' },
  only: { type: 'string' },
  main: { type: 'string' },
  page: { type: 'string' },
  strict: { type: 'boolean' },
});
const asked = {
  main: given.main ?? built(),
  rounds: Number(given.rounds),
  seconds: Number(given.seconds),
  page: given.page,
};
const over: string[] = [];

if (given.only !== 'demo') {
  const large = await openLarge(given, console.log);
  console.log(
    `At 100,000 people, row security and who looked on. ${asked.rounds} rounds of ${asked.seconds} s, seed ${large.seed}.`,
  );
  over.push(...(await largePages(large, asked, console.log).finally(large.stop)));
}
if (given.only !== 'large') over.push(...(await demoPages(asked, console.log)));

console.log(`\n${machineLine()}`);
console.log(over.length ? `Over its limit:\n  ${over.join('\n  ')}` : 'Everything is within its limit.');
process.exitCode = given.strict && over.length ? 1 : 0;

function built(): string {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the server could not be built');
  return 'dist/main.js';
}
