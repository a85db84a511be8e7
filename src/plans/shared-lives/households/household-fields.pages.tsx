import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked } from '../../../platform/ui/form.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import type { Household } from './household.ts';

/** What a home says of itself, and what the scheme says of it. */
export function HouseholdFields({ again, home }: { again: Again | undefined; home?: Household }) {
  const day = (on: string | null | undefined) => (on ? longDate(on) : '');
  return (
    <>
      <Input {...asked(again, 'name', home?.name)} label="What they are called" hint="The Okafors" />
      <Textarea
        {...asked(again, 'whoLivesHere', home?.whoLivesHere)}
        label="Who lives there, in their words"
        rows={3}
      />
      <Textarea
        {...asked(again, 'whatHomeIsLike', home?.whatHomeIsLike)}
        label="What home is like, in their words"
        hint="Mornings, meals, pets, music, church, the garden"
      />
      <Input
        {...asked(again, 'place', home?.place)}
        label="The area"
        hint="A part of town. Never the address."
      />
      <Radios
        {...asked(again, 'capacity', home ? String(home.capacity) : '1')}
        legend="How many people may they share it with?"
        items={['1', '2', '3'].map((value) => ({ value, label: value }))}
      />
      <Input
        {...asked(again, 'approvedOn', day(home?.approvedOn))}
        label="The day the scheme approved them"
      />
      <Input {...asked(again, 'approvalUntilOn', day(home?.approvalUntilOn))} label="Approved until" />
      <Input
        {...asked(again, 'notNowUntilOn', day(home?.notNowUntilOn))}
        label="Not just now, until"
        hint="When they would like a while to themselves"
      />
    </>
  );
}
