import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Who signs in at the provider next, and what it will say of them. */
export interface AtProvider {
  subject: string;
  email?: string;
  isVerified?: boolean;
  amr?: string[];
  acr?: string;
  /** They press cancel there instead. */
  isCancelled?: boolean;
}

/** A council's identity provider: a real one, on this machine, with nobody to click in it. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** How often it was asked what it is. */
  discoveries: () => number;
  next(who: AtProvider): void;
  stop(): Promise<void>;
}

export async function startIdentityProvider(backUrls: string[]): Promise<IdentityProvider> {
  let next: AtProvider = { subject: 'nobody' };
  const people = new Map<string, AtProvider>();
  let discoveries = 0;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'alongside', clientSecret: 'a secret for tests only, long enough' };
  const provider: Provider = new Provider(
    issuer,
    configurationFor(client, backUrls, people, () => provider),
  );
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/.well-known/')) discoveries += 1;
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    people.set(next.subject, next);
    const { subject: accountId, amr, acr } = next;
    const result = next.isCancelled ? { error: 'access_denied' } : { login: { accountId, amr, acr } };
    provider.interactionFinished(request, response, result).catch(() => response.destroy());
  });
  return {
    issuer,
    ...client,
    discoveries: () => discoveries,
    next: (who) => {
      next = who;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configurationFor(
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  backUrls: string[],
  people: Map<string, AtProvider>,
  provider: () => Provider,
): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: backUrls }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
    acrValues: ['two-steps'],
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: () => {
        const { email, isVerified } = people.get(subject) ?? {};
        return { sub: subject, email, email_verified: isVerified };
      },
    }),
    loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string } } }) => {
      const grant = new (provider().Grant)({ accountId: oidc.session.accountId, clientId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}
