import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One invented service in Open Referral UK 3.0 form, checked three weeks before the tests' today. */
export const service = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  id,
  name,
  status: 'active',
  description: `${name} meets in Saltbeck.`,
  assured_date: '2026-10-31',
  organization: { id: 'org', name: 'Saltbeck Neighbours', description: 'Neighbours.' },
  ...more,
});

/** Where a service meets, as a version 3 record says it. */
export const at = (name: string, postcode: string, latitude: number, longitude: number) => ({
  service_at_locations: [
    {
      id: `sal-${name}`,
      location: {
        id: `loc-${name}`,
        name,
        location_type: 'physical',
        latitude,
        longitude,
        addresses: [
          {
            id: `a-${name}`,
            address_1: `1 ${name} Row`,
            city: 'Saltbeck',
            postal_code: postcode,
            address_type: 'physical',
          },
        ],
      },
    },
  ],
});

/** Every week on one day, from 10 to 12. */
export const weekly = (byday: string) => ({
  schedules: [{ id: `s-${byday}`, freq: 'WEEKLY', byday, opens_at: '10:00', closes_at: '12:00' }],
});

/** Writes records as a feed file of their own and returns its path; `said` when the feed claims another number. */
export function feedFile(records: readonly unknown[], said = records.length): string {
  const path = join(mkdtempSync(join(tmpdir(), 'alongside-feed-')), 'feed.json');
  const envelope = {
    total_items: said,
    total_pages: 1,
    page_number: 1,
    size: records.length,
    first_page: true,
    last_page: true,
  };
  writeFileSync(path, JSON.stringify({ ...envelope, contents: records }));
  return path;
}
