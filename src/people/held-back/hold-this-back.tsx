import type { HeldKind } from './held-back.ts';

export interface HoldThisBackProps {
  personId: string;
  kind: HeldKind;
  thingId: string;
  /** Read out after the link, where several stand on one page: what it is, or when. */
  title: string;
}

/** W1: the quiet link beside one thing, for staff: what the law lets us hold back is asked for where it is read. */
export function HoldThisBack({ personId, kind, thingId, title }: HoldThisBackProps) {
  return (
    <a class="app-quiet" href={`/people/${personId}/held-back/new?kind=${kind}&thing=${thingId}`}>
      Hold this back<span class="govuk-visually-hidden">: {title}</span>
    </a>
  );
}
