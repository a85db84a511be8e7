import { type JsonObject, objectIn, objectsAmong, objectsIn, textIn } from '../json-values.ts';
import { plainLine, plainParagraphs } from '../plain-words.ts';
import { type Notes, newNotes } from '../read-outcome.ts';
import { readableWebAddress } from '../web-address.ts';

/** A list of terms, as a feed names it. */
export interface TaxonomyRead {
  readonly sourceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly uri: string | null;
}

/** What a record is filed under. */
export interface TermRead {
  /** As its source gives it; `called:` and its name when it gives none. */
  readonly sourceId: string;
  readonly name: string;
  readonly description: string | null;
  readonly uri: string | null;
  readonly parentSourceId: string | null;
  readonly taxonomy: TaxonomyRead | null;
}

/** More than any record is filed under; a hostile one must not cost time. */
const MOST_TERMS = 200;
const LONGEST_ID = 300;

/**
 * The terms of a record: version 3 hangs them on `attributes`, of the service and of where it happens; version 1 on
 * `service_taxonomys` and `link_taxonomies`, of the service and of who it is for.
 */
export function termsIn(record: JsonObject, notes: Notes): TermRead[] {
  const terms = termSourcesIn(record).flatMap((source) => termIn(source, notes) ?? []);
  return [...new Map(terms.map((term) => [term.sourceId, term])).values()];
}

/** How an attribute is told apart that says who something is for, and not what it is about; we give them away so too. */
export const linkOfAudience = 'intended_audience';

/** Each term as it came. */
export function termSourcesIn(record: JsonObject): JsonObject[] {
  const holders = [
    record,
    ...objectsIn(record, 'service_at_locations'),
    ...objectsIn(record, 'eligibilitys', 'eligibilities'),
  ];
  const sources = holders.flatMap((holder) => [
    ...objectsAmong(
      objectsIn(holder, 'attributes')
        .filter((link) => link.link_type !== linkOfAudience)
        .map((link) => link.taxonomy_term),
    ),
    ...['service_taxonomys', 'service_taxonomies', 'link_taxonomies'].flatMap((key) =>
      objectsAmong(objectsIn(holder, key).map((link) => link.taxonomy)),
    ),
    ...objectsIn(holder, 'taxonomy_terms'),
  ]);
  return sources.slice(0, MOST_TERMS);
}

function termIn(source: JsonObject, notes: Notes): TermRead | null {
  // Its name is read among the topics too, and what is wrong in it is told there.
  const name = plainLine('attributes.taxonomy_term', textIn(source, 'name', 'term'), newNotes());
  const id = textIn(source, 'id', 'code');
  if (name === null) {
    if (id !== null) notes.tidied('attributes.taxonomy_term', 'Has an id and no name', 'Left it out.');
    return null;
  }
  const parent = objectIn(source.parent);
  return {
    sourceId: (id ?? `called:${name.toLowerCase()}`).slice(0, LONGEST_ID),
    name,
    description: plainParagraphs('taxonomy_term.description', textIn(source, 'description'), newNotes()),
    uri: addressIn(source, 'term_uri', 'uri'),
    parentSourceId: textIn(source, 'parent_id') ?? textIn(parent, 'id'),
    taxonomy: taxonomyIn(source),
  };
}

function taxonomyIn(source: JsonObject): TaxonomyRead | null {
  const detail = objectIn(source.taxonomy_detail) ?? objectIn(source.taxonomy);
  const called = textIn(detail, 'name') ?? textIn(source, 'taxonomy', 'vocabulary');
  const name = plainLine('taxonomy', called, newNotes());
  const id = textIn(detail, 'id') ?? textIn(source, 'taxonomy_id');
  if (name === null && id === null) return null;
  return {
    sourceId: (id ?? `called:${name?.toLowerCase()}`).slice(0, LONGEST_ID),
    name: name ?? id ?? '',
    description: plainParagraphs('taxonomy.description', textIn(detail, 'description'), newNotes()),
    uri: addressIn(detail, 'uri', 'url'),
  };
}

function addressIn(source: JsonObject | null, ...keys: string[]): string | null {
  const written = textIn(source, ...keys);
  return written === null ? null : readableWebAddress(written);
}
