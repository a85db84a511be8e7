import { PersonFrame } from '../people/person-frame.tsx';
import type { Again } from '../platform/http/routes.ts';
import { longDate } from '../platform/ui/dates.ts';
import { errorOf, Form, valueOf, valuesOf } from '../platform/ui/form.tsx';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../platform/ui/govuk/choices.tsx';
import { Input } from '../platform/ui/govuk/input.tsx';
import { Textarea } from '../platform/ui/govuk/textarea.tsx';
import { metByInWords, type NeedLine } from './plan.ts';
import type { PlanValue } from './plan-page.store.ts';
import { PlanPage } from './plans.pages.tsx';

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

export interface NeedValue extends PlanValue {
  line: NeedLine;
}

export function NeedPage({ identity, today, plan, copies, line }: NeedValue, frame: Frame, again?: Again) {
  if (plan.state !== 'being-written') return PlanPage({ identity, today, plan, copies }, frame, again);
  const at = `/plans/${plan.id}/needs/${line.id}`;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Writing a plan"
    >
      <h2>A need</h2>
      <Form action={at} frame={frame} version={Number(valueOf(again, 'version', String(line.version)))}>
        <NeedFields line={line} again={again} />
        <Button preventDoubleClick>Save this need</Button>
      </Form>
      <Form action={`${at}/removal`} frame={frame}>
        <button type="submit" class="app-link-button">
          Remove this need from the plan
        </button>
      </Form>
      <p>
        <a href={`/plans/${plan.id}/writing`}>Back to the plan</a>
      </p>
    </PersonFrame>
  );
}
