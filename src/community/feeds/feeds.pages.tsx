import type { Again } from '../../platform/http/routes.ts';
import { Form, Problems } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Paged, When } from '../../platform/ui/telling.tsx';
import type { Wrong } from '../learnt.store.ts';
import type { RecordsAsked } from './feeds.forms.ts';
import type { ImportLine, RecordLine } from './import-lines.store.ts';
import { ImportTold } from './import-told.tsx';
import { DirectoryFields } from './upkeep/directory.pages.tsx';
import { DirectoryTold } from './upkeep/directory-told.tsx';
import type { FeedLine } from './upkeep/feeds.store.ts';

export interface FeedsValue {
  feeds: FeedLine[];
  imports: ImportLine[];
  concerns: Wrong[];
}

const GivenAway = () => (
  <p>
    <a href="/community/open-data">What is given away as open data, and what is not</a>
  </p>
);

/** Keeping the directory right: what people say is wrong, what is not there, and how each feed was read. */
export function FeedsPage({ feeds, imports, concerns }: FeedsValue, frame: Frame, again?: Again) {
  return (
    <Page title="Keeping the directory right" frame={frame} section="Community">
      <Problems again={again} said={frame.said} />
      <h1>Keeping the directory right</h1>
      <p>
        <a href="/community/duplicates">Listings that may be the same</a> ·{' '}
        <a href="/community/gaps">Asked for and not there</a>
      </p>
      <h2>Told to be wrong</h2>
      {concerns.length === 0 ? <p>Nobody has told us that anything is wrong.</p> : null}
      <ul class="app-plain-list">
        {concerns.map((wrong) => (
          <li key={`${wrong.listingId}${wrong.toldAt.toISOString()}`}>
            <a href={`/community/${wrong.listingId}`}>{wrong.name}</a>: {wrong.words}{' '}
            <span class="app-by">
              <When at={wrong.toldAt} />
            </span>
          </li>
        ))}
      </ul>
      <h2>Directories we read from</h2>
      <GivenAway />
      {feeds.length === 0 ? <p>None yet.</p> : null}
      <ul class="app-plain-list">
        {feeds.map((feed) => (
          <li key={feed.feedId}>
            <a href={`/community/directories/${feed.feedId}`}>{feed.name}</a>,{' '}
            {feed.listed.toLocaleString('en-GB')} shown
            <DirectoryTold feed={feed} />
          </li>
        ))}
      </ul>
      <h2>Add a directory</h2>
      <p>It is read for the first time within a minute, then as often as you choose.</p>
      <Form action="/community/feeds" frame={frame}>
        <DirectoryFields again={again} />
        <Button>Add it</Button>
      </Form>
      <h2>How readings went</h2>
      {imports.length === 0 ? <p>Nothing has been read yet.</p> : null}
      <ul class="app-plain-list">
        {imports.map((line) => (
          <li key={line.importId}>
            <ImportTold line={line} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

export interface RecordsValue extends RecordsAsked {
  line: ImportLine;
  records: RecordLine[];
  pages: number;
}

const outcomes = { refused: 'Refused', mended: 'Mended', accepted: 'Accepted' } as const;

/** Every record of one reading, by how it ended, with each thing found in it and what we did. */
export function RecordsPage({ line, records, outcome, page, pages }: RecordsValue, frame: Frame) {
  const href = (to: { outcome?: string; page?: number }) =>
    `/community/feeds/${line.importId}?outcome=${to.outcome ?? outcome}&page=${to.page ?? 1}`;
  return (
    <Page title="What was found in a feed" frame={frame} section="Community">
      <BackLink href="/community/feeds">All feeds</BackLink>
      <h1>{line.feedName}: what was found</h1>
      <ul class="app-plain-list">
        {(Object.keys(outcomes) as (keyof typeof outcomes)[]).map((one) => (
          <li key={one}>
            <a href={href({ outcome: one })} aria-current={one === outcome ? 'page' : undefined}>
              {outcomes[one]}: {line[one]}
            </a>
          </li>
        ))}
      </ul>
      <h2>{outcomes[outcome]}</h2>
      {records.length === 0 ? <p>None.</p> : null}
      <Paged page={page} pages={pages} href={(to) => href({ page: to })}>
        <ul class="app-plain-list">
          {records.map((record) => (
            <li key={record.position}>
              <RecordTold record={record} />
            </li>
          ))}
        </ul>
      </Paged>
    </Page>
  );
}

function RecordTold({ record: { position, name, sourceId, listingId, reasons } }: { record: RecordLine }) {
  const called = name?.trim() || 'No name';
  return (
    <>
      <b>{listingId ? <a href={`/community/${listingId}`}>{called}</a> : called}</b>{' '}
      <span class="app-soft">
        record {position}, {sourceId ? `id ${sourceId}` : 'no id'}
      </span>
      <ul>
        {reasons.map(({ field, problem, whatWeDid }) => (
          <li key={`${field}${problem}${whatWeDid}`}>
            {field}: {problem}. {whatWeDid}
          </li>
        ))}
      </ul>
    </>
  );
}
