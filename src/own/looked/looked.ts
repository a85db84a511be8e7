import type { Day } from '../../platform/clock.ts';

/** What kind of looking it was, for whoever was looked at. Names of routes never reach them. */
export type LookKind =
  | 'page'
  | 'story'
  | 'plan'
  | 'around'
  | 'money'
  | 'safety'
  | 'letters'
  | 'community'
  | 'looked'
  | 'list'
  | 'other'
  | 'together'
  | 'told'
  | 'wrote'
  | 'printed'
  | 'address'
  | 'shared';

/** One line of the audit, as it is kept. */
export interface LookKept {
  act: string;
  route: string;
  reason: string | null;
}

/** Reading, by how the address goes on after the person; the first that fits. */
const readings: readonly [RegExp, LookKind][] = [
  [/^\/shared|\/sharing/, 'shared'],
  [/^\/people\/:id$/, 'page'],
  [/who-looked|\/looked/, 'looked'],
  [/safeguarding|enquir|rights|advoca|deciding/, 'safety'],
  [/money|direct-payment|budget|support\//, 'money'],
  [/letters/, 'letters'],
  [/plan|catch-up|determination|urgent-help|family-conference|moves|matching|shared-lives/, 'plan'],
  [/communit|introduction|giving|ideas/, 'community'],
  [/around|willing|own-record|about|caring/, 'around'],
  [/address|details|equality/, 'page'],
  [/story|stories|talked|conversation|entries|crisis|write|promises|contacts|resting|returning/, 'story'],
  [/^\/(people|today|calendar|evidence)/, 'list'],
];

/**
 * What somebody did, from the act and the route as the audit keeps them.
 * @example kindOfLook({ act: 'read', route: '/people/:id/story', reason: null }) // 'story'
 */
export function kindOfLook({ act, route, reason }: LookKept): LookKind {
  if (route.includes('/together')) return act === 'write' ? 'told' : 'together';
  if (reason === readTogether) return 'together';
  if (act === 'print') return 'printed';
  if (act === 'address') return 'address';
  if (act === 'write') return 'wrote';
  const theirs = route.replace(/^\/my/, '') || '/people/:id';
  const known = readings.find(([address]) => address.test(theirs));
  return known?.[1] ?? 'other';
}

const readTogether = 'Read together';

/** Why somebody opened it although their team is not alongside; null for whoever may look. */
export const glassReason = ({ reason }: LookKept): string | null => (reason === readTogether ? null : reason);

/** One person on one day, and everything they did then. */
export interface LooksOfDay {
  day: Day;
  accountId: string | null;
  name: string;
  role: string;
  team: string | null;
  did: LookKind[];
  /** Each reason given for breaking the glass that day. */
  reasons: string[];
}

export interface LooksKept extends Pick<LooksOfDay, 'day' | 'accountId' | 'name' | 'role' | 'team'> {
  looks: LookKept[];
}

/** What each did on a day, each thing once; where they only passed by in a list, that alone. */
export function looksOf({ looks, ...who }: LooksKept): LooksOfDay {
  const kinds = [...new Set(looks.map(kindOfLook))];
  const telling = kinds.filter((kind) => kind !== 'list');
  const reasons = [...new Set(looks.map(glassReason).filter((reason) => reason !== null))];
  return { ...who, did: telling.length ? telling : kinds, reasons };
}
