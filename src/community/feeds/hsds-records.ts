import type { Json } from '../listing.ts';
import { type JsonObject, objectIn, objectsIn, textIn } from './records/json-values.ts';

/** What only an organisation of HSDS 3.x has, and no service. */
const onlyOrganisations = [
  'legal_status',
  'tax_status',
  'year_incorporated',
  'parent_organization_id',
  'organization_identifiers',
  'programs',
];

/**
 * HSDS publishes services by themselves, within the organisations that give them, or beside a list of those. Each comes
 * out as a service that holds its organisation; null when the list is of organisations that name no service.
 */
export function servicesAmong(records: readonly Json[], organisations: readonly Json[] = []): Json[] | null {
  const byId = new Map(organisations.map(objectIn).map((one) => [textIn(one, 'id'), one]));
  const services = records.flatMap((item): Json[] => {
    const record = objectIn(item);
    if (record === null) return [item];
    const within = objectsIn(record, 'services');
    if (within.length > 0) return within.map((one) => ({ organization: withoutServices(record), ...one }));
    const known = byId.get(textIn(record, 'organization_id'));
    return [known && objectIn(record.organization) === null ? { ...record, organization: known } : record];
  });
  const isOrganisations = records.length > 0 && services.every(isOrganisation);
  return isOrganisations ? null : services;
}

function isOrganisation(item: Json): boolean {
  const record = objectIn(item);
  return record !== null && !('status' in record) && onlyOrganisations.some((key) => key in record);
}

function withoutServices({ services: _services, ...organisation }: JsonObject): JsonObject {
  return organisation;
}
