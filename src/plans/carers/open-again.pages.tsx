import type { LeftOpen } from '../../people/carers/leaning.store.ts';
import { LeftOpenNow } from '../../people/carers/left-open.tsx';

/** N5: the plan that stands is open again, and the way to a later one. */
export function OpenAgain({
  leftOpen,
  personId,
  isOpen = false,
}: {
  leftOpen: readonly LeftOpen[];
  personId: string;
  /** Conversation 3 is open already: what comes next stands on the page. */
  isOpen?: boolean;
}) {
  return (
    <LeftOpenNow leftOpen={leftOpen}>
      {isOpen ? null : <a href={`/people/${personId}/conversation-3`}>Begin that conversation</a>}
    </LeftOpenNow>
  );
}
