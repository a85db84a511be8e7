import type { Again } from '../../platform/http/routes.ts';
import { errorOf } from '../../platform/ui/form.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { type ConversationKind, type Entry, type EntryVoice, voices } from '../conversation.ts';
import { type FactName, factKind, factKinds, factsNeededAt } from '../facts.ts';
import { sentencesOf } from './sentences.ts';
import { placeOf, type Words } from './tagging.forms.ts';

export interface ChooseProps {
  value: {
    entry: Entry;
    kind: FactName | null;
    words: Words | null;
    exact: string;
    replaces: string | null;
  };
  again: Again | undefined;
}

const asks: Record<EntryVoice, string> = {
  said: 'What they said',
  noticed: 'What you noticed',
  think: 'What you think',
  agreed: 'What you agreed',
};

/** First the words and what they settle. Script lets a few words be selected; without it, a sentence is chosen. */
export function Choose({ value: { entry, kind, words, exact, replaces }, again }: ChooseProps) {
  return (
    <form method="get" action={`/entries/${entry.id}/facts`} data-pick="">
      <h2>{replaces ? 'Choose other words' : 'Mark what the law needs to know'}</h2>
      <p class="app-soft">Choose a sentence, select a few words inside it with a mouse, or copy the words.</p>
      {replaces ? <input type="hidden" name="replaces" value={replaces} /> : null}
      {voices
        .filter((voice) => entry[voice])
        .map((voice, index) => (
          <Radios
            key={voice}
            name="place"
            id={index === 0 ? 'place' : `place-${voice}`}
            class="govuk-radios--small"
            legend={asks[voice]}
            items={sentencesOf(entry[voice]).map((sentence) => asChoice({ ...sentence, voice }))}
            value={words ? placeOf(words) : undefined}
            error={index === 0 ? errorOf(again, 'place') : undefined}
          />
        ))}
      <Input
        name="exact"
        label="Or copy the exact words here"
        hint="Only if a whole sentence is too much"
        value={exact}
        error={errorOf(again, 'exact')}
        autoComplete="off"
      />
      <Select
        name="kind"
        label="What do they settle?"
        value={kind ?? ''}
        error={errorOf(again, 'kind')}
        items={[
          { value: '', text: 'Choose' },
          ...kindsFor(entry.kind).map((name) => ({ value: name, text: factKind(name).title })),
        ]}
      />
      <Button>Go on</Button>
    </form>
  );
}

function asChoice({
  voice,
  startsAt,
  endsAt,
  text,
}: {
  voice: EntryVoice;
  startsAt: number;
  endsAt: number;
  text: string;
}) {
  return { value: placeOf({ voice, startsAt, endsAt }), label: text };
}

/** What this kind of conversation looks for comes first. */
function kindsFor(kind: ConversationKind): FactName[] {
  const first = factsNeededAt(kind === 3 ? 'conversation-3' : 'conversation-1-rests');
  return [...new Set([...first, ...(Object.keys(factKinds) as FactName[])])];
}
