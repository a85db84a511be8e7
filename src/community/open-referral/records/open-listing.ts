import type { Standing } from '../../finder/standing.ts';
import type { PublishableRow, Published } from '../../published.ts';
import { steadyId } from './steady-id.ts';

export interface OpenOrganisation {
  id: string;
  name: string;
  description: string | null;
  website: string | null;
  email: string | null;
  identifiers: readonly { scheme: string; identifier: string }[];
}

export interface OpenTaxonomy {
  id: string;
  name: string;
  description: string | null;
  uri: string | null;
}

export interface OpenTerm {
  id: string;
  name: string;
  description: string | null;
  termUri: string | null;
  parentId: string | null;
  taxonomyId: string | null;
  taxonomyName: string | null;
}

/** What giving a listing away needs besides what the public may see of it. */
export interface OpenMore {
  /** When any of it last changed here, as an instant. */
  changedAt: string;
  /** Who runs it, where the record of that is kept. */
  runBy: OpenOrganisation | null;
  terms: readonly OpenTerm[];
  /** The id and address its source has for it. */
  sourceId: string | null;
  sourceAddress: string | null;
}

export type OpenRow = PublishableRow &
  OpenMore &
  Pick<Standing, 'pausedFrom' | 'pausedUntil' | 'pausedWords' | 'onlyUntil'>;
export type OpenListing = Published & OpenMore;

/** The standard has to name somebody who runs each service; a group nobody else is named for runs itself. */
export function organisationOf(listing: OpenListing): OpenOrganisation {
  if (listing.runBy) return listing.runBy;
  const { organisation, sourceName, listingId, name } = listing;
  const none = { description: null, website: null, email: null, identifiers: [] };
  if (!organisation?.name) return { ...none, id: steadyId(`${listingId}/organisation`), name };
  const known = `${sourceName ?? listingId}/${organisation.id ?? organisation.name}`;
  const { website } = organisation;
  return { ...none, website, id: steadyId(`organisation/${known}`), name: organisation.name };
}
