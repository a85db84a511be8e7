import { formatChoices } from '../../../conversations/gate/formats.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import type { LetterKind } from '../letter.ts';
import type { OwnFormat } from './own-format.ts';
import { waysInWords } from './ways.ts';

export interface GiveFormProps {
  letter: { of: LetterKind; thingId: string };
  personId: string;
  name: string;
  own: OwnFormat | null;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

/** Writes down that one letter was given: chosen beforehand is the person's own copy in their own format, today. */
export function GiveForm({
  letter: { of, thingId },
  personId,
  name,
  own,
  today,
  frame,
  again: any,
}: GiveFormProps) {
  const again = valueOf(any, 'thing') === thingId && valueOf(any, 'of') === of ? any : undefined;
  // Several of these stand on one page: only the form that came back keeps plain ids, so that its problems lead to it.
  const field = (name: string, begins?: string) => ({
    ...asked(again, name, begins),
    id: again ? name : `${name}-${of}-${thingId}`,
  });
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Write down that a copy was given</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/people/${personId}/letters`} frame={frame}>
          <input type="hidden" name="of" value={of} />
          <input type="hidden" name="thing" value={thingId} />
          <Input {...field('toWhom', name)} label="Who to" />
          <Radios {...field('isToPerson', 'yes')} legend="Whose copy" items={whose(name)} />
          <Input {...field('sentOn', longDate(today))} label="The day" />
          <Radios {...field('how', 'by-hand')} legend="How" items={howItems} />
          <Radios
            {...field('format', own?.format ?? '')}
            legend="In what format"
            items={[...formatChoices]}
          />
          <Input {...field('formatDetail')} label="Which language, or what else helped" />
          <Input {...field('formatBecause')} label="If it was not in their own format, why" />
          <Button class="govuk-button--secondary" preventDoubleClick>
            It was given
          </Button>
        </Form>
      </div>
    </details>
  );
}

const whose = (name: string) => [
  { value: 'yes', label: `${name}’s own` },
  { value: 'no', label: 'Somebody else’s: only once theirs has been given' },
];

const howItems = Object.entries(waysInWords).map(([value, label]) => ({
  value,
  label: label.replace(/^./, (first) => first.toUpperCase()),
}));
