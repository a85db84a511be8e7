import { type JsonObject, objectIn, textIn } from './json-values.ts';
import { plainLine, plainParagraphs } from './plain-words.ts';
import type { Notes } from './read-outcome.ts';

/** What it says of itself, or else what its organisation says of itself. */
export function descriptionIn(record: JsonObject, notes: Notes): string | null {
  const own = plainParagraphs('description', textIn(record, 'description'), notes);
  if (own !== null) return own;
  const organisation = textIn(objectIn(record.organization), 'description');
  const borrowed = plainParagraphs('organization.description', organisation, notes);
  if (borrowed !== null) {
    notes.mended('description', 'Says nothing about itself', 'Used what its organisation says of itself.');
  } else {
    notes.tidied('description', 'Says nothing about itself', 'Listed it by its name.');
  }
  return borrowed;
}

export function otherNamesIn(record: JsonObject, name: string, notes: Notes): string[] {
  const other = plainLine('alternate_name', textIn(record, 'alternate_name'), notes);
  return other === null || other.toLowerCase() === name.toLowerCase() ? [] : [other];
}
