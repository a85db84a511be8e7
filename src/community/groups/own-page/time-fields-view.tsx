import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, errorOf, valueOf, valuesOf } from '../../../platform/ui/form.tsx';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Checkboxes } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { describeTime } from '../../schedule-words.ts';
import { weekdayInWords, weekdays } from '../../weekdays.ts';
import { type MeetingTime, type Ordinal, ordinals, type Rhythm, rhythms } from './when-they-meet.ts';

const rhythmInWords: Record<Rhythm, string> = {
  weekly: 'Every week',
  fortnightly: 'Every second week',
  monthly: 'Once a month',
  once: 'Once only',
};
const ordinalInWords: Record<Ordinal, string> = {
  '1': 'The first',
  '2': 'The second',
  '3': 'The third',
  '4': 'The fourth',
  '-1': 'The last',
};

interface TimeProps {
  number: number;
  time: MeetingTime | null;
  again: Again | undefined;
}

/** One time a group meets. The first stands open; another is folded away until there is one. */
export function TimeFields({ number, time, again }: TimeProps) {
  const isUsed = number === 0 || time !== null || isTyped(again, number);
  const fields = <Fields number={number} time={time} again={again} />;
  if (isUsed) return fields;
  return <Details summary="Another time in the week">{fields}</Details>;
}

const isTyped = (again: Again | undefined, number: number): boolean =>
  ['days', 'from', 'to', 'starts', 'until'].some((field) =>
    valuesOf(again, `${field}${number}`).some(Boolean),
  );

function Fields({ number, time, again }: TimeProps) {
  const text = (field: string, begins: string | null | undefined) =>
    asked(again, `${field}${number}`, begins ?? '');
  const hour = (at: string | null | undefined) => (at ? describeTime(at) : '');
  const day = (on: string | null | undefined) => (on ? longDate(on) : '');
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">Time {number + 1}</legend>
      <Checkboxes
        name={`days${number}`}
        legend={number === 0 ? 'On' : 'And on'}
        class="govuk-checkboxes--small app-days"
        items={weekdays.map((value) => ({ value, label: weekdayInWords[value] }))}
        values={valuesOf(again, `days${number}`, time?.days ?? [])}
        error={errorOf(again, `days${number}`)}
      />
      <div class="app-one-line">
        <Input {...text('from', hour(time?.from))} label="From" class="govuk-input--width-5" />
        <Input {...text('to', hour(time?.to))} label="To" class="govuk-input--width-5" />
      </div>
      <Select
        {...text('rhythm', time?.rhythm)}
        label="How often"
        items={rhythms.map((value) => ({ value, text: rhythmInWords[value] }))}
      />
      <Details summary="Which week, from when, until when" open={isFurther(time, again, number)}>
        <Select
          name={`ordinal${number}`}
          label="Once a month: which one"
          items={ordinals.map((value) => ({ value, text: ordinalInWords[value] }))}
          value={valueOf(again, `ordinal${number}`, time?.ordinal)}
        />
        <Input
          {...text('starts', day(time?.starts))}
          label="A day that it is on"
          hint="Needed for every second week, and for once only"
        />
        <Input
          {...text('until', day(time?.until))}
          label="Until"
          hint="The end of a term or season, if there is one"
        />
      </Details>
    </fieldset>
  );
}

const isFurther = (time: MeetingTime | null, again: Again | undefined, number: number): boolean =>
  Boolean(time?.until || time?.starts || time?.ordinal) ||
  ['starts', 'until'].some(
    (field) => errorOf(again, `${field}${number}`) || valueOf(again, `${field}${number}`),
  ) ||
  ['monthly', 'fortnightly', 'once'].includes(valueOf(again, `rhythm${number}`));
