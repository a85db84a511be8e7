import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Standing } from '../finder/standing.ts';
import { standings } from './standing.forms.ts';

export type Stands = Pick<Standing, 'pausedFrom' | 'pausedUntil' | 'pausedWords' | 'onlyUntil'>;

interface StandingFormProps {
  listingId: string;
  stands: Stands;
  frame: Frame;
  again: Again | undefined;
}

/** For colleagues who were told: it is on as usual, paused, or only for now. The group has the same on its own page. */
export function StandingForm({ listingId, stands, frame, again: any }: StandingFormProps) {
  const again = cameBack(any, 'standing');
  const { pausedFrom, pausedUntil, pausedWords, onlyUntil } = stands;
  const now = pausedFrom !== null ? 'paused' : onlyUntil !== null ? 'only for now' : 'on as usual';
  const day = pausedFrom !== null ? pausedUntil : onlyUntil;
  return (
    <Details summary="It is paused, or only for now" open={again !== undefined}>
      <Form action={`/community/${listingId}/standing`} frame={frame}>
        <Radios
          {...asked(again, 'standing', now)}
          legend="Is it on?"
          class="govuk-radios--small"
          items={standings.map((standing) => ({
            value: standing,
            label: `${standing.charAt(0).toUpperCase()}${standing.slice(1)}`,
          }))}
        />
        <Input
          {...asked(again, 'day', day === null ? '' : longDate(day))}
          label="Back on, or its last day"
          hint="Such as 5 January 2027. Leave it empty when nobody knows"
        />
        <Input
          {...asked(again, 'pausedWords', pausedWords ?? '')}
          label="Paused: what people should know, if anything"
        />
        <Button class="govuk-button--secondary">Save whether it is on</Button>
      </Form>
    </Details>
  );
}
