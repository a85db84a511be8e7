import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';

export interface WhichValue {
  which: { listingId: string; name: string }[];
  base: string;
}

/** Two listings share a short address, which happens once in a thousand directories: which is meant? */
export function WhichPage({ which, base }: WhichValue, frame: Frame) {
  return (
    <Page title="Which one?" frame={frame} section="Community">
      <h1>Which one did you mean?</h1>
      <ul>
        {which.map(({ listingId, name }) => (
          <li key={listingId}>
            <a href={`${base}/${listingId}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
