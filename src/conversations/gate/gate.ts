import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';

/** C3-2: what opens conversation 3 at once. The law, not the model's order, decides the day. */
export const exceptions = [
  'moved-in-with-support',
  'long-term-support-in-place',
  'end-of-life',
  's117',
  'court-order',
  'asked-for-a-determination',
] as const;
export type Exception = (typeof exceptions)[number];

/** Each exception as a page says it, with the source it rests on. */
export const exceptionInWords: Record<Exception, { text: string; source: string }> = {
  'moved-in-with-support': {
    text: 'Moved here from another council with support already',
    source: 'Care Act 2014 s37 and s38',
  },
  'long-term-support-in-place': {
    text: 'Already has ongoing support from this council',
    source: 'Care Act 2014 s27',
  },
  'end-of-life': { text: 'Near the end of their life', source: 'Care Act 2014 s18 and s19' },
  s117: { text: 'Has a right to aftercare when they leave hospital', source: 'Mental Health Act 1983 s117' },
  'court-order': { text: 'A court has ordered it', source: 'the order itself' },
  'asked-for-a-determination': {
    text: 'They have asked for a decision about what they are entitled to',
    source: 'Care Act 2014 s9, s10 and s13',
  },
};

/** A dated exchange with colleagues in which both sentences were tested. */
export interface PeerTest {
  sharedAt: Date;
  sharedOn: Day;
  presenterId: string | null;
  attendeeIds: readonly string[];
  why1UsedUp: string;
  why2UsedUp: string;
}

export interface AskedToOpen {
  /** Kinds of the conversations open with the person now. */
  openConversations: readonly { kind: 1 | 2 | 3 }[];
  peerTests: readonly PeerTest[];
  /** When the crisis plan was last read again with the person; null when there never was one. */
  lastRereadAt: Date | null;
  exception: { kind: Exception; reason: string } | null;
  today: Day;
}

/** One thing still wanting, and what would settle it. */
export interface Missing {
  because: string;
  satisfyBy: string;
}

/**
 * C3-1, C3-2, C2-3: may conversation 3 open? Yes (`null`) when no conversation 2 is open and peers have tested
 * it since the crisis plan was last read again; or at once by a logged exception. An exception also passes an
 * open conversation 2: N1 starts the clock "whatever conversation is open", the other five are duties whose
 * day others set, and the law knows no crisis in which a decision may be withheld. What C2-3 guards (no
 * long-term planning in a crisis) is kept where a plan would begin to stand: see `mayStand` in plans.
 * @example mayOpenConversation3({ openConversations: [{ kind: 2 }], peerTests: [], … }) // refused 'C3-1'
 */
export function mayOpenConversation3(asked: AskedToOpen): Refusal | null {
  if (asked.openConversations.some(({ kind }) => kind === 3))
    return refuse('C3-1', 'conversation 3 is already open', 'go on in the one that is open');
  if (asked.exception) return mayOpenByException(asked.exception);
  const missing = whatIsMissing(asked);
  if (!missing.length) return null;
  return refuse(
    'C3-1',
    joined(missing.map(({ because }) => because)),
    joined(missing.map(({ satisfyBy }) => satisfyBy)),
  );
}

function mayOpenByException({ reason }: { reason: string }): Refusal | null {
  if (reason.trim()) return null;
  return refuse(
    'C3-2',
    'there is no sentence saying why it opens at once',
    'write one sentence with the reason',
  );
}

/** C3-1 piece by piece, for the page that shows where we are. Empty when nothing is wanting. */
export function whatIsMissing(asked: Omit<AskedToOpen, 'exception'>): Missing[] {
  const missing: Missing[] = [];
  if (asked.openConversations.some(({ kind }) => kind === 2))
    missing.push({
      because: 'conversation 2 is still open, and a crisis is no time for long-term plans',
      satisfyBy: 'end conversation 2 with them first',
    });
  const latest = latestTest(asked.peerTests);
  return latest ? [...missing, ...lackingIn(latest, asked)] : [...missing, noTest];
}

const noTest: Missing = {
  because: 'no colleague has tested whether conversations 1 and 2 are used up',
  satisfyBy: 'talk it through with a colleague and write it down here, with the day and who was there',
};

function lackingIn(test: PeerTest, { lastRereadAt, today }: Omit<AskedToOpen, 'exception'>): Missing[] {
  const missing: Missing[] = [];
  if (test.sharedOn > today)
    missing.push({ because: 'the peer test is dated after today', satisfyBy: 'write the day it happened' });
  if (!test.attendeeIds.some((id) => id !== test.presenterId))
    missing.push({
      because: 'nobody was at the peer test but the one who told it',
      satisfyBy: 'name at least one colleague who was there',
    });
  if (lastRereadAt && test.sharedAt <= lastRereadAt)
    missing.push({
      because: 'the crisis plan has been read again since the peer test',
      satisfyBy: 'test it with a colleague once more, with what the plan says now',
    });
  if (!test.why1UsedUp.trim())
    missing.push({
      because: 'nobody has said why conversation 1 is used up',
      satisfyBy: 'write one sentence about it',
    });
  if (!test.why2UsedUp.trim())
    missing.push({
      because: 'nobody has said why conversation 2 is used up, or was not needed',
      satisfyBy: 'write one sentence saying which and why',
    });
  return missing;
}

/** The latest test is the one that counts: an older one cannot mend what it lacks. */
function latestTest(tests: readonly PeerTest[]): PeerTest | undefined {
  return tests.reduce<PeerTest | undefined>(
    (latest, test) => (latest && latest.sharedAt >= test.sharedAt ? latest : test),
    undefined,
  );
}

const joined = (sentences: readonly string[]): string => sentences.join('; and ');
