import { assetUrl } from '../../platform/ui/assets.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Card } from '../finder/card-view.tsx';
import type { FinderValue } from '../finder/searching/finder.pages.tsx';
import { addressOf, countInWords } from '../finder/searching/search-view.tsx';

/** The search for another site's page: no header, no footer, no script. What is opened opens in a page of its own. */
export function EmbedPage(value: FinderValue, frame: Frame) {
  const { asked, near, found, today, base } = value;
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Something nearby – Alongside</title>
        <base target="_blank" />
        <link rel="stylesheet" href={assetUrl('govuk.css')} />
        <link rel="stylesheet" href={assetUrl('alongside.css')} />
      </head>
      <body class="govuk-template__body app-embed">
        <main id="content">
          <h1>Something nearby</h1>
          <form
            class="app-search"
            method="get"
            action={`${base}/embed`}
            target="_self"
            aria-label="Find something nearby"
          >
            <Input
              name="q"
              label="What would be good?"
              hint="In ordinary words: somewhere to sing"
              value={asked.q ?? ''}
            />
            <Input name="near" label="Near" hint="A postcode, half of one, or a town" value={near} />
            <Button>Look</Button>
          </form>
          <p role="status">{countInWords(value)}</p>
          <ul class="app-found">
            {found.map((card) => (
              <li key={card.listingId}>
                <Card card={card} today={today} href={`${base}/${card.listingId}`} />
              </li>
            ))}
          </ul>
          <p>
            <a href={addressOf(value, { page: asked.page })}>More, and more ways to look</a>, from{' '}
            {frame.councilName}
          </p>
        </main>
      </body>
    </html>
  );
}

/** For whoever looks after a website: the one line to paste. */
export function ForYourSitePage({ base, councilName }: { base: string; councilName: string }, frame: Frame) {
  const address = `${frame.origin ?? ''}${base}/embed`;
  const line = `<iframe src="${address}" title="Find something nearby" width="100%" height="900" loading="lazy"></iframe>`;
  return (
    <Page title="On your own site" frame={frame} section="Community">
      <h1>Show this search on your own site</h1>
      <p>
        Whatever {councilName} knows to be on nearby can be looked for on your pages too. Paste this one line
        where it should stand:
      </p>
      <pre class="app-kept">
        <code>{line}</code>
      </pre>
      <p>
        It needs no account and no key, runs no script, sets no cookie and follows nobody. To begin with a
        search, add words or a place to the address, such as <code>{`${address}?near=ZZ1`}</code>
      </p>
      <p>
        <a href={`${base}/embed`}>See it on its own</a> · <a href={base}>Back to the search</a>
      </p>
    </Page>
  );
}
