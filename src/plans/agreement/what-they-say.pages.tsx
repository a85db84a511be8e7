import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, valuesOf } from '../../platform/ui/form.tsx';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { howToChallenge } from '../letters/challenge.ts';
import type { Plan } from '../plan.ts';
import { linesOf } from './lines.ts';
import type { SaidAlready } from './said-already.store.ts';

interface WhatTheySayProps {
  plan: Plan;
  name: string;
  said: SaidAlready;
  again: Again | undefined;
}

/** Whether they agree, in their words, and line by line with what they do not. */
export function WhatTheySay({ plan, name, said, again }: WhatTheySayProps) {
  return (
    <>
      <Radios
        {...asked(again, 'agreement', Object.keys(said).length ? 'partly' : '')}
        legend={`Does ${name} agree?`}
        items={[
          { value: 'agree', label: 'Yes' },
          { value: 'partly', label: 'In part' },
          { value: 'disagree', label: 'No' },
        ]}
      />
      <Textarea {...asked(again, 'agreementWords')} label="In their words" />
      <NotAgreed plan={plan} name={name} said={said} again={again} />
      <p>Whatever {name} says, tell them how to challenge it:</p>
      <HowToChallenge />
    </>
  );
}

/** Every line has its own place for words, in the order of the plan, ticked or not. */
function NotAgreed({ plan, name, said, again }: WhatTheySayProps) {
  const lines = linesOf(plan);
  const typed = valuesOf(
    again,
    'lineWords',
    lines.map(({ key }) => said[key] ?? ''),
  );
  return (
    <Checkboxes
      name="notAgreed"
      legend={`If in part: what does ${name} not agree with?`}
      error={errorOf(again, 'notAgreed')}
      values={valuesOf(again, 'notAgreed', Object.keys(said))}
      items={lines.map(({ key, label }, index) => ({
        value: key,
        label,
        conditional: (
          <>
            <input type="hidden" name="lines" value={key} />
            <Input
              name="lineWords"
              id={`lineWords-${index}`}
              label={`Why not “${label}”, in their words`}
              value={typed[index] ?? ''}
            />
          </>
        ),
      }))}
    />
  );
}

export function HowToChallenge() {
  return (
    <ul>
      {howToChallenge.map((way) => (
        <li>{way}</li>
      ))}
    </ul>
  );
}

/** The same, folded away under what somebody said about a plan that stands. */
export function HowToChallengeFolded() {
  return (
    <Details summary="How to challenge this plan, at any time">
      <HowToChallenge />
    </Details>
  );
}
