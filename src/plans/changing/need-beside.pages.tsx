import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { NeedLine, Plan } from '../plan.ts';
import { setNeedsBeside } from './beside.ts';
import { NeedTold, whenOf } from './side-by-side.pages.tsx';

interface NeedBesideProps {
  /** A need of the plan that stands. */
  line: NeedLine;
  before: Plan;
  plan: Plan;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** One need of the plan that stands, what answers it in the new one, and a place to say so. */
export function NeedBeside({ line, before, plan, name, frame, again }: NeedBesideProps) {
  const now = answersOf(line, before, plan);
  const words = plan.beside.find(({ wasNeedId }) => wasNeedId === line.id)?.words ?? '';
  return (
    <section class="app-entry" id={`need-${line.id}`}>
      <div class="app-side-by-side app-wide">
        <div>
          <p class="app-when">{whenOf(before)}</p>
          <NeedTold line={line} parts={before.parts} name={name} />
        </div>
        <div>
          <p class="app-when">In this plan</p>
          {now.length ? null : <p>Nothing is set beside it yet.</p>}
          {now.map((one) => (
            <NeedTold line={one} parts={plan.parts} name={name} />
          ))}
          {words ? <p class="app-lines">How it is met now: {words}</p> : null}
        </div>
      </div>
      <SayWhatAnswers {...{ line, plan, now, words, frame, again }} />
    </section>
  );
}

/** Only this need's own answers, although several may be looked at together. */
function answersOf(line: NeedLine, before: Plan, plan: Plan): NeedLine[] {
  const [alone] = setNeedsBeside({ needs: [line], parts: before.parts }, plan);
  return alone?.now ?? [];
}

type SayProps = Pick<NeedBesideProps, 'line' | 'plan' | 'frame' | 'again'> & {
  now: NeedLine[];
  words: string;
};

function SayWhatAnswers({ line, plan, now, words, frame, again }: SayProps) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          Say what answers this<span class="govuk-visually-hidden"> “{line.need}”</span>
        </span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/plans/${plan.id}/beside/${line.id}`} frame={frame}>
          <input type="hidden" name="wasNeed" value={line.id} />
          <input type="hidden" name="wordsBefore" value={words} />
          <Checkboxes
            name="answeredBy"
            id={`answeredBy-${line.id}`}
            legend="Which needs of this plan answer it?"
            hint="A need that is gone stays in the plan, as one they meet themselves, with how"
            error={errorOf(again, 'answeredBy')}
            values={valuesOf(
              again,
              'answeredBy',
              now.map(({ id }) => id),
            )}
            items={plan.needs.map(({ id, need }) => ({ value: id, label: need }))}
          />
          <Textarea
            {...asked(again, 'words', words)}
            id={`words-${line.id}`}
            label="How it will be met now"
            hint="In words the person would recognise; needed where there is less"
            rows={3}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Set them beside each other
          </Button>
        </Form>
      </div>
    </details>
  );
}
