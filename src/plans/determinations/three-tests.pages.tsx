import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Kind } from './outcomes.ts';
import type { SaidBefore } from './said-before.store.ts';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export interface PartProps {
  name: string;
  again: Again | undefined;
}

export function Cause({ kind, name, again }: PartProps & { kind: Kind }) {
  const from = kind === 'adult' ? 'an impairment or illness' : 'care that somebody cannot do without';
  return (
    <>
      <Radios
        {...asked(again, 'causeIsMet')}
        legend={`Does what ${name} needs come from ${from}?`}
        hint={kind === 'adult' ? 'Of body or mind. A diagnosis is not needed.' : undefined}
        items={yesNo}
      />
      <Textarea {...asked(again, 'causeWords')} label="What it comes from" rows={2} />
    </>
  );
}

export function HealthAtRisk({ name, again }: PartProps) {
  return (
    <Radios
      {...asked(again, 'healthAtRisk')}
      legend={`Is caring making ${name}’s health worse, in body or mind, or likely to?`}
      items={yesNo}
    />
  );
}

export function Impact({ name, said, again }: PartProps & { said: SaidBefore[] }) {
  const words = said.filter(({ kind }) => kind === 'impact' || kind === 'what-matters');
  return (
    <>
      <Radios
        {...asked(again, 'impactIsMet')}
        legend={`Does it make a significant difference to ${name}’s wellbeing, or is it likely to?`}
        items={yesNo}
      />
      {words.map(({ phrase }) => (
        <blockquote class="app-said">{phrase}</blockquote>
      ))}
      <Textarea
        {...asked(again, 'impactWords')}
        label="What difference it makes"
        hint={`${name} reads this: write it to them`}
        rows={3}
      />
    </>
  );
}
