import type { Again } from '../../platform/http/routes.ts';
import { errorOf, valueOf } from '../../platform/ui/form.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Fieldset } from '../../platform/ui/govuk/form-group.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { SaidBefore } from './determinations.store.ts';
import { type Kind, type Outcome, outcomesFor, sensesFor } from './outcomes.ts';

export interface OutcomeRowsProps {
  kind: Kind;
  said: SaidBefore[];
  again: Again | undefined;
}

/** One row an outcome: what was said, what is found, in which way. A gap is a plain question, not a red star. */
export function OutcomeRows({ kind, said, again }: OutcomeRowsProps) {
  return (
    <>
      {outcomesFor(kind).map((outcome) => (
        <OutcomeRow
          key={outcome.key}
          {...{ kind, outcome, again }}
          said={said.filter((one) => one.kind === 'unable' && one.outcome === outcome.key)}
        />
      ))}
    </>
  );
}

function OutcomeRow({ kind, outcome, said, again }: OutcomeRowsProps & { outcome: Outcome }) {
  const { key, text, source } = outcome;
  const sense = `sense-${key}`;
  const words = `words-${key}`;
  return (
    <Fieldset legend={capital(text)}>
      {said.length ? said.map(({ phrase }) => <blockquote class="app-said">{phrase}</blockquote>) : null}
      <Radios
        name={`finding-${key}`}
        class="govuk-radios--inline"
        hint={said.length ? source : `Nothing yet about ${text}: ask, or say why not · ${source}`}
        items={[
          { value: 'achieved', label: 'They manage' },
          { value: 'unable', label: 'Unable' },
          { value: 'nothing-said', label: 'Nothing said' },
        ]}
        value={valueOf(again, `finding-${key}`, said.length ? 'unable' : 'nothing-said')}
        error={errorOf(again, `finding-${key}`)}
      />
      <Select
        name={sense}
        label="If unable, in which way"
        items={[
          { value: '', text: 'Choose' },
          ...sensesFor(kind).map((one) => ({ value: one.key, text: one.text })),
        ]}
        value={valueOf(again, sense, said[0]?.sense ?? '')}
        error={errorOf(again, sense)}
      />
      <Textarea
        name={words}
        label="The words that show it, or why nothing was said"
        rows={2}
        value={valueOf(again, words, said.map(({ phrase }) => phrase).join('\n'))}
        error={errorOf(again, words)}
      />
    </Fieldset>
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
