import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { When } from '../../platform/ui/telling.tsx';
import type { ImportLine } from './import-lines.store.ts';

/** How one reading of a directory went, in a few lines. */
export function ImportTold({ line }: { line: ImportLine }) {
  return (
    <>
      <b>{line.feedName}</b>{' '}
      <span class="app-by">
        <When at={line.finishedAt} />, from {sourceInWords(line.source)}
      </span>
      <p>
        {line.isChangesOnly ? 'Asked only for what changed. ' : ''}
        {line.accepted} accepted, {line.mended} mended, {line.refused} refused. {line.newListings} new,{' '}
        {line.rested} rested.
      </p>
      {line.because ? (
        <InsetText>
          {line.because} {line.wasKept ? 'What was read was kept.' : 'Nothing was changed.'}
        </InsetText>
      ) : null}
      {line.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {line.hasRecords ? (
        <p>
          <a href={`/community/feeds/${line.importId}`}>
            Every record<span class="govuk-visually-hidden"> of {line.feedName}</span>, with what was found in
            it
          </a>
        </p>
      ) : null}
    </>
  );
}

/** A web address whole; of a file only its name, for the rest tells of the server. */
const sourceInWords = (source: string): string =>
  /^https?:/i.test(source) ? source : (source.split(/[/\\]/).at(-1) ?? source);
