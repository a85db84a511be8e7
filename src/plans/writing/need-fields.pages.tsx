import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { errorOf, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { metByInWords, type NeedLine } from '../plan.ts';

/** A need first, then how it is met, by whom, and whether they said yes. */
export function NeedFields({ line, again }: { line?: NeedLine; again: Again | undefined }) {
  const saidYesOn = line?.ownerSaidYesOn ? longDate(line.ownerSaidYesOn) : '';
  return (
    <>
      <Textarea
        name="need"
        label="What is needed"
        hint="The need itself, not what is offered for it"
        rows={2}
        value={valueOf(again, 'need', line?.need)}
        error={errorOf(again, 'need')}
      />
      <Checkboxes
        name="isEligible"
        items={[{ value: 'yes', label: 'The law requires us to meet this' }]}
        values={valuesOf(again, 'isEligible', line?.isEligible ? ['yes'] : [])}
      />
      <Radios
        name="metBy"
        legend="How it is met"
        items={Object.entries(metByInWords).map(([value, label]) => ({ value, label }))}
        value={valueOf(again, 'metBy', line?.metBy)}
        error={errorOf(again, 'metBy')}
      />
      <Input
        name="who"
        label="Who, by name"
        value={valueOf(again, 'who', line?.who)}
        error={errorOf(again, 'who')}
        autoComplete="off"
      />
      <Textarea
        name="how"
        label="How, and how often; or what happens about it, if it is not met yet"
        rows={2}
        value={valueOf(again, 'how', line?.how)}
        error={errorOf(again, 'how')}
      />
      <Input
        name="ownerSaidYesOn"
        label="The day they said yes"
        hint="For family, friends and groups"
        value={valueOf(again, 'ownerSaidYesOn', saidYesOn)}
        error={errorOf(again, 'ownerSaidYesOn')}
      />
    </>
  );
}
