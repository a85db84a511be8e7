import type { Again } from '../../../platform/http/routes.ts';
import { asked, cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { gettingToKnow, nextKind, type VisitKind, visitInWords } from '../matching.ts';
import type { MatchingValue } from '../matching-page.store.ts';

interface Props {
  value: MatchingValue;
  frame: Frame;
  again: Again | undefined;
}

/** Tea, a night, a weekend, in that rhythm or another; after moving in, how it is for both. */
export function PlanVisit({ value, frame, again }: Props) {
  const { matching, visits } = value;
  const form = cameBack(again, 'plannedOn');
  const isLiving = matching.movedInOn !== null;
  const kinds: readonly VisitKind[] = isLiving ? ['after-moving-in'] : gettingToKnow;
  const next = isLiving ? 'after-moving-in' : (nextKind(visits) ?? 'tea');
  return (
    <>
      <h3>{isLiving ? 'See how it is for both' : 'Plan a visit'}</h3>
      <Form action={`/matchings/${matching.id}/visits`} frame={frame}>
        <Radios
          {...asked(form, 'kind', next)}
          legend="What kind of visit"
          items={kinds.map((kind) => ({ value: kind, label: visitInWords[kind] }))}
        />
        <Input {...asked(form, 'plannedOn')} label="The day" hint="For example 28 November 2026" />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Plan it
        </Button>
      </Form>
      {isLiving ? null : <DoWithout value={value} frame={frame} again={again} />}
    </>
  );
}

function DoWithout({ value: { matching }, frame, again }: Props) {
  const form = cameBack(again, 'leftOutWords');
  return (
    <Details summary="They would do without one of these" open={form !== undefined}>
      <Form action={`/matchings/${matching.id}/left-out`} frame={frame}>
        <Radios
          {...asked(form, 'leftOutKind')}
          legend="Which"
          items={gettingToKnow.map((kind) => ({ value: kind, label: visitInWords[kind] }))}
        />
        <Textarea {...asked(form, 'leftOutWords')} label="Why they agreed to do without" rows={2} />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write it down
        </Button>
      </Form>
    </Details>
  );
}
