import type { Again } from '../../../platform/http/routes.ts';
import { asked, cameBack, Form, Problems } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import type { ImportLine } from '../import-lines.store.ts';
import { ImportTold } from '../import-told.tsx';
import { DirectoryTold, howOftenInWords } from './directory-told.tsx';
import type { FeedLine } from './feeds.store.ts';

export interface DirectoryValue {
  feed: FeedLine;
  imports: ImportLine[];
}

/** One directory we read from: how it stands, what may be done, and how each reading of it went. */
export function DirectoryPage({ feed, imports }: DirectoryValue, frame: Frame, again?: Again) {
  return (
    <Page title="A directory we read" frame={frame} section="Community">
      <BackLink href="/community/feeds">Keeping the directory right</BackLink>
      <Problems again={again} said={frame.said} />
      <h1>{feed.name}</h1>
      <p>
        {feed.listed.toLocaleString('en-GB')} of its listings are shown.
        {feed.wholeReadAt ? (
          <>
            {' '}
            Last read whole <When at={feed.wholeReadAt} />.
          </>
        ) : null}
        {feed.heedsChanges === false
          ? ' It sends everything each time, even when asked only for what changed.'
          : null}
      </p>
      <DirectoryTold feed={feed} />
      {feed.url === null ? null : <WhatMayBeDone feed={feed} frame={frame} />}
      <h2>What we know of it</h2>
      <Form action={`/community/directories/${feed.feedId}`} frame={frame} version={feed.version}>
        <DirectoryFields again={cameBack(again, 'url')} feed={feed} />
        <Button class="govuk-button--secondary">Save</Button>
      </Form>
      <h2>How its readings went</h2>
      {imports.length === 0 ? <p>It has not been read to its end yet.</p> : null}
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

function WhatMayBeDone({ feed, frame }: { feed: FeedLine; frame: Frame }) {
  const action = `/community/directories/${feed.feedId}`;
  const isWaiting = feed.reading?.stoppedBecause;
  return (
    <>
      <Form action={`${action}/read`} frame={frame}>
        <Button>{isWaiting ? 'Go on with it now' : 'Read it now'}</Button>
      </Form>
      {feed.reading ? (
        <Form action={`${action}/read`} frame={frame}>
          <input type="hidden" name="isAfresh" value="yes" />
          <Button class="govuk-button--secondary">Begin again from the start</Button>
        </Form>
      ) : null}
      <Form action={`${action}/pause`} frame={frame}>
        <input type="hidden" name="pause" value={feed.isPaused ? 'no' : 'yes'} />
        <Button class="govuk-button--secondary">{feed.isPaused ? 'Let it go on' : 'Pause it'}</Button>
      </Form>
    </>
  );
}

/** What an editor says of a directory, to add one or to change it. */
export function DirectoryFields({ again, feed }: { again: Again | undefined; feed?: FeedLine }) {
  return (
    <>
      <Input
        {...asked(again, 'name', feed?.name ?? '')}
        label="What to call it"
        class="govuk-input--width-20"
      />
      <Input
        {...asked(again, 'url', feed?.url ?? '')}
        label="Web address"
        hint="Where its publisher serves its list, such as https://directory.example.org/services"
        type="url"
        spellcheck={false}
      />
      <Select
        {...asked(again, 'howOften', feed?.howOften ?? 'week')}
        label="How often to read it"
        items={Object.entries(howOftenInWords).map(([value, text]) => ({ value, text }))}
      />
      <Input
        {...asked(again, 'licence', feed?.licence ?? '')}
        label="Its licence"
        hint="How its words may be used again, if its publisher says. Leave empty if not."
      />
    </>
  );
}
