import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { bootstrap, OWNER, SERVING, within } from '../src/platform/db/logins.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { StartRefused } from '../src/platform/start-refused.ts';

const USAGE = `npm run prepare-database -- postgres://administrator:password@host:5432/postgres [--name alongside] [--rotate]

Makes the database, its owner and the login that serves, and brings it up to date. Running it again is safe:
it says what exists, and gives new passwords only with --rotate. Leave the password out of the address and set
PGPASSWORD to keep it off the command line.`;

interface Request {
  readonly address: URL;
  readonly name: string;
  readonly isRotating: boolean;
}

/** Makes a database ready for Alongside on a council's own PostgreSQL, from an administrator's address. */
async function prepare({ address, name, isRotating }: Request): Promise<string> {
  const administrator: pg.PoolConfig = { connectionString: address.href };
  const existing = await within(administrator, refuseUnfit);
  const passwordFor = (login: string) =>
    isRotating || !existing.includes(login) ? randomBytes(24).toString('base64url') : undefined;
  const ownerPassword = passwordFor(OWNER);
  const servingPassword = passwordFor(SERVING);
  const inDatabase = { connectionString: withPart(address, { name }).href };
  const made = await bootstrap(administrator, { database: name, ownerPassword, servingPassword, inDatabase });
  const { applied } = await migrate(
    { ...inDatabase, options: `-c role=${OWNER}` },
    new URL('../migrations/', import.meta.url),
  );
  return [
    made.length ? `Made: ${made.join(', ')}.` : `The database ${name} and both logins exist already.`,
    applied.length ? `Brought up to date: ${applied.join(', ')}.` : 'It is up to date.',
    ...linesToSet('DATABASE_URL', withPart(address, { name, login: SERVING, password: servingPassword })),
    ...linesToSet('DATABASE_OWNER_URL', withPart(address, { name, login: OWNER, password: ownerPassword })),
    'DATABASE_OWNER_URL is needed only at a start that migrates.',
  ].join('\n');
}

function linesToSet(variable: string, address: URL): string[] {
  if (address.password) return ['', `${variable}=${address.href}`];
  return ['', `${variable} keeps its password, which is not known here; --rotate gives a new one.`];
}

/** The same server, another database or login; everything after the question mark (such as sslmode) stays. */
function withPart(address: URL, part: { name: string; login?: string; password?: string | undefined }): URL {
  const changed = new URL(address);
  changed.pathname = `/${part.name}`;
  if (part.login) {
    // An address of a Unix socket has no host, and an address without a host cannot carry a login.
    if (!changed.hostname) changed.hostname = 'localhost';
    changed.username = part.login;
    changed.password = part.password ?? '';
  }
  return changed;
}

/** @returns which of our two logins the server has already */
async function refuseUnfit(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ version: number; login: string; able: boolean; existing: string[] }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_user as login,
       rolsuper or (rolcreaterole and rolcreatedb) as able,
       array(select rolname::text from pg_roles where rolname = any ($1)) as existing
     from pg_roles where rolname = current_user`,
    [[OWNER, SERVING]],
  );
  const [server] = rows;
  if (!server || server.version < 15) {
    throw new StartRefused(`That server is PostgreSQL ${server?.version}: Alongside needs 15 or later.`);
  }
  if (!server.able) {
    throw new StartRefused(
      `The login ${server.login} may not make databases and logins: give an administrator's address.`,
    );
  }
  return server.existing;
}

function readRequest(words: string[]): Request {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { name: { type: 'string', default: 'alongside' }, rotate: { type: 'boolean', default: false } },
  });
  const address = URL.parse(positionals[0] ?? '');
  if (!address || positionals.length !== 1 || !/^postgres(ql)?:$/.test(address.protocol)) {
    throw new StartRefused(`Give one administrator's address, such as:\n${USAGE}`);
  }
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(values.name)) {
    throw new StartRefused(`A database cannot be named "${values.name}": use small letters, digits and _.`);
  }
  return { address, name: values.name, isRotating: values.rotate };
}

/** What to try, by the code that the driver or the server gives. */
const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; check the host and the port',
  ENOTFOUND: 'no such host; check its name',
  '28P01': 'the login or its password is wrong',
  '28000': 'the server does not let that login in from here (see its pg_hba.conf)',
  '3D000': 'that database does not exist; the one named postgres nearly always does',
  '42501': 'the login may not do that; give an administrator who may',
};

function inOneSentence(error: unknown): string {
  if (error instanceof StartRefused) return error.message;
  const { code = '', message } = error as { code?: string; message: string };
  return `The database was not prepared: ${message || code}${ADVICE[code] ? ` (${ADVICE[code]})` : ''}.`;
}

try {
  console.log(await prepare(readRequest(process.argv.slice(2))));
} catch (error) {
  console.error(inOneSentence(error));
  process.exitCode = 1;
}
