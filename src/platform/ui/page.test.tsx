import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { transformSync } from 'esbuild';
import { render } from 'preact-render-to-string';
import { houseEnglish } from '../../access/said/house-english.ts';
import { assets } from './assets.ts';
import type { Frame } from './frame.ts';
import { Page, renderPage } from './page.tsx';
import { Paged, When } from './telling.tsx';

const frame: Frame = {
  said: houseEnglish,
  councilName: 'Saltbeck Council',
  accountName: 'Rowan',
  teamName: 'Harbour team',
  nav: [
    { href: '/today', text: 'Today', isCurrent: true },
    { href: '/people', text: 'People', isCurrent: false },
  ],
  footer: [{ href: '/about/access', text: 'Accessibility' }],
  csrf: 'token',
  submissionId: () => 'submission',
  nonce: 'once',
};

const personPage = (more: Partial<Frame> = {}) =>
  renderPage(
    <Page
      title="A person"
      section="People"
      frame={{ ...frame, ...more }}
      above={<h1>Wilfred Acheson</h1>}
      aside={<p>beside</p>}
    >
      <h2>What we talked about</h2>
    </Page>,
  );

const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

describe('every page', () => {
  it('is a whole document in British English with one heading of the first level and its landmarks', () => {
    const html = personPage();
    assert.match(html, /^<!doctype html><html lang="en-GB"/);
    for (const one of [/<h1/g, /<main /g, /<header/g, /<footer/g, /<aside/g])
      assert.equal(count(html, one), 1, String(one));
  });

  it('says whom to ring when the web is not for somebody, where the page is open to all', () => {
    assert.match(
      personPage({ phone: '01632 960 000' }),
      /<footer.*<a href="tel:01632960000">Rather talk\? Ring 01632 960 000<\/a>/s,
    );
    assert.doesNotMatch(personPage(), /href="tel:/);
  });

  it('lets a keyboard skip to a part of the page that is there', () => {
    assert.match(personPage(), /<a href="#content" class="govuk-skip-link".*id="content"/s);
  });

  it('keeps a person’s name out of the tab and the browser’s history', () => {
    assert.match(personPage(), /<title>A person – Alongside<\/title>/);
  });

  it('runs no script without this answer’s nonce, and no style outside the style sheets', () => {
    const html = personPage();
    assert.equal(count(html, /<script/g), 3);
    assert.equal(count(html, /<script[^>]*nonce="once"/g), 3);
    assert.equal(count(html, / style="/g), 0);
    for (const [, script = ''] of html.matchAll(/<script[^>]*>([^<]*)</g))
      assert.doesNotMatch(script, /&\w+;/);
  });

  it('marks the part of the service it belongs to, and only that', () => {
    assert.equal(count(personPage(), /govuk-service-navigation__item--active/g), 1);
    assert.match(personPage(), /href="\/people" aria-current="true"/);
  });

  it('carries no crown, no GOV.UK logo and no face of theirs', () => {
    assert.doesNotMatch(personPage(), /crown|govuk-header|GDS Transport|logotype/i);
  });

  it('says that a demonstration is one, and says nothing otherwise', () => {
    assert.match(personPage({ isDemo: true }), /everyone here is invented/);
    assert.doesNotMatch(personPage(), /everyone here is invented/);
  });

  it('offers a way out of the page when it is asked for', () => {
    assert.match(personPage({ exit: true }), /govuk-exit-this-page__button/);
    assert.doesNotMatch(personPage(), /govuk-exit-this-page/);
  });

  it('signs out by a form that says whose session it is from', () => {
    assert.match(
      personPage(),
      /<form class="app-account" method="post" action="\/sign-out"><input[^>]*value="token"/,
    );
    const { accountName: _, ...nobody } = frame;
    assert.doesNotMatch(
      renderPage(
        <Page title="Sign in" frame={nobody}>
          x
        </Page>,
      ),
      /sign-out/,
    );
  });

  it('tells once, politely, what was done', () => {
    assert.match(personPage({ notice: 'Saved <b>' }), /role="status">Saved &lt;b></);
  });
});

it('times are written so that machines can read them too', () => {
  assert.equal(
    render(<When on="2026-11-17" />),
    '<time datetime="2026-11-17">Tuesday 17 November 2026</time>',
  );
});

it('a long list says where it is and goes on, and a short one says nothing', () => {
  const href = (page: number) => `/people?page=${page}`;
  const html = render(
    <Paged page={4} pages={9} href={href}>
      list
    </Paged>,
  );
  const numbers = [...html.matchAll(/aria-label="Page (\d+)"/g)].map(([, number]) => number);
  assert.deepEqual(numbers, ['1', '3', '4', '5', '9']);
  assert.equal(count(html, /--ellipsis/g), 2);
  assert.equal(
    render(
      <Paged page={1} pages={1} href={href}>
        list
      </Paged>,
    ),
    'list',
  );
  assert.doesNotMatch(
    render(
      <Paged page={1} pages={2} href={href}>
        list
      </Paged>,
    ),
    /rel="prev"|--ellipsis/,
  );
});

describe('what a page loads', () => {
  const file = (pattern: RegExp) => assets.filter(({ url }) => pattern.test(url));
  const bytes = (pattern: RegExp) =>
    file(pattern).reduce((sum, { path }) => sum + readFileSync(path).length, 0);

  it('has every typeface the style sheet asks for, among them Welsh letters', () => {
    const css = readFileSync(file(/alongside-.*css/)[0]?.path ?? '', 'utf8');
    const asked = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, url]) => url);
    assert.equal(asked.length, 4);
    for (const url of asked)
      assert.ok(
        assets.some((asset) => asset.url === url),
        url,
      );
  });

  it('keeps scripts to 60 kB, and ours, as the build makes it, to 5 kB', () => {
    assert.ok(bytes(/\.js$/) <= 60_000);
    const ours = readFileSync(file(/alongside-.*\.js$/)[0]?.path ?? '', 'utf8');
    const built = transformSync(ours, { minify: true }).code.length;
    assert.ok(built <= 5_000, `${built} bytes`);
  });

  it('changes address with its content', () => {
    for (const { url, type } of file(/\.(css|js|svg)$/)) {
      assert.match(url, /^\/assets\/[a-z]+-[0-9a-f]{10}\.(css|js|svg)$/);
      assert.notEqual(type, '');
    }
  });
});
