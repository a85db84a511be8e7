import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { PlanPage } from '../plan.pages.tsx';
import type { NeedLine } from '../plan.ts';
import type { PlanValue } from '../plan-page.store.ts';
import { NeedFields } from './need-fields.pages.tsx';

export interface NeedValue extends PlanValue {
  line: NeedLine;
}

export function NeedPage(
  { identity, today, plan, copies, money, carers, line }: NeedValue,
  frame: Frame,
  again?: Again,
) {
  if (plan.state !== 'being-written') return PlanPage({ identity, today, plan, copies, money }, frame, again);
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
        <NeedFields line={line} carers={carers} today={today} again={again} />
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
