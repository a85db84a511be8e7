import type { Day } from '../platform/clock.ts';

/** Anything JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Where a listing was read from, kept with it for ever so that nobody wonders who said so. */
export interface FeedOrigin {
  readonly name: string;
  readonly url: string;
}

/** Decimal degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** `not said` when the source is silent or uses a word we do not know. Anything that has ended is refused, not listed. */
export type ListingStatus = 'active' | 'temporarily closed' | 'not said';

export interface ListingPlace {
  readonly name: string | null;
  /** `postal` is where letters go, `virtual` is online: neither is somewhere to turn up. */
  readonly kind: 'physical' | 'postal' | 'virtual';
  readonly addressLines: readonly string[];
  readonly town: string | null;
  /** A whole postcode in its usual form, `ZZ1 1ZZ`. */
  readonly postcode: string | null;
  /** The first half, `ZZ1`, which some sources give alone. */
  readonly district: string | null;
  readonly coordinates: Coordinates | null;
}

export interface ListingPhone {
  readonly number: string;
  readonly label: string | null;
  /** A mobile may be somebody's own: shown to staff, left out of what we publish until the group says otherwise. */
  readonly mayBePersonal: boolean;
}

/** The parts of an iCalendar recurrence (RFC 5545). Times are on the clock in London, whatever the season. */
export interface ListingSchedule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | null;
  readonly interval: number;
  /** `TU`, or `2TU` and `-1FR` when monthly. */
  readonly byday: readonly string[];
  readonly bymonthday: readonly number[];
  readonly dtstart: Day | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  /** `10:00`, twenty-four hours. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly description: string | null;
}

export interface ListingCost {
  readonly text: string;
  /** Pounds; 0 when the source says it is free; null when only words are given. */
  readonly amount: number | null;
}

export interface ListingOrganisation {
  readonly id: string | null;
  readonly name: string | null;
  readonly website: string | null;
}

/** What the standard has no place for and people most want to know. Ours to edit; an import never touches it. */
export interface LocalKnowledge {
  readonly whoKnowsThem: string | null;
  readonly welcome: string | null;
  readonly canGoWith: string | null;
  readonly room: 'room for more' | 'nearly full' | 'full' | null;
}

/** A group, a service or an activity, as Alongside keeps it. Words are plain text; a blank line parts paragraphs. */
export interface Listing {
  /** The id its source gave it, kept as it is even when it is not a UUID. */
  readonly sourceId: string;
  readonly feed: FeedOrigin;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly summary: string | null;
  readonly description: string | null;
  readonly organisation: ListingOrganisation | null;
  readonly places: readonly ListingPlace[];
  /** True when where it meets is kept quiet for people's safety: the address is in no field, `raw` included. */
  readonly isPlaceWithheld: boolean;
  readonly phones: readonly ListingPhone[];
  readonly email: string | null;
  readonly website: string | null;
  readonly schedules: readonly ListingSchedule[];
  readonly costs: readonly ListingCost[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Who it says it is for: `Carers`, `People bereaved`. */
  readonly audiences: readonly string[];
  readonly whoFor: string | null;
  /** `At a place`, `Online`, `By phone`, `At home`. */
  readonly ways: readonly string[];
  readonly howToJoin: readonly string[];
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
  readonly areas: readonly string[];
  readonly topics: readonly string[];
  readonly alert: string | null;
  /** How full it says it is; left out when it does not say. */
  readonly room?: 'room for more' | 'nearly full' | 'full' | null;
  readonly status: ListingStatus;
  /** The day somebody last checked it with the group. */
  readonly assuredOn: Day | null;
  readonly modifiedAt: Date | null;
  /** The record as it came, unknown fields and all. */
  readonly raw: Json;
  readonly known: LocalKnowledge | null;
}
