import { dayOf } from '../../../platform/clock.ts';
import type { ListingCost } from '../../listing.ts';
import { mayBeOwnEmail } from '../personal-contact.ts';
import { type Entity, emailOf, entity, webAddressOf } from './entity.ts';
import { type OpenListing, type OpenOrganisation, organisationOf } from './open-listing.ts';
import { locationListed, locationOf, placeLinkId } from './place-record.ts';
import { scheduleRecords, wayRecords } from './schedule-record.ts';
import { steadyId } from './steady-id.ts';
import { attributesOf, noDescription } from './term-record.ts';

/** A service in the one-to-one form of a list. Standard: Open Referral UK 3.0, `service_list`. */
export function serviceListed(listing: OpenListing): Entity {
  return { ...ownFields(listing), organization: organisationListed(organisationOf(listing)) };
}

/**
 * A service whole. Beyond the UK profile stand fields of its parent, HSDS 3.0: alternate_name, application_process,
 * eligibility_description, phones, a language's name, address_2 and metadata (where it was read from).
 * Standard: Open Referral UK 3.0, `service`.
 */
export function serviceRecord(listing: OpenListing): Entity {
  const { listingId: id, costs, languages, areas, schedules, ways, phones } = listing;
  const { fees: _, ...own } = ownFields(listing);
  return {
    ...own,
    organization: organisationRecord(organisationOf(listing)),
    ...entity({
      phones: phones.map(({ number, label }) =>
        entity({ id: steadyId(`${id}/phone/${number}`), service_id: id, number, description: label }),
      ),
      schedules: [...scheduleRecords(id, schedules), ...wayRecords(id, ways)],
      service_areas: areas.map((name) =>
        entity({ id: steadyId(`${id}/area/${name}`), service_id: id, name, service_area: name }),
      ),
      service_at_locations: placeRecords(listing),
      languages: languages.map((name) =>
        entity({ id: steadyId(`${id}/language/${name}`), service_id: id, name }),
      ),
      cost_options: costs.map((cost, position) => costRecord(id, cost, position)),
      contacts: listing.whoToAskFor
        ? [entity({ id: steadyId(`${id}/contact`), service_id: id, name: listing.whoToAskFor })]
        : [],
      attributes: attributesOf(listing),
      metadata: provenanceOf(listing),
    }),
  };
}

/** A service at one of its places, in the form of a list and whole. Standard: `service_at_location`. */
export function serviceAtLocation(listing: OpenListing, position: number, isWhole: boolean): Entity {
  const [place] = listing.places.slice(position, position + 1);
  if (!place) throw new Error('the place was read together with the listing');
  const location = isWhole ? locationOf(place, accessAt(listing, position)) : locationListed(place);
  const { listingId: service_id } = listing;
  const service = isWhole ? serviceRecord(listing) : serviceListed(listing);
  const ids = { id: placeLinkId(service_id, position), service_id };
  return entity({ ...ids, location_id: location.id, location, service });
}

function ownFields(listing: OpenListing): Entity {
  const { listingId, minimumAge, maximumAge, assuredOn, checkedOn } = listing;
  const checked = [assuredOn, checkedOn].filter((day) => day !== null).sort();
  return entity({
    ...{ id: listingId, organization_id: organisationOf(listing).id, name: listing.name },
    ...{ alternate_name: listing.otherNames[0], description: listing.description ?? listing.summary },
    ...{ url: webAddressOf(listing.website), email: emailOf(listing.email) },
    status: listing.status === 'temporarily closed' ? listing.status : 'active',
    ...{ fees: listing.costs.map(costInWords).join('; '), alert: listing.alert },
    ...{ application_process: listing.howToJoin.join('; '), eligibility_description: listing.whoFor },
    ...agesOf(minimumAge, maximumAge),
    ...{ assured_date: checked.at(-1), last_modified: new Date(listing.changedAt).toISOString() },
  });
}

function agesOf(least: number | null, most: number | null) {
  const isRight = (age: number | null) => age === null || (age >= 0 && age <= 120);
  const agree = least === null || most === null || least <= most;
  return isRight(least) && isRight(most) && agree ? { minimum_age: least, maximum_age: most } : {};
}

const costInWords = ({ text, amount }: ListingCost): string =>
  amount === null || amount === 0 || text.includes('£') ? text : `${text}: £${amount.toFixed(2)}`;

const costRecord = (service_id: string, { text, amount }: ListingCost, position: number): Entity =>
  entity({ id: steadyId(`${service_id}/cost/${position}`), service_id, option: text, amount });

/** What is known of getting in is told with the first place one can turn up at: sources rarely say which they mean. */
function accessAt({ places, accessibility }: OpenListing, position: number): readonly string[] {
  const first = Math.max(
    0,
    places.findIndex(({ kind }) => kind === 'physical'),
  );
  return position === first ? accessibility : [];
}

function placeRecords(listing: OpenListing): Entity[] {
  const { listingId: service_id, places } = listing;
  return places.map((place, position) => {
    const location = locationOf(place, accessAt(listing, position));
    const id = placeLinkId(service_id, position);
    return entity({ id, service_id, location_id: location.id, location });
  });
}

function organisationListed({ id, name, description, website, email }: OpenOrganisation): Entity {
  const shown = email && !mayBeOwnEmail(email, [name]) ? emailOf(email) : null;
  const words = description?.trim() || noDescription;
  return entity({ id, name, description: words, email: shown, website: webAddressOf(website) });
}

function organisationRecord(organisation: OpenOrganisation): Entity {
  const { id, identifiers } = organisation;
  return {
    ...organisationListed(organisation),
    ...entity({
      organization_identifiers: identifiers.map(({ scheme, identifier }) =>
        entity({
          ...{ id: steadyId(`${id}/identifier/${scheme}/${identifier}`), organization_id: id },
          ...{ identifier_scheme: scheme, identifier_type: identifierTypes[scheme] ?? scheme, identifier },
        }),
      ),
    }),
  };
}

const identifierTypes: Record<string, string> = {
  'GB-CHC': 'Charity number',
  'GB-SC': 'Scottish charity number',
  'GB-NIC': 'Northern Ireland charity number',
  'GB-COH': 'Company number',
};

/** Where it was read from: there it had another id. Standard: HSDS 3.0 `metadata`. */
function provenanceOf(listing: OpenListing): Entity[] {
  const { listingId, sourceId, sourceName, sourceAddress, changedAt } = listing;
  if (!sourceId || !sourceName) return [];
  return [
    entity({
      ...{ id: steadyId(`${listingId}/metadata`), resource_id: listingId, resource_type: 'service' },
      ...{ last_action_date: dayOf(new Date(changedAt)), last_action_type: 'import', field_name: 'id' },
      ...{ previous_value: sourceId, replacement_value: listingId },
      updated_by: [sourceName, sourceAddress].filter(Boolean).join(', '),
    }),
  ];
}
