import { PersonLink } from '../../people/person-link.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { When } from '../../platform/ui/telling.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../looking/which-site.ts';
import type { Waiting } from './site.store.ts';

export interface NotYetSpokenWith {
  looked: Looked;
  waiting: Waiting[];
}

/** F2: by name, because a number can be lived with. Only for those who are alongside people. */
export function NotYetSpokenWithPage({ looked, waiting }: NotYetSpokenWith, frame: Frame) {
  const { site, asOf, today } = looked;
  return (
    <EvidenceFrame
      looked={looked}
      path="/evidence/not-yet-spoken-with"
      title="Not yet spoken with"
      frame={frame}
    >
      <p class="app-when">
        <a href={placeOf('/evidence', looked)}>Back to whether the new way is helping</a>
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
            {asOf === today ? (
              <span class="app-by">{one.heldBy ? `Held by ${one.heldBy}` : 'Held by nobody yet'}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </EvidenceFrame>
  );
}
