import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import type { NeedLine, Plan } from '../plan.ts';

export function NeedActions({
  plan,
  line,
  index,
  frame,
}: {
  plan: Plan;
  line: NeedLine;
  index: number;
  frame: Frame;
}) {
  const at = `/plans/${plan.id}/needs/${line.id}`;
  return (
    <div class="app-line-actions">
      <a href={at}>
        Change<span class="govuk-visually-hidden"> “{line.need}”</span>
      </a>
      {index > 0 ? <Move at={at} to="up" need={line.need} frame={frame} /> : null}
      {index < plan.needs.length - 1 ? <Move at={at} to="down" need={line.need} frame={frame} /> : null}
    </div>
  );
}

function Move({ at, to, need, frame }: { at: string; to: 'up' | 'down'; need: string; frame: Frame }) {
  return (
    <Form action={`${at}/move`} frame={frame}>
      <input type="hidden" name="to" value={to} />
      <button type="submit" class="app-link-button">
        Move {to}
        <span class="govuk-visually-hidden"> “{need}”</span>
      </button>
    </Form>
  );
}

export function TakeOut({ at, what, frame }: { at: string; what: string; frame: Frame }) {
  return (
    <Form action={at} frame={frame}>
      <button type="submit" class="app-link-button">
        Take out<span class="govuk-visually-hidden"> “{what}”</span>
      </button>
    </Form>
  );
}
