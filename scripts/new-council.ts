// npm run new-council -- --name "Northmoor Council" --slug northmoor --administrator ada@northmoor.example.gov.uk
//   --oidc-issuer https://login.example/tenant --oidc-client-id 1234      (how its staff sign in)
//   --residents-oidc-issuer https://my.example --residents-oidc-client-id 56    (how its residents may, to their own pages)
//   --second-factor c1                                                    (the provider's word for it: docs/operate/sign-in.md)
//   --team "Riverside team"                                               (repeat for more teams)
//   --account "Ada Lane,ada@…,practitioner,Riverside team"                (repeat for more accounts)
// A real council has no demonstration personas: its staff come in through its own identity provider.
import { parseArgs } from 'node:util';
import { makeAccount, makeTeam } from '../src/access/accounts.store.ts';
import { makeCouncil } from '../src/access/councils.store.ts';
import { type Role, roles } from '../src/access/roles.ts';
import { faultOfIssuer } from '../src/access/signing-in/oidc-claims.ts';
import { beforeSignIn } from '../src/access/signing-in/sessions.store.ts';
import { readSettings } from '../src/platform/config.ts';
import { withTheDatabase } from '../src/platform/db/command.ts';
import type { CouncilDb } from '../src/platform/db/council.ts';
import { refuseStart, StartRefused } from '../src/platform/start-refused.ts';

const say = (line: string) => console.log(line);

try {
  const asked = readArguments();
  const migrations = new URL('../migrations/', import.meta.url);
  await withTheDatabase(readSettings(process.env), migrations, say, async (database) => {
    const councilId = await makeCouncil(database, { ...asked, isDemo: false });
    await beforeSignIn(database, councilId, new Date(), (db) => makeStaff(db, asked));
  });
  say(
    `${asked.name} is made. ${asked.oidcIssuer ? `Its staff sign in at /sign-in/${asked.slug}.` : 'Give --oidc-issuer and --oidc-client-id so that its staff can sign in.'}`,
  );
} catch (error) {
  refuseStart(error);
}

interface Asked {
  name: string;
  slug: string;
  oidcIssuer: string | null;
  oidcClientId: string | null;
  ownOidcIssuer: string | null;
  ownOidcClientId: string | null;
  settings: Record<string, unknown>;
  teams: string[];
  accounts: { name: string; email: string; role: Role; team: string | null }[];
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      slug: { type: 'string' },
      administrator: { type: 'string' },
      'oidc-issuer': { type: 'string' },
      'oidc-client-id': { type: 'string' },
      'residents-oidc-issuer': { type: 'string' },
      'residents-oidc-client-id': { type: 'string' },
      'second-factor': { type: 'string', multiple: true },
      team: { type: 'string', multiple: true },
      account: { type: 'string', multiple: true },
      persona: { type: 'string', multiple: true },
      demo: { type: 'boolean' },
    },
  });
  if (values.persona || values.demo)
    throw new StartRefused(
      'Demonstration personas belong to the invented council only: a real council’s staff sign in through its identity provider (--oidc-issuer).',
    );
  if (!values.name || !/^[a-z0-9-]{2,60}$/.test(values.slug ?? ''))
    throw new StartRefused(
      'Give --name "The council’s name" and --slug with small letters, digits and dashes, such as --slug northmoor.',
    );
  const accounts = (values.account ?? []).map(accountFrom);
  if (values.administrator)
    accounts.push({
      name: values.administrator,
      email: values.administrator,
      role: 'administrator',
      team: null,
    });
  return {
    name: values.name,
    slug: values.slug ?? '',
    ...providersFrom(values),
    settings: values['second-factor'] ? { secondFactor: { acr: values['second-factor'] } } : {},
    teams: [...new Set([...(values.team ?? []), ...accounts.flatMap(({ team }) => team ?? [])])],
    accounts,
  };
}

function providersFrom(values: Record<string, unknown>) {
  const [oidcIssuer, oidcClientId] = providerFrom(values, 'oidc');
  const [ownOidcIssuer, ownOidcClientId] = providerFrom(values, 'residents-oidc');
  return { oidcIssuer, oidcClientId, ownOidcIssuer, ownOidcClientId };
}

/** One sign-in's issuer and client id: both, or neither. */
function providerFrom(values: Record<string, unknown>, which: string): [string | null, string | null] {
  const issuer = values[`${which}-issuer`];
  const clientId = values[`${which}-client-id`];
  if (!issuer !== !clientId)
    throw new StartRefused(`Give --${which}-issuer and --${which}-client-id together, or neither.`);
  if (typeof issuer !== 'string' || typeof clientId !== 'string') return [null, null];
  const fault = faultOfIssuer(issuer);
  if (fault) throw new StartRefused(`--${which}-issuer ${fault}.`);
  return [issuer, clientId];
}

function accountFrom(line: string): Asked['accounts'][number] {
  const [name, email, role, team] = line.split(',').map((part) => part.trim());
  const known = roles.find((one) => one === role);
  if (!name || !email?.includes('@') || !known)
    throw new StartRefused(
      `--account "${line}" needs a name, an e-mail address, one of ${roles.join(', ')}, and perhaps a team, parted by commas.`,
    );
  return { name, email, role: known, team: team || null };
}

async function makeStaff(db: CouncilDb, asked: Asked): Promise<void> {
  const teams = new Map<string, string>();
  for (const team of asked.teams) teams.set(team, await makeTeam(db, team));
  for (const { team, ...account } of asked.accounts) {
    const teamId = team ? teams.get(team) : undefined;
    await makeAccount(db, { ...account, teamIds: teamId ? [teamId] : [] });
  }
}
