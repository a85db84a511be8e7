import type { ListingParticulars } from '../listing-kept.ts';
import type { PublishableRow } from '../published.ts';

const particulars: ListingParticulars = {
  otherNames: ['The Shed'],
  organisation: { id: 'org-1', name: 'Harbour Age Trust', website: 'https://hat.example.org' },
  isPlaceWithheld: false,
  phones: [{ number: '01632 960123', label: 'Office', mayBePersonal: false }],
  email: 'info@hat.example.org',
  website: 'https://hat.example.org/shed',
  schedules: [
    {
      freq: 'WEEKLY',
      interval: 1,
      byday: ['TU'],
      bymonthday: [],
      dtstart: '2026-01-06',
      validFrom: null,
      validTo: null,
      opensAt: '10:00',
      closesAt: '12:30',
      description: 'Not in August',
    },
  ],
  costs: [{ text: 'A session', amount: 2.5 }],
  minimumAge: 18,
  maximumAge: null,
  audiences: ['People bereaved'],
  whoFor: 'Anybody who mends things',
  ways: ['At a place'],
  howToJoin: ['Drop in'],
  languages: ['English', 'Polish'],
  accessibility: ['A ramp'],
  areas: ['Saltbeck'],
  topics: ['Making and mending'],
  alert: null,
};

/** An invented listing as it is kept; `changes` may name a field of the listing or of its particulars. */
export function aPublishableRow(changes: Partial<PublishableRow & ListingParticulars> = {}): PublishableRow {
  const inParticulars = Object.fromEntries(Object.entries(changes).filter(([field]) => field in particulars));
  return {
    listingId: '019a0000-0000-7000-8000-000000000001',
    name: 'Saltbeck Men’s Shed',
    summary: 'Men who mend things together',
    description: 'Men who mend things together, over tea.',
    state: 'listed',
    status: 'active',
    places: [
      {
        name: 'The Old Ropeworks',
        kind: 'physical',
        lines: ['3 Hidden Row'],
        town: 'Saltbeck',
        postcode: 'ZZ9 9ZY',
        district: 'ZZ9',
        latitude: 53.1,
        longitude: 0.2,
      },
    ],
    assuredOn: '2026-10-31',
    checkedOn: '2026-11-02',
    checkedBy: 'Priya',
    sourceName: 'Larkfield directory',
    whatItIsLike: null,
    whatItIsLikeBy: null,
    whoToAskFor: null,
    canGoWith: null,
    room: null,
    said: {},
    ...Object.fromEntries(Object.entries(changes).filter(([field]) => !(field in particulars))),
    particulars: { ...particulars, ...inParticulars },
  };
}
