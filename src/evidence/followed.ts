import type { Day } from '../platform/clock.ts';
import type { Followed } from './conversion.ts';
import { type ContactSpan, contactEpisodes } from './episodes.ts';

/**
 * The four lengths of support. Only `ongoing` (what the national return calls long-term) is conversion (E3).
 * `low-level` is ongoing but slight, such as an alarm or a laundry round, and is counted apart nationally too.
 */
export type SupportLength = 'ongoing' | 'low-level' | 'short-term' | 'one-off';

export interface SupportSpan {
  length: SupportLength;
  startedOn: Day;
  endedOn?: Day | undefined;
}

/** What the record holds about one person, before any question is asked of it. */
export interface PersonRecord {
  personId: string;
  contacts: readonly ContactSpan[];
  supports: readonly SupportSpan[];
  diedOn?: Day | undefined;
  movedOn?: Day | undefined;
}

/** The days, both included, on which an episode must start to be in the cohort. */
export interface Cohort {
  from: Day;
  to: Day;
}

/**
 * E1 and E2 for one person: each contact episode starting in the cohort's days as a row for `conversionOfEpisodes`.
 * The first row is the person's row for `conversion`, which keeps the earliest new one by itself.
 * Support that began on the day of contact followed the contact; support begun earlier and not ended before that day
 * was already open.
 */
export function followEpisodes(record: PersonRecord, cohort: Cohort): Followed[] {
  const ongoing = record.supports.filter((support) => support.length === 'ongoing');
  return contactEpisodes(record.contacts)
    .filter((episode) => episode.startedOn >= cohort.from && episode.startedOn <= cohort.to)
    .map((episode) => ({
      personId: record.personId,
      firstContactOn: episode.startedOn,
      ongoingStartedOn: firstStart(ongoing, episode.startedOn),
      diedOn: record.diedOn,
      movedOn: record.movedOn,
      hadOngoingAtStart: ongoing.some((support) => wasOpen(support, episode.startedOn)),
    }));
}

const wasOpen = (support: SupportSpan, day: Day): boolean =>
  support.startedOn < day && (support.endedOn === undefined || support.endedOn >= day);

const firstStart = (supports: readonly SupportSpan[], day: Day): Day | undefined =>
  supports
    .map((support) => support.startedOn)
    .filter((start) => start >= day)
    .sort()[0];
