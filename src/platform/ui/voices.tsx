import type { ComponentChildren } from 'preact';
import { segmentsOf } from './segments.ts';

export type VoiceName = 'said' | 'noticed' | 'think' | 'agreed' | 'note';

export interface SpokenVoice {
  voice: VoiceName;
  /** Who said it, when it is not plain. */
  who?: string | undefined;
  words: string;
}

/** A fact tagged in the words of a voice; offsets are UTF-16 positions. */
export interface FactInVoice {
  id: string;
  voice: VoiceName;
  startsAt: number;
  endsAt: number;
  /** Read out before the underlined words: "what matters". */
  kind: string;
}

export interface VoicesProps {
  voices: readonly SpokenVoice[];
  facts?: readonly FactInVoice[] | undefined;
}

const order: VoiceName[] = ['said', 'noticed', 'think', 'agreed', 'note'];
const labels = { noticed: 'I noticed', think: 'I think', agreed: 'We agreed', note: '' };

/** The four voices, always in this order, whichever order they were written in. */
export function Voices({ voices, facts = [] }: VoicesProps) {
  const inOrder = voices.toSorted((one, other) => order.indexOf(one.voice) - order.indexOf(other.voice));
  return (
    <dl class="app-voices">
      {inOrder.map(({ voice, who, words }) => (
        <div class={`app-voice app-voice--${voice}`}>
          <dt>{voice === 'said' ? `${who ?? 'They'} said` : labels[voice]}</dt>
          <dd>
            {withFacts(
              words,
              facts.filter((fact) => fact.voice === voice),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function withFacts(words: string, facts: readonly FactInVoice[]): ComponentChildren {
  return segmentsOf(words, facts).map(({ text, fact }) =>
    fact ? (
      <mark class="app-fact" id={`fact-${fact.id}`}>
        <span class="govuk-visually-hidden">{fact.kind}: </span>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

export interface EntryProps {
  id?: string | undefined;
  title: ComponentChildren;
  /** When, and who with: "Tuesday 17 November 2026, 2:30pm · Rowan with Wilf". */
  when: ComponentChildren;
  children?: ComponentChildren;
}

/** One thing that happened, as a card on the page. */
export function Entry({ id, title, when, children }: EntryProps) {
  return (
    <article class="app-entry" id={id}>
      <h3>{title}</h3>
      <p class="app-when">{when}</p>
      {children}
    </article>
  );
}
