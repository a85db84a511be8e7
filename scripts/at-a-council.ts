import { type CouncilToSignIn, councilsToSignIn } from '../src/access/signing-in/sessions.store.ts';
import { machineClock } from '../src/platform/clock.ts';
import { readSettings } from '../src/platform/config.ts';
import { type Database, openDatabase, type Pin } from '../src/platform/db/council.ts';
import { joinEmbedded } from '../src/platform/db/embedded.ts';
import { openDatabases } from '../src/platform/db/open.ts';
import { StartRefused } from '../src/platform/start-refused.ts';

export interface AtACouncil {
  database: Database;
  council: CouncilToSignIn;
  pin: Pin;
  close: () => Promise<void>;
}

/**
 * The database of a site that is running, else the one the settings name, started for this command alone; and the
 * council it is for.
 * @param name what the command is called, in the log
 * @throws StartRefused in plain words when there is no such council, or several and none was said
 */
export async function openAtACouncil(
  name: string,
  slug: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<AtACouncil> {
  const { database, close } = await open(env);
  try {
    const council = chooseCouncil(await councilsToSignIn(database), slug);
    const actor = {
      accountId: '00000000-0000-0000-0000-000000000000',
      name,
      role: 'directory-editor',
      teamIds: [],
    };
    return {
      database,
      close,
      council,
      pin: { councilId: council.councilId, actor, now: machineClock.now(), requestId: name },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(env: NodeJS.ProcessEnv): Promise<{ database: Database; close: () => Promise<void> }> {
  const settings = readSettings(env);
  const running = settings.databaseUrl ? undefined : joinEmbedded(settings.dataFolder);
  if (!running) return openDatabases(settings, new URL('../migrations/', import.meta.url), console.log);
  const database = openDatabase(running.serving);
  return { database, close: () => database.destroy() };
}

function chooseCouncil(councils: readonly CouncilToSignIn[], slug: string | undefined): CouncilToSignIn {
  const [first, ...others] = slug ? councils.filter((one) => one.slug === slug) : councils;
  if (first && !others.length) return first;
  if (!councils.length)
    throw new StartRefused('There is no council yet: run npm start once, or npm run new-council.');
  const list = councils.map((one) => `  --council ${one.slug}    ${one.name}`).join('\n');
  throw new StartRefused(
    slug ? `There is no council called ${slug}. These are here:\n${list}` : `Say for which council:\n${list}`,
  );
}

/** Runs a command; what went wrong in plain words is said plainly, and anything else shows where. */
export async function run(
  command: () => Promise<boolean>,
  isPlain: (error: unknown) => boolean = () => false,
): Promise<void> {
  try {
    process.exitCode = (await command()) ? 0 : 1;
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error;
    if (!(error instanceof Error) || !(error instanceof StartRefused || isUsage || isPlain(error)))
      throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
