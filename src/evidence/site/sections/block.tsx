import type { ComponentChildren } from 'preact';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { UnderFigures } from '../../drill/under-figures.tsx';
import type { EvidenceValue } from '../evidence-value.ts';
import { againstInWords } from '../sentences.ts';
import type { Block } from '../voices/voices.ts';

export interface FigureBlockProps {
  value: EvidenceValue;
  id: Block;
  title: string;
  /** What stands against these figures; who came back, where nothing nearer does. */
  against?: ComponentChildren;
  /** What is said in full for whoever asks; the people behind the figures and the rules follow it. */
  more?: ComponentChildren;
  /** The charts take a whole row, so what stands beside them has the next. */
  isWide?: boolean;
  children: ComponentChildren;
}

/** Figures under their heading, never alone: what stands against them, and somebody's words, in the same block (E8). */
export function FigureBlock({ value, id, title, against, more, isWide, children }: FigureBlockProps) {
  const beside = (
    <>
      <p class="app-against">
        <b>What stands against it:</b> {against ?? `${againstInWords(value.site, value.evidence)}.`}
      </p>
      <Beside value={value} id={id} />
    </>
  );
  return (
    <section class="app-figures" id={id}>
      <h2>{title}</h2>
      <div class="app-beside-each-other">
        {children}
        {isWide ? beside : <div>{beside}</div>}
        <Details summary={inFull[id]}>
          {more}
          <UnderFigures looked={value.looked} id={id} maySeeNames={value.maySeeNames} />
        </Details>
      </div>
    </section>
  );
}

const inFull: Record<Block, string> = {
  supported:
    'Who is counted, episodes as national figures count them, the years before, and the people behind',
  spoken: 'In sentences, and the people behind',
  reached: 'In sentences, and the people behind',
  returned: 'While the tap was off, what our rules refused, and the people behind',
};

function Beside({ value: { voices, site, mayKeepWords }, id }: Pick<FigureBlockProps, 'value' | 'id'>) {
  const voice = voices[id];
  if (voice)
    return (
      <InsetText class="app-story">
        “{voice.words}” <span class="app-by">{voice.byWhom}</span>
      </InsetText>
    );
  return (
    <p class="app-story app-soft">
      Nobody’s words are kept to stand here yet.
      {mayKeepWords ? (
        <>
          {' '}
          <a href={`/evidence/sites/${site.id}/showing`}>Keep what somebody said</a>, or{' '}
          <a href={`/evidence/sites/${site.id}/stories`}>put a story here</a>
        </>
      ) : null}
    </p>
  );
}
