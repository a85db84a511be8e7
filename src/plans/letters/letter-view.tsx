import { longDate } from '../../platform/ui/dates.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { type Idea, ideasOf } from './ideas.ts';
import type { Block, Layout, Letter, NeedAndHow } from './letter.ts';

const classes: Record<Layout, string> = {
  standard: 'app-copy',
  'large-print': 'app-copy app-copy--large',
  'easy-read': 'app-copy app-copy--easy',
};

/** The letter itself, as it is printed. Its heading is the page's own, unless the page has one already. */
export function LetterSheet({
  letter,
  layout,
  level = 1,
}: {
  letter: Letter;
  layout: Layout;
  level?: 1 | 2;
}) {
  const { from, to, on, reference, heading, blocks } = letter;
  return (
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
      {level === 1 ? <h1>{heading}</h1> : <h2>{heading}</h2>}
      {layout === 'easy-read' ? (
        <Ideas ideas={ideasOf(blocks)} />
      ) : (
        blocks.map((block) => <InBlock block={block} />)
      )}
      <p class="app-letter-foot">
        For {to.fullName}, {longDate(on)}, {reference}
      </p>
    </article>
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
      // On a narrow screen it is moved sideways, by the keyboard too.
      tabIndex={0}
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
