import type { ComponentChildren } from 'preact';
import { longDate } from '../../platform/ui/dates.ts';
import { segmentsOf } from './segments.ts';
import type { SaidBeside, TaggedFact, Voice, VoiceName } from './timeline.ts';

export interface VoicesProps {
  voices: readonly Voice[];
  facts?: readonly TaggedFact[] | undefined;
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

const besideInWords: Record<SaidBeside['what'], string> = {
  beside: 'adds',
  correction: 'says it should read',
  agree: 'agrees',
  disagree: 'does not agree',
  'not-now': 'says not now',
  done: 'says this is done',
};

/** W1: what they say of it themselves, right beside it. */
export function TheirWord({ said, name }: { said: readonly SaidBeside[]; name: string }) {
  if (!said.length) return null;
  return (
    <ul class="app-plain-list app-their-word">
      {said.map(({ what, words, saidOn }) => (
        <li>
          <b>
            {name} {besideInWords[what]}
          </b>{' '}
          {words ? <q>{words}</q> : null} <span class="app-soft">{longDate(saidOn)}</span>
        </li>
      ))}
    </ul>
  );
}

function withFacts(words: string, facts: readonly TaggedFact[]): ComponentChildren {
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
