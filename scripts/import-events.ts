import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { problemsOf } from '../src/evidence/brought/reading/load.store.ts';
import { type Loaded, loadHistory, type ToLoad } from '../src/evidence/brought/reading/load.ts';
import { type Database, type Pin, withinCouncil } from '../src/platform/db/council.ts';
import { readDay } from '../src/platform/http/reading.ts';
import { StartRefused } from '../src/platform/start-refused.ts';
import { openAtACouncil, run } from './at-a-council.ts';

const USAGE = `npm run import-events -- <file> [--council slug] [--name "What to call it"]
  [--days day-first|month-first] [--taken-on 2026-03-31]

Reads a history of events from another system, CSV or one JSON object a line, as docs/bring-your-own.md describes. All of it
is kept or none: what needs mending is listed by row. The same file again changes nothing, another under the same name
replaces it, and a reading that was broken off goes on when it is run again.`;

const say = (line: string) => console.log(line);

async function importEvents(args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      council: { type: 'string' },
      name: { type: 'string' },
      days: { type: 'string' },
      'taken-on': { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new StartRefused(USAGE);
  if (!existsSync(file)) throw new StartRefused(`There is no file ${file}.`);
  if (values.days && values.days !== 'day-first' && values.days !== 'month-first')
    throw new StartRefused(USAGE);
  const takenOn = values['taken-on'] ? readDay(values['taken-on']) : undefined;
  if (takenOn === null) throw new StartRefused('Write --taken-on like 2026-03-31.');
  const { database, council, pin, close } = await openAtACouncil('import-events', values.council, env);
  try {
    const name = values.name ?? basename(file).replace(/\.\w+$/, '');
    say(`Reading ${file} into ${council.name} as “${name}”.`);
    const began = performance.now();
    const loaded = await loadHistory((act) => withinCouncil(database, pin, act), {
      name,
      open: () => createReadStream(file),
      order: values.days as ToLoad['order'],
      takenOn,
      onProgress: (rows) => rows % 50_000 === 0 && say(`${rows.toLocaleString('en-GB')} rows read`),
    });
    await sayOutcome(database, pin, loaded, (performance.now() - began) / 1000);
    return loaded.outcome !== 'refused';
  } finally {
    await close();
  }
}

async function sayOutcome(database: Database, pin: Pin, loaded: Loaded, seconds: number): Promise<void> {
  if (loaded.wentOnFrom && loaded.outcome !== 'unchanged')
    say(`Went on from row ${loaded.wentOnFrom.toLocaleString('en-GB')}.`);
  for (const note of loaded.notes) say(note);
  if (loaded.outcome === 'unchanged')
    return say('This file was read before under this name: nothing has changed.');
  if (loaded.outcome === 'kept')
    return say(
      `${loaded.rows.toLocaleString('en-GB')} rows read and counted in ${seconds.toFixed(1)} s. Sign in as an analyst and open /evidence/brought/${loaded.historyId}`,
    );
  const problems = await withinCouncil(database, pin, (db) => problemsOf(db, loaded.load));
  for (const { row, column, found, whatToDo } of problems)
    say(`row ${row}${column ? `, ${column}` : ''}${found ? ` “${found}”` : ''}: ${whatToDo}`);
  const more = loaded.problems - problems.length;
  if (more > 0) say(`… and ${more.toLocaleString('en-GB')} more.`);
  say(`Nothing was kept: ${loaded.problems.toLocaleString('en-GB')} cells need mending.`);
}

await run(() => importEvents(process.argv.slice(2), process.env));
