import type { Again } from '../../../platform/http/routes.ts';
import { errorOf, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import type { FinderValue } from './finder.pages.tsx';

interface GapFormProps {
  value: FinderValue;
  frame: Frame;
  again: Again | undefined;
}

/** Asked for and not there: what is missing is worth as much as what is there. */
export function GapForm({ value, frame, again }: GapFormProps) {
  const { asked, near, person, isPublic, base, fresh } = value;
  const isNothing = isPublic && fresh === 0 && asked.q !== undefined;
  return (
    <details class="govuk-details" open={again !== undefined || isNothing}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {isPublic ? 'Tell us what you looked for and did not find' : 'It is not there'}
        </span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`${base}/gaps`} frame={frame}>
          <Input
            name="words"
            id="words"
            label={isPublic ? 'What did you look for?' : 'What was asked for and is not there?'}
            hint={isPublic ? 'Please write nobody’s name: we keep the wish, not who wished it' : undefined}
            value={valueOf(again, 'words', asked.q ?? '')}
            error={errorOf(again, 'words')}
          />
          <Input
            name="place"
            label="Where?"
            value={valueOf(again, 'place', near)}
            error={errorOf(again, 'place')}
          />
          {person ? <input type="hidden" name="person" value={person.personId} /> : null}
          <Button class="govuk-button--secondary">{isPublic ? 'Tell us' : 'Write it down'}</Button>
        </Form>
      </div>
    </details>
  );
}
