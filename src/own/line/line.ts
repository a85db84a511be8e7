import type { Day } from '../../platform/clock.ts';
import type { SharerKind } from '../sharing/sharing.ts';

/**
 * What a line of somebody's record may be, to say something of it, to print it and to share it, in the order they are
 * printed: theirs first. `/say/<kind>/<id>`, `/share/<kind>/<id>`.
 */
export const lineKinds = [
  'matters',
  'promise',
  'need',
  'about',
  'around',
  'caring',
  'talked',
  'story',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line of somebody's record as it stands now, as they read it. */
export interface Line {
  kind: LineKind;
  id: string;
  /** What the line tells of, when that is another thing: held back together (W1). */
  sourceId: string | null;
  words: string;
  writer: string | null;
  on: Day | null;
  around: AroundNow | null;
  /** A promise that is theirs and still to do. */
  isTheirsToDo: boolean;
}

/** The same line as whoever it is shared with is shown it. */
export interface LineAsShared {
  /** The day it is of; null when it is of no day. */
  saidOn: Day | null;
  title: string;
  words: { voice: string; who?: string; words: string }[];
  fromKind: 'them' | 'social-care' | SharerKind;
  fromName: string;
}

/** Somebody around them, each part as it can be put right. */
export interface AroundNow {
  name: string;
  relation: string;
  phone: string | null;
  gives: string | null;
}

/** One thing a line. @example aroundInWords({ name: 'Carol', relation: 'niece', phone: null, gives: 'rings' }) // 'Carol\nniece\nrings' */
export function aroundInWords({ name, relation, phone, gives }: AroundNow): string {
  return [name, relation, phone, gives].filter(Boolean).join('\n');
}
