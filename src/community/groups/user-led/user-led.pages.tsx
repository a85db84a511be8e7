import type { Frame } from '../../../platform/ui/frame.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged } from '../../../platform/ui/telling.tsx';
import type { LedByUsers } from './user-led.store.ts';

export interface LedByUsersValue {
  councilSlug: string;
  organisations: LedByUsers[];
  page: number;
  isMore: boolean;
}

/** For anybody: groups run by the people they are for. */
export function LedByUsersPage({ councilSlug, organisations, page, isMore }: LedByUsersValue, frame: Frame) {
  return (
    <Page title="Run by the people they are for" frame={frame} section="Community">
      <h1>Run by the people they are for</h1>
      <p>
        Disabled people, carers and people with the same experience run these themselves. Each has said so.
      </p>
      {organisations.length === 0 ? <p>Nobody has told us of one yet.</p> : null}
      <Paged
        page={page}
        pages={page + (isMore ? 1 : 0)}
        href={(to) => `/at/${councilSlug}/user-led?page=${to}`}
      >
        <ul class="app-found">
          {organisations.map(({ organisationId, name, listings }) => (
            <li key={organisationId}>
              <h2 class="govuk-heading-s">{name}</h2>
              <ul>
                {listings.map((listing) => (
                  <li key={listing.listingId}>
                    <a href={`/at/${councilSlug}/nearby/${listing.listingId}`}>{listing.name}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Paged>
    </Page>
  );
}
