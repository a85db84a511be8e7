import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, valuesOf } from '../../platform/ui/form.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { type Carers, noCarers } from '../carers/leaning.ts';
import { LeansOn } from '../carers/leans-on.pages.tsx';
import { metByInWords, type NeedLine } from '../plan.ts';

interface NeedFieldsProps {
  line?: NeedLine;
  carers: Carers | undefined;
  today: Day;
  again: Again | undefined;
}

/** A need first, then how it is met, by whom, and whether they said yes. */
export function NeedFields({ line, again, ...leaning }: NeedFieldsProps) {
  const saidYesOn = line?.ownerSaidYesOn ? longDate(line.ownerSaidYesOn) : '';
  return (
    <>
      <Textarea
        {...asked(again, 'need', line?.need)}
        label="What is needed"
        hint="The need itself, not what is offered for it"
        rows={2}
      />
      <Checkboxes
        name="isEligible"
        items={[{ value: 'yes', label: 'The law requires us to meet this' }]}
        values={valuesOf(again, 'isEligible', line?.isEligible ? ['yes'] : [])}
      />
      <Radios
        {...asked(again, 'metBy', line?.metBy)}
        legend="How it is met"
        items={Object.entries(metByInWords).map(([value, label]) => ({ value, label }))}
      />
      <Input {...asked(again, 'who', line?.who)} label="Who, by name" autoComplete="off" />
      <LeansOn carers={leaning.carers ?? noCarers} today={leaning.today} line={line} again={again} />
      <Textarea
        {...asked(again, 'how', line?.how)}
        label="How, and how often; or what happens about it, if it is not met yet"
        hint="This stands in the plan they are given: write it to them, as “you”"
        rows={2}
      />
      <Input
        {...asked(again, 'ownerSaidYesOn', saidYesOn)}
        label="The day they said yes"
        hint="For groups, and for family and friends with no record of their own"
      />
    </>
  );
}
