import type { Again } from '../../platform/http/routes.ts';
import { errorOf, valueOf } from '../../platform/ui/form.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { type Kind, type Outcome, outcomesFor, sensesFor } from './outcomes.ts';
import type { SaidBefore } from './said-before.store.ts';

export interface OutcomeRowsProps {
  kind: Kind;
  said: SaidBefore[];
  again: Again | undefined;
}

/**
 * One row an outcome. What was said in conversations stands open with its words; what nobody has spoken of is
 * one plain question to a line, so that a decision never looks like a form of thirty-five pages.
 */
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
  const begins = said.length ? 'unable' : 'nothing-said';
  const finding = valueOf(again, `finding-${key}`, begins) || 'nothing-said';
  const isSpokenOf = said.length > 0 || finding !== 'nothing-said' || valueOf(again, `words-${key}`) !== '';
  return (
    <details class="govuk-details" open={isSpokenOf}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {isSpokenOf ? capital(text) : `Nothing yet about ${text}: ask, or say why not`}
        </span>
      </summary>
      <div class="govuk-details__text">
        {said.map(({ phrase }) => (
          <blockquote class="app-said">{phrase}</blockquote>
        ))}
        <Radios
          name={`finding-${key}`}
          class="govuk-radios--inline"
          legend={<span class="govuk-visually-hidden">{capital(text)}</span>}
          hint={source}
          items={[
            { value: 'achieved', label: 'They manage' },
            { value: 'unable', label: 'Unable' },
            { value: 'nothing-said', label: 'Nothing said' },
          ]}
          value={finding}
          error={errorOf(again, `finding-${key}`)}
        />
        <HowItShows kind={kind} outcome={key} said={said} again={again} />
      </div>
    </details>
  );
}

/** In which of the law's senses, and the words that show it. */
function HowItShows({ kind, outcome, said, again }: OutcomeRowsProps & { outcome: string }) {
  const sense = `sense-${outcome}`;
  const words = `words-${outcome}`;
  const senses = sensesFor(kind).map(({ key, text }) => ({ value: key, text }));
  return (
    <>
      <Select
        name={sense}
        label="If unable, in which way"
        items={[{ value: '', text: 'Choose' }, ...senses]}
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
    </>
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
