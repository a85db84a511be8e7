import { type Identity, nameFor } from '../../people/person.ts';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked } from '../../platform/ui/form.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { EntryVoice } from '../conversation.ts';

export interface SaidFieldsProps {
  identity: Identity;
  today: Day;
  again: Again | undefined;
  label: string;
  /** What stands already, when this puts it right. */
  begins?: { sentence: string; voice: EntryVoice; saidBy: string };
}

export const voiceItems: { value: EntryVoice; text: string }[] = [
  { value: 'said', text: 'Theirs' },
  { value: 'noticed', text: 'Mine: what I noticed' },
  { value: 'think', text: 'Mine: what I think' },
  { value: 'agreed', text: 'Ours: what we agreed' },
];

/** The words, whose they are, who said them and when. */
export function SaidFields({ identity, today, again, label, begins }: SaidFieldsProps) {
  return (
    <>
      <Textarea
        {...asked(again, 'sentence', begins?.sentence)}
        label={label}
        hint="In a sentence, as it was said"
        rows={3}
      />
      <Select
        {...asked(again, 'voice', begins?.voice ?? 'said')}
        label="Whose words are these?"
        items={voiceItems}
      />
      <WhoAndWhen identity={identity} today={today} again={again} saidBy={begins?.saidBy} />
    </>
  );
}

interface WhoAndWhenProps extends Pick<SaidFieldsProps, 'identity' | 'today' | 'again'> {
  saidBy?: string | undefined;
}

export function WhoAndWhen({ identity, today, again, saidBy = '' }: WhoAndWhenProps) {
  return (
    <>
      <Input
        {...asked(again, 'saidBy', saidBy)}
        label="Who said it"
        hint={`Leave it empty if it was ${nameFor(identity)}, or you for your own words`}
        autoComplete="off"
      />
      <Input {...asked(again, 'on', longDate(today))} label="The day" autoComplete="off" />
    </>
  );
}
