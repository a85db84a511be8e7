import { type Entity, entity, webAddressOf } from './entity.ts';

/** What a council that has not chosen says of using its directory again. */
const notYetSaid =
  'The council has not yet said under which licence this may be used again. Ask it before you do.';

/**
 * What stands at the root: which standard this is, whose directory, and under what licence it may be used again. The
 * council's settings `openDataLicence` and `openDataLicenceUrl` name the licence.
 */
export function frontPage(councilName: string, settings: Readonly<Record<string, unknown>>): Entity {
  const text = (name: string) => (typeof settings[name] === 'string' ? settings[name] : null);
  return entity({
    version: 'HSDS-UK-3.0',
    profile: 'https://docs.openreferraluk.org/en/latest/',
    openapi_url: 'https://openreferraluk.org/specifications/3.0/openapi.json',
    publisher: councilName,
    license: text('openDataLicence') ?? notYetSaid,
    license_url: webAddressOf(text('openDataLicenceUrl')),
  });
}
