import { longDate } from '../../../platform/ui/dates.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Entry, When } from '../../../platform/ui/telling.tsx';
import { lateInWords, logKindInWords } from '../in-words.ts';
import type { LogEntry } from '../kept-site.ts';
import { isTalkedOver, type LogThread, promptOf, threadsOf } from '../site-log.ts';
import type { SiteValue } from './site.pages.tsx';

/** How many entries stand open; the earlier ones fold away. */
const OPEN = 8;

/** What was decided, learned and talked over. Nothing is edited; later entries add. */
export function LogTold({ site, today, mayKeep }: SiteValue) {
  const threads = threadsOf(site.log);
  const told = (thread: LogThread) => (
    <ThreadTold key={thread.id} {...{ thread, siteId: site.id, mayKeep }} />
  );
  return (
    <section>
      <h2>Decided, learned, talked over</h2>
      <p>
        {isTalkedOver(site.log, today)
          ? 'Talked over this week. The question was: '
          : 'This week’s question: '}
        <b>{promptOf(today)}</b>
      </p>
      {mayKeep ? (
        <p>
          <a class="govuk-button" href={`/evidence/sites/${site.id}/log`}>
            Write in the log
          </a>
        </p>
      ) : null}
      {threads.length === 0 ? <p>The log is empty.</p> : threads.slice(0, OPEN).map(told)}
      {threads.length > OPEN ? (
        <Details summary={`Earlier entries, ${threads.length - OPEN} of them`}>
          {threads.slice(OPEN).map(told)}
        </Details>
      ) : null}
    </section>
  );
}

function ThreadTold({ thread, siteId, mayKeep }: { thread: LogThread; siteId: string; mayKeep: boolean }) {
  return (
    <Entry
      title={logKindInWords[thread.kind]}
      when={
        <>
          <When on={thread.onDay} /> · {thread.byWhom}
          {lateInWords(thread)}
        </>
      }
    >
      <EntryWords entry={thread} />
      {thread.added.map((entry) => (
        <InsetText key={entry.id}>
          <p class="app-by">
            Added {longDate(entry.onDay)} by {entry.byWhom}
            {lateInWords(entry)}
          </p>
          <EntryWords entry={entry} />
        </InsetText>
      ))}
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${siteId}/log?adds=${thread.id}`}>Add to this</a>
        </p>
      ) : null}
    </Entry>
  );
}

function EntryWords({ entry }: { entry: LogEntry }) {
  return (
    <>
      {entry.prompt ? <p class="app-soft">{entry.prompt}</p> : null}
      <p>{entry.words}</p>
      {entry.evidence ? <p>On what evidence: {entry.evidence}</p> : null}
      {entry.whatChanges ? <p>What changes: {entry.whatChanges}</p> : null}
    </>
  );
}
