import { longDate } from '../../platform/ui/dates.ts';
import { asked } from '../../platform/ui/form.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { DecidingValue } from './deciding.pages.tsx';
import type { PartProps } from './three-tests.pages.tsx';

/** The wish, the view and the decision are three things with three authors. */
export function ThreeAuthors({ value, name, again }: PartProps & { value: DecidingValue }) {
  const wanted = value.said.filter(({ kind }) => kind === 'wanted-outcome').map(({ phrase }) => phrase);
  return (
    <>
      <Textarea
        {...asked(again, 'personsWish', wanted.join('\n'))}
        label={`What ${name} wants`}
        hint="In their words"
      />
      <Select
        {...asked(again, 'viewBy', value.me)}
        label="Who knows them and says what they think"
        items={value.colleagues.map(({ id, name: text }) => ({ value: id, text }))}
      />
      <Textarea {...asked(again, 'practitionersView')} label="What they think" />
      <Textarea
        {...asked(again, 'reasons')}
        label="Your decision: the reasons"
        hint={`You decide; it is given in your name. ${name} reads this: write it to them`}
      />
      <Input {...asked(again, 'decidedOn', longDate(value.today))} label="The day" />
      <Textarea
        {...asked(again, 'writtenAdvice')}
        label="Written advice"
        hint="Owed whenever the law does not require us to help: what can be done to meet, lessen or put off what they need"
      />
    </>
  );
}
