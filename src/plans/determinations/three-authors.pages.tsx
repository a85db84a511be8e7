import { longDate } from '../../platform/ui/dates.ts';
import { errorOf, valueOf } from '../../platform/ui/form.tsx';
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
        name="personsWish"
        label={`What ${name} wants`}
        hint="In their words"
        value={valueOf(again, 'personsWish', wanted.join('\n'))}
        error={errorOf(again, 'personsWish')}
      />
      <Select
        name="viewBy"
        label="Who knows them and says what they think"
        items={value.colleagues.map(({ id, name: text }) => ({ value: id, text }))}
        value={valueOf(again, 'viewBy', value.me)}
        error={errorOf(again, 'viewBy')}
      />
      <Textarea
        name="practitionersView"
        label="What they think"
        value={valueOf(again, 'practitionersView')}
        error={errorOf(again, 'practitionersView')}
      />
      <Textarea
        name="reasons"
        label="Your decision: the reasons"
        hint={`You decide; it is given in your name. ${name} reads this: write it to them`}
        value={valueOf(again, 'reasons')}
        error={errorOf(again, 'reasons')}
      />
      <Input
        name="decidedOn"
        label="The day"
        value={valueOf(again, 'decidedOn', longDate(value.today))}
        error={errorOf(again, 'decidedOn')}
      />
      <Textarea
        name="writtenAdvice"
        label="Written advice"
        hint="Owed whenever the law does not require us to help: what can be done to meet, lessen or put off what they need"
        value={valueOf(again, 'writtenAdvice')}
        error={errorOf(again, 'writtenAdvice')}
      />
    </>
  );
}
