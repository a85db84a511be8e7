import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

/** Whose keys these are to a browser: a host, and the address its pages are at. */
export interface KeyPlace {
  host: string;
  origin: string;
}

/** A key as it is kept: what it signs is checked with `publicKey`; nothing here opens anything. */
export interface KeptKey {
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

/** Says yes once to what this browser was asked to sign. */
export type TakeChallenge = (challenge: string) => Promise<boolean>;

/**
 * Where keys are for: PUBLIC_URL, or this machine while trying things out, where the browser says on which port.
 * @param answer what the browser sent, or null when it is only being asked
 */
export function keyPlace(publicUrl: string | undefined, answer: unknown): KeyPlace {
  if (publicUrl) return { host: new URL(publicUrl).hostname, origin: new URL(publicUrl).origin };
  const said = URL.parse(originSaid(answer));
  const isOurs = said?.hostname === 'localhost' && said.protocol === 'http:';
  return { host: 'localhost', origin: isOurs ? said.origin : 'http://localhost' };
}

function originSaid(answer: unknown): string {
  try {
    const { clientDataJSON } = (answer as RegistrationResponseJSON).response;
    const { origin } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { origin: unknown };
    return typeof origin === 'string' ? origin : '';
  } catch {
    return '';
  }
}

/** What keys sign with, by COSE's numbers: Ed25519, ECDSA P-256 and, on older computers, RSA. */
const algorithms = [-8, -7, -257];

/** What a browser is asked to make a key for. Nobody's name is in it: the list of keys on a telephone is seen by others. */
export function toMakeKey(place: KeyPlace, accountId: string, has: readonly KeptKey[]) {
  return generateRegistrationOptions({
    rpName: 'Alongside',
    rpID: place.host,
    userName: 'My page',
    userID: new Uint8Array(Buffer.from(accountId)),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: has.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser is asked to sign to come in: any key it has for us, opened by a face, a finger or a number. */
export const toComeIn = (place: KeyPlace) =>
  generateAuthenticationOptions({ rpID: place.host, userVerification: 'required' });

/** The key a browser made, when it is one of ours to keep; null otherwise, whatever was wrong. */
export async function keyMade(
  place: KeyPlace,
  answer: unknown,
  take: TakeChallenge,
): Promise<KeptKey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: take,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return null;
  }
}

/** How often a key says it was used, when this is its signature, now and for us; null otherwise, whatever was wrong. */
export async function keyUsed(
  place: KeyPlace,
  answer: unknown,
  key: KeptKey,
  take: TakeChallenge,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: take,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      credential: { ...key, id: key.credentialId, publicKey: new Uint8Array(key.publicKey) },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** What came as text in a form; null when it is no answer of a browser's. */
export function readAnswer(text: unknown): { id: string } | null {
  if (typeof text !== 'string' || text.length > 20_000) return null;
  try {
    const answer = JSON.parse(text) as { id?: unknown } | null;
    return typeof answer?.id === 'string' ? (answer as { id: string }) : null;
  } catch {
    return null;
  }
}
