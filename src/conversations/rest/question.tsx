import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { EntryVoice } from '../conversation.ts';
import { FactFields } from '../fact-fields.tsx';
import { type FactName, factKind } from '../facts.ts';
import { voiceItems } from '../moments/said-fields.tsx';
import type { SaidBefore } from './rest.store.ts';

export interface QuestionProps {
  id: string;
  kind: FactName;
  said: SaidBefore | undefined;
  frame: Frame;
  again: Again | undefined;
}

/** One question, answered in a sentence. The form that came back keeps plain ids, so that its problems lead to it. */
export function Question({ id, kind, said, frame, again }: QuestionProps) {
  const mine = again?.typed.kind === kind ? again : undefined;
  const idPrefix = mine ? '' : `${kind}-`;
  return (
    <details class="govuk-details" id={kind} open={mine !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{factKind(kind).question}</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/conversations/${id}/answers`} frame={frame}>
          <input type="hidden" name="kind" value={kind} />
          {said ? (
            <p>
              On {longDate(said.happenedOn)}: “{said.phrase}” Is it still so? Write it as it is now.
            </p>
          ) : null}
          <Textarea
            name="sentence"
            id={`${idPrefix}sentence`}
            label={factKind(kind).title}
            hint="In a sentence"
            rows={2}
            value={valueOf(mine, 'sentence')}
            error={errorOf(mine, 'sentence')}
          />
          <FactFields kind={kind} again={mine} idPrefix={idPrefix} />
          <Select
            name="voice"
            id={`${idPrefix}voice`}
            label="Whose words are these?"
            value={valueOf(mine, 'voice', likelyVoice[kind] ?? 'noticed')}
            items={voiceItems}
          />
          <Input
            name="saidBy"
            id={`${idPrefix}saidBy`}
            label="Who said it, when it was somebody else"
            value={valueOf(mine, 'saidBy')}
            error={errorOf(mine, 'saidBy')}
            autoComplete="off"
          />
          <Button class="govuk-button--secondary">Write it and mark it</Button>
        </Form>
      </div>
    </details>
  );
}

const likelyVoice: Partial<Record<FactName, EntryVoice>> = {
  'what-matters': 'said',
  'may-have-needs': 'think',
  declined: 'said',
  'information-given': 'agreed',
  'how-to-come-back': 'agreed',
  'check-back': 'agreed',
  'under-way': 'agreed',
};
