import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Again } from '../http/routes.ts';
import { assetUrl } from './assets.ts';
import { Problems } from './form.tsx';
import type { Frame } from './frame.ts';
import { ErrorPrefix, SkipLink } from './govuk/blocks.tsx';
import { ExitThisPage } from './govuk/exit-this-page.tsx';
import { ServiceNavigation } from './govuk/service-navigation.tsx';

export interface PageProps {
  /** Goes into the tab and the browser's history, so it never holds a person's name: "Today", "A person". */
  title: string;
  frame: Frame;
  /** The navigation's words for where this page belongs, when its address does not say so. */
  section?: string | undefined;
  /** Full-width matter before the main part: `<Identity>` and `<SubNav>`. */
  above?: ComponentChildren;
  /** Side matter; it follows the story on narrow screens. */
  aside?: ComponentChildren;
  /** Set when a form on this page came back for another look. */
  again?: Again | undefined;
  /** The story, with the page's one `<h1>` unless the identity bar carries it. */
  children: ComponentChildren;
}

/** @example renderPage(<Page title="Today" frame={frame}><h1>Today</h1></Page>) */
export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}

export function Page({ title, frame, section, above, aside, again, children }: PageProps) {
  const { said } = frame;
  return (
    <html lang={said.lang} class="govuk-template">
      <Head title={`${again ? `${said.error}: ` : ''}${title} – Alongside`} />
      <body class="govuk-template__body">
        <script nonce={frame.nonce}>{markScript}</script>
        <SkipLink>{said.skip}</SkipLink>
        <Header frame={frame} section={section} />
        {above}
        <div class={aside ? 'app-columns' : 'app-column'}>
          <main id="content">
            {frame.notice && (
              <p class="app-notice" role="status">
                {frame.notice}
              </p>
            )}
            <Problems again={again} said={said} />
            <ErrorPrefix.Provider value={said.error}>{children}</ErrorPrefix.Provider>
          </main>
          {aside && <aside>{aside}</aside>}
        </div>
        <Footer frame={frame} />
        <Scripts nonce={frame.nonce} />
      </body>
    </html>
  );
}

function Head({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#123f34" />
      <title>{title}</title>
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl('govuk.css')} />
      <link rel="stylesheet" href={assetUrl('alongside.css')} />
    </head>
  );
}

function Header({ frame, section }: { frame: Frame; section: string | undefined }) {
  const { said } = frame;
  const items = frame.nav.map(({ href, text: ours, isCurrent }) => {
    const text = said.links[href] ?? ours;
    return { href, text, isActive: section ? text === section : isCurrent };
  });
  const names = { 'aria-label': 'Alongside', serviceName: 'Alongside', navigationLabel: said.main };
  const shape = { serviceUrl: frame.home ?? '/', collapseOnMobile: false, isEndInline: true };
  return (
    <header class="app-top">
      <ServiceNavigation {...names} {...shape} items={items} end={<Account frame={frame} />} />
      {frame.isDemo && <p class="app-demo">{said.demo}</p>}
      {frame.exit && <ExitThisPage said={said} />}
    </header>
  );
}

function Account({ frame: { accountName, teamName, csrf, said } }: { frame: Frame }) {
  if (!accountName) return null;
  return (
    <form class="app-account" method="post" action="/sign-out">
      <input type="hidden" name="csrf" value={csrf} />
      <span>{teamName ? `${accountName}, ${teamName}` : accountName}</span>
      <button type="submit" class="app-link-button">
        {said.signOut}
      </button>
    </form>
  );
}

function Footer({ frame: { footer, councilName, phone, said } }: { frame: Frame }) {
  return (
    <footer class="app-footer">
      <ul>
        {footer.map(({ href, text }) => (
          <li>
            <a href={href}>{said.links[href] ?? text}</a>
          </li>
        ))}
      </ul>
      <p>
        {councilName} {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{said.ring(phone)}</a>}
      </p>
    </footer>
  );
}

// Scripts hold neither `<`, `&` nor double quotes, which rendering would escape.
const markScript =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')";

function Scripts({ nonce }: { nonce: string }) {
  return (
    <>
      <script type="module" nonce={nonce}>
        {`import { initAll } from '${assetUrl('govuk.js')}'; initAll()`}
      </script>
      <script type="module" nonce={nonce} src={assetUrl('alongside.js')} />
    </>
  );
}
