import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { type Idea, ideasOf } from './ideas.ts';
import { type Block, kindsInWords, type Layout, type Letter, type NeedAndHow } from './letter.ts';

export interface LetterValue {
  letter: Letter;
  layout: Layout;
  /** The address of this letter. */
  at: string;
  personId: string;
}

const classes: Record<Layout, string> = {
  standard: 'app-copy',
  'large-print': 'app-copy app-copy--large',
  'easy-read': 'app-copy app-copy--easy',
};

/** A letter on a page to print: the same words as the PDF, whose it is and its day at the foot of every page. */
export function LetterPage({ letter, layout, at, personId }: LetterValue, frame: Frame) {
  const { from, to, on, reference, heading, blocks, kind } = letter;
  return (
    <Page title={kindsInWords[kind].title} frame={frame} section="People">
      <Around {...{ at, personId, layout }} />
      <article class={classes[layout]}>
        <div class="app-letter-head">
          <p>
            <b>{from.council}</b>
            <Lines lines={[from.team, from.phone]} />
          </p>
          <p>
            {to.fullName}
            <Lines lines={to.window} />
          </p>
          <p>
            {longDate(on)}
            <br />
            Our reference: {reference}
          </p>
        </div>
        <h1>{heading}</h1>
        {layout === 'easy-read' ? (
          <Ideas ideas={ideasOf(blocks)} />
        ) : (
          blocks.map((block) => <InBlock block={block} />)
        )}
        <p class="app-letter-foot">
          For {to.fullName}, {longDate(on)}, {reference}
        </p>
      </article>
    </Page>
  );
}

/** For whoever prints it; none of this is printed. */
function Around({ at, personId, layout }: Pick<LetterValue, 'at' | 'personId' | 'layout'>) {
  const others: [Layout, string][] = [
    ['standard', 'Standard print'],
    ['large-print', 'Large print'],
    ['easy-read', 'Easy Read layout'],
  ];
  return (
    <nav class="app-letter-around" aria-label="This letter">
      <p>Read it as they will, then print this page or the PDF. It is made from the record as it is today.</p>
      <ul>
        <li>
          <a href={`${at}/letter.pdf?format=${layout}`}>This as a PDF</a>
        </li>
        {others
          .filter(([value]) => value !== layout)
          .map(([value, text]) => (
            <li>
              <a href={`${at}?format=${value}`}>{text}</a>
            </li>
          ))}
        <li>
          <a href={`/people/${personId}/letters`}>All their letters</a>
        </li>
      </ul>
    </nav>
  );
}

function Lines({ lines }: { lines: readonly (string | null)[] }) {
  return (
    <>
      {lines.map((line) =>
        line ? (
          <>
            <br />
            {line}
          </>
        ) : null,
      )}
    </>
  );
}

function InBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.words}</h2>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'said':
      return (
        <>
          <p>{block.lead}</p>
          <blockquote class="app-said">{block.words}</blockquote>
        </>
      );
    case 'needs':
      return <Needs rows={block.rows} />;
    case 'money':
      return <Money block={block} />;
    default:
      return <p class="app-lines">{block.words}</p>;
  }
}

function Needs({ rows }: { rows: readonly NeedAndHow[] }) {
  return (
    <ul class="app-letter-needs">
      {rows.map(({ need, how }) => (
        <li>
          <b>{need}</b>
          {how.map((words) => (
            <p>{words}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Money({ block: { caption, heads, rows } }: { block: Extract<Block, { kind: 'money' }> }) {
  return (
    <Table
      class="app-letter-money"
      caption={caption}
      captionClass="govuk-table__caption--s"
      head={[...heads]}
      rows={rows.map((cells) => [...cells])}
      firstCellIsHeader
    />
  );
}

/** One idea a line, with a place for a picture at its left. */
function Ideas({ ideas }: { ideas: readonly Idea[] }) {
  return (
    <>
      {ideas.map(({ words, isHeading }) =>
        isHeading ? (
          <h2>{words}</h2>
        ) : (
          <div class="app-idea">
            <span class="app-idea-picture" aria-hidden="true" />
            <p class="app-lines">{words}</p>
          </div>
        ),
      )}
    </>
  );
}
