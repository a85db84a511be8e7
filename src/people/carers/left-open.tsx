import type { ComponentChildren } from 'preact';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import type { LeftOpen } from './leaning.store.ts';

/** N5: what the plan can no longer lean on, one sentence a thing, and what to do next. Nothing of why (W2). */
export function LeftOpenNow({
  leftOpen,
  children,
}: {
  leftOpen: readonly LeftOpen[];
  children?: ComponentChildren;
}) {
  if (!leftOpen.length) return null;
  return (
    <InsetText>
      {[...new Set(leftOpen.map(goneInWords))].map((sentence) => (
        <p>
          <b>{sentence}</b>
        </p>
      ))}
      <p>
        Nothing in the plan is cut. What runs goes on running while you find another way together. {children}
      </p>
    </InsetText>
  );
}

/** @example 'Jean can no longer do nights: the plan is open again.' */
const goneInWords = ({ carer, thing }: LeftOpen): string =>
  `${carer} can no longer do ${thing.charAt(0).toLowerCase()}${thing.slice(1)}: the plan is open again.`;
