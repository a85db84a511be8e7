import type { Json, Listing } from '../../listing.ts';
import type { OrganisationRead } from './related/read-organisation.ts';
import type { TermRead } from './related/read-terms.ts';

/**
 * How much a reason weighs. `tidied` changes only the form (blank fields, formatting), so the record still counts as
 * accepted; `mended` means something was put right or left out; `refused` is why it is not listed.
 */
export type ReasonWeight = 'tidied' | 'mended' | 'refused';

/** One thing found in a record, in words its editor can act on. */
export interface Reason {
  readonly field: string;
  /** The same words for the same fault, so they can be counted; what was found goes in `whatWeDid`. */
  readonly problem: string;
  readonly whatWeDid: string;
  readonly weight: ReasonWeight;
}

export interface ListedRecord {
  readonly outcome: 'accepted' | 'mended';
  readonly listing: Listing;
  /** Whose it is, and what it is filed under: rows of their own, which many listings share. */
  readonly organisation: OrganisationRead | null;
  readonly terms: readonly TermRead[];
  readonly reasons: readonly Reason[];
}

export interface RefusedRecord {
  readonly outcome: 'refused';
  readonly reasons: readonly Reason[];
  readonly sourceId: string | null;
  readonly name: string | null;
  /** True when the source says it has ended or is not for the public: a listing we already hold should rest. */
  readonly isWithdrawn: boolean;
  readonly raw: Json;
}

/** Every record of every feed ends as exactly one of these. */
export type ReadRecord = ListedRecord | RefusedRecord;

/** The id its source gives a record; null when it gives none. */
export const sourceIdOf = (read: ReadRecord): string | null =>
  read.outcome === 'refused' ? read.sourceId : read.listing.sourceId;

/** More than any editor will read of one record; a hostile one must not cost time to report. */
const MOST_REASONS = 60;

/** Collects reasons while a record is read; the same one is kept once. */
export interface Notes {
  readonly reasons: Reason[];
  tidied(field: string, problem: string, whatWeDid: string): void;
  mended(field: string, problem: string, whatWeDid: string): void;
}

export function newNotes(): Notes {
  const reasons: Reason[] = [];
  const add = (weight: ReasonWeight) => (field: string, problem: string, whatWeDid: string) => {
    if (reasons.length >= MOST_REASONS) return;
    const isKnown = reasons.some(
      (r) => r.field === field && r.problem === problem && r.whatWeDid === whatWeDid,
    );
    if (!isKnown) reasons.push({ field, problem, whatWeDid, weight });
  };
  return { reasons, tidied: add('tidied'), mended: add('mended') };
}

/** What was found, shortened for a sentence: `“www.example.org”`. */
export function quoted(text: string): string {
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}

export interface OutcomeTally {
  readonly accepted: number;
  readonly mended: number;
  readonly refused: number;
  /** Most common first. */
  readonly reasons: readonly { readonly field: string; readonly problem: string; readonly records: number }[];
}

/** Counts records by outcome and by what was found in them. @example tallyOutcomes(reads).mended // 31 */
export function tallyOutcomes(reads: Iterable<ReadRecord>): OutcomeTally {
  const counts = { accepted: 0, mended: 0, refused: 0 };
  const found = new Map<string, { field: string; problem: string; records: number }>();
  for (const read of reads) {
    counts[read.outcome] += 1;
    const once = new Map(read.reasons.map((reason) => [`${reason.field}\n${reason.problem}`, reason]));
    for (const [key, { field, problem }] of once) {
      const entry = found.get(key) ?? { field, problem, records: 0 };
      entry.records += 1;
      found.set(key, entry);
    }
  }
  return { ...counts, reasons: [...found.values()].sort((a, b) => b.records - a.records) };
}
