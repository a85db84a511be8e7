import { linkOfAudience } from '../../feeds/records/related/read-terms.ts';
import { type Entity, entity, webAddressOf } from './entity.ts';
import type { OpenListing, OpenTaxonomy, OpenTerm } from './open-listing.ts';
import { steadyId } from './steady-id.ts';

/** The standard requires a description; where nobody gave one it is said so. */
export const noDescription = 'No description given';

/** Lists of terms that are ours: what somebody here wrote a listing is about, and who it says it is for. */
const ownTaxonomies = { topics: 'Topics of this directory', audiences: 'Who it is for' } as const;

export function termRecord(term: OpenTerm): Entity {
  return entity({
    ...{ id: term.id, name: term.name, description: term.description ?? noDescription },
    ...{ parent_id: term.parentId, taxonomy: term.taxonomyName, taxonomy_id: term.taxonomyId },
    term_uri: webAddressOf(term.termUri),
  });
}

export function taxonomyRecord({ id, name, description, uri }: OpenTaxonomy): Entity {
  return entity({ id, name, description: description ?? noDescription, uri: webAddressOf(uri) });
}

/** What a listing is about and who it is for, as the terms that hang on it. */
export function attributesOf(listing: OpenListing): Entity[] {
  const { terms, topics, audiences } = listing;
  const termed = new Set(terms.map(({ name }) => name.toLowerCase()));
  const untermed = topics.filter((topic) => !termed.has(topic.toLowerCase()));
  return [
    ...terms.map((term) => attribute(listing.listingId, 'service_type', termRecord(term))),
    ...untermed.map((topic) => attribute(listing.listingId, 'service_type', ownTerm('topics', topic))),
    ...audiences.map((who) => attribute(listing.listingId, linkOfAudience, ownTerm('audiences', who))),
  ];
}

function ownTerm(list: keyof typeof ownTaxonomies, name: string): Entity {
  const taxonomy = ownTaxonomies[list];
  return entity({ id: ownTermId(list, name), name, description: noDescription, taxonomy });
}

const ownTermId = (list: keyof typeof ownTaxonomies, name: string): string =>
  steadyId(`${list}/${name.toLowerCase()}`);

function attribute(listingId: string, link_type: string, term: Entity): Entity {
  const id = steadyId(`${listingId}/${link_type}/${term.id}`);
  return entity({ id, link_id: listingId, taxonomy_term_id: term.id, link_type, taxonomy_term: term });
}
