import { clockTime } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import type { Looked } from '../looking/which-site.ts';
import { SHOWN_FOR_MINUTES } from './keeping-counts.ts';

export interface CountedAtProps {
  looked: Looked;
  counted: { at: Date; isDear: boolean };
  frame: Frame;
}

/** When the figures were counted, where counting takes so long that they are kept; nothing where they are counted afresh. */
export function CountedAtTime({ looked, counted, frame }: CountedAtProps) {
  if (!counted.isDear) return null;
  return (
    <Form action="/evidence/counts" frame={frame} class="app-one-line">
      <input type="hidden" name="site" value={looked.site.id} />
      <input type="hidden" name="asAt" value={looked.asOf} />
      <p>
        Counted at {clockTime(counted.at)}, and kept for {SHOWN_FOR_MINUTES} minutes because there is much to
        count.
      </p>
      <Button class="govuk-button--secondary">Count again now</Button>
    </Form>
  );
}
