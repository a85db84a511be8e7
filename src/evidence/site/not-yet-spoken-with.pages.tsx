import { PersonLink } from '../../people/person-link.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { When } from '../../platform/ui/telling.tsx';
import type { Site, Waiting } from './site.store.ts';

export interface NotYetSpokenWith {
  site: Site;
  waiting: Waiting[];
}

/** F2: by name, because a number can be lived with. Only for those who are alongside people. */
export function NotYetSpokenWithPage({ site, waiting }: NotYetSpokenWith, frame: Frame) {
  return (
    <Page title="Not yet spoken with" section="Evidence" frame={frame}>
      <p class="app-when">
        <a href={`/evidence?site=${site.id}`}>Back to whether the new way is helping</a>
      </p>
      <h1>Not yet spoken with for 28 days or more</h1>
      {waiting.length === 0 ? (
        <p>Nobody. {site.name} has spoken with everybody who got in touch by then.</p>
      ) : null}
      <ul class="app-plain-list">
        {waiting.map((one) => (
          <li key={one.personId}>
            <b>
              <PersonLink id={one.personId} name={one.name} />
            </b>
            , {one.days.toLocaleString('en-GB')} days. {one.madeBy} got in touch on <When on={one.madeOn} />
            {one.isFromBeforeTheSite ? `, before ${site.name} began` : ''}.{' '}
            <span class="app-by">{one.heldBy ? `Held by ${one.heldBy}` : 'Held by nobody yet'}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
