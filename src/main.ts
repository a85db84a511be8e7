import { loadDemonstrationOnce } from '../demo/saltbeck/load.ts';
import { createApp } from './app.ts';
import { machineClock } from './platform/clock.ts';
import { readSettings } from './platform/config.ts';
import { openDatabases } from './platform/db/open.ts';
import { listen } from './platform/http/listen.ts';
import { startRounds } from './platform/jobs/rounds.ts';
import { refuseStart } from './platform/start-refused.ts';
import { rounds } from './rounds.ts';

const say = (line: string) => console.log(line);

try {
  const settings = readSettings(process.env);
  const databases = await openDatabases(settings, new URL('../migrations/', import.meta.url), say);
  if (databases.isEmbedded) await loadDemonstrationOnce(databases.database, machineClock, say);
  const isSecure = settings.publicUrl?.startsWith('https:') ?? false;
  const { server } = await createApp({ ...settings, ...databases, clock: machineClock, isSecure });
  startRounds({ ...databases, server, clock: machineClock }, rounds(settings));
  await listen(server, settings, databases.close, say);
} catch (error) {
  refuseStart(error);
}
