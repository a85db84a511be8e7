import { longDate } from '../../platform/ui/dates.ts';
import type { HeldKind, HeldNow } from './held-back.ts';

export interface HoldThisBackProps {
  personId: string;
  kind: HeldKind;
  thingId: string;
  /** Read out after the link, where several stand on one page: what it is, or when. */
  title: string;
  /** Held back already: who asked, and until when. */
  held: HeldNow | null | undefined;
}

/** W1: the quiet link beside one thing, for staff: what the law lets us hold back is asked for where it is read. */
export function HoldThisBack({ personId, kind, thingId, title, held }: HoldThisBackProps) {
  const at = `/people/${personId}/held-back`;
  if (held)
    return (
      <>
        <a class="app-quiet" href={at}>
          Held back<span class="govuk-visually-hidden">: {title}</span>
        </a>
        . {held.askedBy} asked, and it is looked at again by {longDate(held.lookAgainOn)}.
      </>
    );
  return (
    <a class="app-quiet" href={`${at}/new?kind=${kind}&thing=${thingId}`}>
      Hold this back<span class="govuk-visually-hidden">: {title}</span>
    </a>
  );
}
