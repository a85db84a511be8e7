import type { Colleague } from '../../access/accounts.store.ts';
import { Select } from '../../platform/ui/govuk/select.tsx';

export interface ChooseColleagueProps {
  name: string;
  label: string;
  hint?: string;
  colleagues: readonly Colleague[];
  value?: string | undefined;
  error?: string | undefined;
}

/** A colleague, chosen by name and team. */
export function ChooseColleague({ colleagues, ...rest }: ChooseColleagueProps) {
  const items = colleagues.map(({ id, name, teamNames }) => ({
    value: id,
    text: teamNames.length ? `${name}, ${teamNames.join(' and ')}` : name,
  }));
  return <Select {...rest} items={[{ value: '', text: 'Choose a colleague' }, ...items]} />;
}
