import { isDay } from '../../../platform/clock.ts';
import { isEmail, isWebAddress } from './entity.ts';

/** Something in a record that keeps it from being published. */
export interface PublishProblem {
  /** Where: `organization.website`, `schedules.0.opens_at`. */
  field: string;
  problem: string;
}

type Judge = (value: unknown) => string | null;

const when = (isRight: (text: string) => boolean, problem: string): Judge => {
  return (value) => (typeof value === 'string' && isRight(value) ? null : problem);
};
const oneOf = (...words: string[]): Judge =>
  when((text) => words.includes(text), `Is not ${words.join(' or ')}`);
const between = (least: number, most: number): Judge => {
  return (value) =>
    typeof value === 'number' && value >= least && value <= most ? null : `Is not ${least} to ${most}`;
};

const isUuid = (text: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
const isInstant = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
const isClock = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text);
const days = /^(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*$/;
const monthDays = /^-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01]))*$/;

const day = when(isDay, 'Is not a day written year first');
const webAddress = when(isWebAddress, 'Is not a whole web address');
const email = when(isEmail, 'Is not an e-mail address');
const uuid = when(isUuid, 'Is not a UUID');
const clock = when(isClock, 'Is not a time of day');

/** What each field must be, wherever it stands: more than the published schemas ask, which let a bad address pass. */
const judges: Record<string, Judge> = {
  ...{ id: uuid, service_id: uuid, organization_id: uuid, location_id: uuid, link_id: uuid, parent_id: uuid },
  ...{ taxonomy_id: uuid, taxonomy_term_id: uuid, resource_id: uuid },
  ...{ url: webAddress, website: webAddress, uri: webAddress, term_uri: webAddress },
  ...{ email, assured_date: day, valid_from: day, valid_to: day, dtstart: day, last_action_date: day },
  ...{ opens_at: clock, closes_at: clock },
  last_modified: when(isInstant, 'Is not an instant with its time zone'),
  status: oneOf('active', 'inactive', 'defunct', 'temporarily closed'),
  location_type: oneOf('physical', 'postal', 'virtual'),
  address_type: oneOf('physical', 'postal', 'virtual'),
  freq: oneOf('WEEKLY', 'MONTHLY'),
  byday: when((text) => days.test(text), 'Is not a list of weekdays'),
  bymonthday: when((text) => monthDays.test(text), 'Is not a list of days of the month'),
  interval: (value) => (Number.isInteger(value) && Number(value) > 0 ? null : 'Is not a whole number'),
  number: when((text) => /^[\d\s()+#*x./-]{3,60}/i.test(text), 'Is not a telephone number'),
  ...{ latitude: between(-90, 90), longitude: between(-180, 180) },
  ...{ minimum_age: between(0, 120), maximum_age: between(0, 120), amount: between(0, 100_000) },
};

/** What each kind of record must hold, by the field it stands under; `''` is the service itself. */
const required: Record<string, readonly string[]> = {
  '': ['id', 'organization_id', 'name', 'status', 'organization', 'last_modified'],
  organization: ['id', 'name', 'description'],
  organization_identifiers: ['id', 'identifier_type', 'identifier'],
  service_at_locations: ['id', 'location'],
  location: ['id', 'location_type'],
  addresses: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
  phones: ['id', 'number'],
  taxonomy_term: ['id', 'name', 'description'],
  attributes: ['id', 'taxonomy_term'],
  ...Object.fromEntries(
    ['schedules', 'service_areas', 'languages', 'cost_options', 'contacts', 'accessibility', 'metadata'].map(
      (kind) => [kind, ['id']],
    ),
  ),
};

/**
 * What keeps a service record from being published; nothing when it may go. Stricter than the published schemas: every
 * format is checked, nothing is empty, nothing holds markup, ages and dates agree.
 * @example publishProblems(serviceRecord(listing)) // []
 */
export function publishProblems(record: unknown): PublishProblem[] {
  const found: PublishProblem[] = [];
  walk(record, '', '', found);
  return found;
}

type Say = (problem: string, at?: string) => void;

function walk(value: unknown, path: string, kind: string, found: PublishProblem[]): void {
  const say: Say = (problem, at = path) => {
    found.push({ field: at || 'record', problem });
  };
  if (value === null || value === undefined) say('Is empty');
  else if (typeof value === 'string') wordsIn(value, say);
  else if (Array.isArray(value)) {
    if (value.length === 0) say('Is empty');
    for (const [index, item] of value.entries()) walk(item, `${path}.${index}`, kind, found);
  } else if (typeof value === 'object') fieldsIn(value as Record<string, unknown>, path, kind, found, say);
}

function fieldsIn(
  record: Record<string, unknown>,
  path: string,
  kind: string,
  found: PublishProblem[],
  say: Say,
): void {
  for (const name of required[kind] ?? []) if (!(name in record)) say(`Has no ${name}`);
  for (const problem of disagreements(record)) say(problem);
  for (const [name, item] of Object.entries(record)) {
    const at = path ? `${path}.${name}` : name;
    walk(item, at, name, found);
    const problem = judges[name]?.(item);
    if (problem) say(problem, at);
  }
}

function wordsIn(text: string, say: Say): void {
  if (text.trim() === '') say('Is empty');
  if (/<\/?[a-z][^>]*>|&(?:nbsp|amp|lt|gt);/i.test(text)) say('Holds markup');
  if ([...text].some(isControl)) say('Holds letters that cannot be shown');
}

const isControl = (letter: string): boolean => letter < ' ' && !'\n\r\t'.includes(letter);

function disagreements(record: Record<string, unknown>): string[] {
  const isAfter = (one: string, other: string) =>
    one in record && other in record && Number(record[one]) > Number(record[other]);
  const { valid_from, valid_to } = record;
  return [
    ...(isAfter('minimum_age', 'maximum_age') ? ['Its lowest age is above its highest'] : []),
    ...(valid_from && valid_to && String(valid_from) > String(valid_to) ? ['Ends before it begins'] : []),
    ...('latitude' in record === 'longitude' in record ? [] : ['Gives half of a position']),
  ];
}
