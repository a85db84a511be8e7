import { type JsonObject, objectIn, objectsIn, textIn } from '../json-values.ts';
import { plainLine, plainParagraphs } from '../plain-words.ts';
import { type Notes, newNotes, quoted } from '../read-outcome.ts';
import { emailIn, webAddressIn } from '../web-address.ts';

/** A number under which an organisation is registered: `GB-CHC` a charity, `GB-COH` a company. */
export interface Identifier {
  readonly scheme: string;
  readonly identifier: string;
}

/** Whose a listing is. Many records name the same organisation, some by its id alone. */
export interface OrganisationRead {
  /** As its source gives it; `called:` and its name when it gives none. */
  readonly sourceId: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly identifiers: readonly Identifier[];
}

/** The organisation of a record, nested in it or named by its id; null when it names none. */
export function relatedOrganisationIn(record: JsonObject, notes: Notes): OrganisationRead | null {
  const source = objectIn(record.organization);
  // What is wrong in its name and address is told once, where the listing reads them.
  const quiet = newNotes();
  const name = plainLine('organization.name', textIn(source, 'name'), quiet);
  const id = textIn(source, 'id') ?? textIn(record, 'organization_id');
  const sourceId = id ?? (name === null ? null : `called:${name.toLowerCase()}`);
  if (sourceId === null) return null;
  if (name === null)
    notes.tidied('organization.name', 'Names its organisation by an id alone', 'Kept the id as it is.');
  return {
    sourceId,
    name,
    description: plainParagraphs('organization.description', textIn(source, 'description'), quiet),
    website: webAddressIn('organization.website', textIn(source, 'website', 'url', 'uri'), quiet),
    email: emailIn('organization.email', textIn(source, 'email'), notes),
    identifiers: identifiersIn(source, notes),
  };
}

const inWords = /registered charity(?:,? (?:number|no)\b\.?)?:? ?(?<number>\d{6,7})\b/i;

function identifiersIn(source: JsonObject | null, notes: Notes): Identifier[] {
  const given = objectsIn(source, 'organization_identifiers', 'organisation_identifiers', 'identifiers');
  const read = given.flatMap((each) => identifierIn(each, notes) ?? []);
  const told = inWords.exec(textIn(source, 'description') ?? '')?.groups?.number;
  if (told !== undefined && !read.some(({ scheme }) => scheme === 'GB-CHC')) {
    notes.tidied('organization.description', 'Gives its charity number in words', `Read it as ${told}.`);
    read.push({ scheme: 'GB-CHC', identifier: told });
  }
  return [...new Map(read.map((each) => [`${each.scheme} ${each.identifier}`, each])).values()];
}

function identifierIn(source: JsonObject, notes: Notes): Identifier | null {
  const written = textIn(source, 'identifier');
  if (written === null) return null;
  const bare = written.toUpperCase().replace(/[^A-Z0-9-]/g, '');
  const scheme = schemeOf(textIn(source, 'identifier_scheme'), textIn(source, 'identifier_type'), bare);
  const identifier = asRegistered(scheme, bare);
  if (scheme !== null && identifier !== null) return { scheme, identifier };
  const problem =
    scheme === null ? 'Does not say on which register it is' : 'Is not a number of that register';
  notes.mended('organization_identifiers', problem, `Left out ${quoted(written)}.`);
  return null;
}

/** The register, by its code on org-id.guide, or by what the source calls it. */
function schemeOf(scheme: string | null, type: string | null, identifier: string): string | null {
  const code = (scheme ?? '').toUpperCase();
  if (/^[A-Z]{2}-[A-Z0-9]{2,8}$/.test(code)) return code;
  const called = `${scheme ?? ''} ${type ?? ''}`.toLowerCase();
  if (/charit/.test(called))
    return identifier.startsWith('SC') ? 'GB-SC' : identifier.startsWith('NIC') ? 'GB-NIC' : 'GB-CHC';
  if (/compan|community interest|\bcic\b/.test(called)) return 'GB-COH';
  const word = (scheme ?? type ?? '').trim();
  return /^[\p{L}\d][\p{L}\d _-]{1,40}$/u.test(word) ? word : null;
}

/** As the register writes it: charities six or seven digits, companies eight places. Other registers as they came. */
function asRegistered(scheme: string | null, bare: string): string | null {
  if (scheme === 'GB-CHC') return /^\d{6,7}(?:-\d{1,3})?$/.test(bare) ? bare : null;
  if (scheme === 'GB-COH') return /^[A-Z0-9]{4,8}$/.test(bare) ? bare.padStart(8, '0') : null;
  return bare === '' || bare.length > 60 ? null : bare;
}
