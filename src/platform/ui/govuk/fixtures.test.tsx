import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import {
  BackLink,
  Details,
  ErrorMessage,
  Hint,
  InsetText,
  Label,
  SkipLink,
  Tag,
  WarningText,
} from './blocks.tsx';
import { Button } from './button.tsx';
import { Checkboxes, type ChoicesProps, Radios } from './choices.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { ExitThisPage } from './exit-this-page.tsx';
import { Fieldset, Legend } from './form-group.tsx';
import { Input, Prefix, Suffix } from './input.tsx';
import { Pagination } from './pagination.tsx';
import { Select } from './select.tsx';
import { ServiceNavigation } from './service-navigation.tsx';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';
import { Textarea } from './textarea.tsx';

/** Nunjucks options are whatever the fixture says. */
// biome-ignore lint/suspicious/noExplicitAny: the fixtures are another project's untyped data
type Options = any;

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const noCard = 'a summary card is a box inside a box; a heading above the list says the same';
const ownMenu = 'there is one navigation on a page, with one id, and the class of its wrapper is enough';

/** Examples left out on purpose, each with the reason. */
const leftOut: Record<string, Record<string, string>> = {
  'summary-list': {
    'as a summary card with a text header': noCard,
    'as a summary card with a html header': noCard,
    'as a summary card with actions': noCard,
    'as a summary card with actions plus summary list actions': noCard,
    'as a summary card extreme': noCard,
    'summary card with custom classes': noCard,
    'summary card with custom attributes': noCard,
    'summary card with only 1 action': noCard,
    'as a summary card with a custom header level': noCard,
  },
  'service-navigation': {
    'with custom navigation toggle label':
      'the label of the menu button is its text, so that voice users can say it',
    'with custom navigation classes': ownMenu,
    'with custom navigation ID': ownMenu,
    'with slotted content': 'content before and among the links would push them about; only the end is open',
  },
};

const adapters: Record<string, (options: Options) => VNode> = {
  'back-link': (o) => (
    <BackLink {...extra(o)} href={o.href || undefined}>
      {words(o) || undefined}
    </BackLink>
  ),
  button: (o) => (
    <Button
      {...extra(o)}
      id={o.id}
      href={o.href}
      type={o.type}
      name={o.name}
      value={o.value}
      disabled={o.disabled}
      isStart={o.isStartButton}
      preventDoubleClick={o.preventDoubleClick}
    >
      {words(o)}
    </Button>
  ),
  checkboxes: (o) => <Checkboxes {...choices(o)} values={o.values?.map(String)} />,
  details: (o) => (
    <Details
      {...extra(o)}
      id={o.id}
      open={o.open}
      summary={words({ text: o.summaryText, html: o.summaryHtml })}
    >
      {words(o)}
    </Details>
  ),
  'error-message': (o) => errorMessage(o),
  'error-summary': (o) => (
    <ErrorSummary
      {...extra(o)}
      title={words({ text: o.titleText ?? '', html: o.titleHtml })}
      errors={o.errorList?.map((item: Options) => ({
        text: words(item),
        href: item.href,
        attributes: item.attributes,
      }))}
      disableAutoFocus={o.disableAutoFocus}
    >
      {words({ text: o.descriptionText, html: o.descriptionHtml })}
    </ErrorSummary>
  ),
  'exit-this-page': (o) => (
    <ExitThisPage {...extra(o)} {...i18n(o)} id={o.id} href={o.redirectUrl || undefined}>
      {words(o) || undefined}
    </ExitThisPage>
  ),
  fieldset: (o) => (
    <Fieldset {...extra(o)} role={o.role} aria-describedby={o.describedBy} legend={legend(o.legend)}>
      {words(o)}
    </Fieldset>
  ),
  hint: (o) => hint(o),
  input: (o) => (
    <Input
      {...field(o)}
      type={o.type}
      value={o.value}
      spellcheck={o.spellcheck}
      disabled={o.disabled}
      autocomplete={o.autocomplete}
      autocapitalize={o.autocapitalize}
      pattern={o.pattern}
      inputmode={o.inputmode}
      prefix={o.prefix && <Prefix {...extra(o.prefix)}>{words(o.prefix)}</Prefix>}
      suffix={o.suffix && <Suffix {...extra(o.suffix)}>{words(o.suffix)}</Suffix>}
      wrapper={o.inputWrapper && extra(o.inputWrapper)}
    />
  ),
  'inset-text': (o) => (
    <InsetText {...extra(o)} id={o.id}>
      {words(o)}
    </InsetText>
  ),
  label: (o) => label(o, { for: o.for }),
  pagination: (o) => (
    <Pagination
      {...extra(o)}
      label={o.landmarkLabel}
      previous={o.previous && step(o.previous)}
      next={o.next && step(o.next)}
      items={o.items
        ?.filter((item: Options) => item && Object.keys(item).length)
        .map((item: Options) =>
          item.ellipsis
            ? 'ellipsis'
            : {
                number: item.number,
                href: item.href,
                isCurrent: item.current,
                hiddenText: item.visuallyHiddenText,
                attributes: item.attributes,
              },
        )}
    />
  ),
  radios: (o) => <Radios {...choices(o)} value={o.value} />,
  select: (o) => (
    <Select
      {...field(o)}
      disabled={o.disabled}
      value={o.value === undefined ? undefined : String(o.value)}
      items={
        o.items?.map(
          (item: Options) =>
            item && {
              text: item.text,
              value: item.value === undefined ? undefined : String(item.value),
              isSelected: item.selected,
              isDisabled: item.disabled,
              attributes: item.attributes,
            },
        ) ?? []
      }
    />
  ),
  'service-navigation': (o) => (
    <ServiceNavigation
      {...extra(o)}
      {...(o.ariaLabel ? { 'aria-label': o.ariaLabel } : {})}
      serviceName={o.serviceName}
      serviceUrl={o.serviceUrl}
      collapseOnMobile={o.collapseNavigationOnMobile}
      menuText={o.menuButtonText}
      navigationLabel={o.navigationLabel}
      end={o.slots?.end && words({ html: o.slots.end.html ?? o.slots.end })}
      isEndInline={o.slots?.end?.align === 'inline'}
      items={o.navigation?.filter(Boolean).map((item: Options) => ({
        text: words(item),
        href: item.href,
        isCurrent: item.current,
        isActive: item.active || item.current,
        attributes: item.attributes,
      }))}
    />
  ),
  'skip-link': (o) => (
    <SkipLink {...extra(o)} href={o.href || undefined}>
      {words(o)}
    </SkipLink>
  ),
  'summary-list': (o) => (
    <SummaryList
      {...extra(o)}
      rows={
        o.rows?.filter(Boolean).map((row: Options) => ({
          key: words(row.key ?? {}),
          value: words(row.value ?? {}),
          class: row.classes,
          keyClass: row.key?.classes,
          valueClass: row.value?.classes,
          actionsClass: row.actions?.classes,
          actions: row.actions?.items?.map((action: Options) => ({
            href: action.href,
            text: words(action),
            hiddenText: action.visuallyHiddenText,
            class: action.classes,
            attributes: action.attributes,
          })),
        })) ?? []
      }
    />
  ),
  table: (o) => (
    <Table
      {...extra(o)}
      caption={o.caption}
      captionClass={o.captionClasses}
      head={o.head?.map(cell)}
      rows={o.rows?.filter(Boolean).map((row: Options) => row.map(cell)) ?? []}
      firstCellIsHeader={o.firstCellIsHeader}
    />
  ),
  tag: (o) => <Tag {...extra(o)}>{words(o)}</Tag>,
  textarea: (o) => (
    <Textarea
      {...field(o)}
      value={o.value}
      rows={o.rows || undefined}
      spellcheck={o.spellcheck}
      disabled={o.disabled}
      autocomplete={o.autocomplete}
    />
  ),
  'warning-text': (o) => (
    <WarningText {...extra(o)} hiddenPrefix={o.iconFallbackText || undefined}>
      {words(o)}
    </WarningText>
  ),
};

for (const [component, adapter] of Object.entries(adapters)) {
  describe(component, () => {
    const fixtures = fixturesOf(component);
    const reasons = leftOut[component] ?? {};

    it(`renders each of GOV.UK's ${fixtures.length - Object.keys(reasons).length} examples as GOV.UK does`, () => {
      for (const fixture of fixtures.filter(({ name }) => !reasons[name])) {
        assert.deepEqual(rendered(adapter, fixture), canonicalHtml(fixture.html), fixture.name);
      }
    });

    it('is told apart from the same markup with one letter of one class changed', () => {
      for (const fixture of fixtures.filter(({ name }) => !reasons[name])) {
        const changed = fixture.html.replace(
          /class="govuk-(.)/,
          (_, letter) => `class="govuk-${letter === 'x' ? 'y' : 'x'}`,
        );
        if (changed !== fixture.html) assert.notDeepEqual(rendered(adapter, fixture), canonicalHtml(changed));
      }
    });

    it('leaves out only examples that GOV.UK has and that come out differently here', () => {
      for (const name of Object.keys(reasons)) {
        const fixture = fixtures.find((one) => one.name === name);
        assert.ok(fixture, name);
        assert.notDeepEqual(rendered(adapter, fixture), canonicalHtml(fixture.html), name);
      }
    });
  });
}

function fixturesOf(component: string): Fixture[] {
  const file = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return JSON.parse(readFileSync(new URL(file), 'utf8')).fixtures;
}

function rendered(adapter: (options: Options) => VNode, fixture: Fixture): string[] {
  rawPieces.length = 0;
  const html = render(adapter(fixture.options));
  return canonicalHtml(html.replace(/\[\[raw (\d+)\]\]/g, (_, index) => rawPieces[Number(index)] ?? ''));
}

const rawPieces: string[] = [];

/** Stands for ready-made HTML, which production code has no way to put in: swapped in after rendering. */
function Raw({ html }: { html: string }) {
  return <>{`[[raw ${rawPieces.push(html) - 1}]]`}</>;
}

function words({ text, html }: Options) {
  return html ? <Raw html={String(html)} /> : text;
}

function extra({ classes, attributes }: Options): Options {
  const written = Object.entries(attributes ?? {}).map(([name, value]) => [name, String(value)]);
  return { class: classes, ...Object.fromEntries(written) };
}

function label(o: Options, more: object) {
  return (
    <Label {...extra(o)} {...more} isPageHeading={o.isPageHeading}>
      {words(o)}
    </Label>
  );
}

function hint(o: Options) {
  return (
    <Hint {...extra(o)} id={o.id}>
      {words(o)}
    </Hint>
  );
}

function errorMessage(o: Options) {
  return (
    <ErrorMessage id={o.id} {...extra(o)} hiddenPrefix={o.visuallyHiddenText}>
      {words(o)}
    </ErrorMessage>
  );
}

function legend(o: Options) {
  return (
    words(o ?? {}) && (
      <Legend class={o.classes} isPageHeading={o.isPageHeading}>
        {words(o)}
      </Legend>
    )
  );
}

function asking(o: Options) {
  return {
    hint: o.hint && hint(o.hint),
    error: o.errorMessage && errorMessage(o.errorMessage),
    groupClass: o.formGroup?.classes,
    describedBy: o.fieldset?.describedBy ?? o.describedBy,
  };
}

function field(o: Options): Options {
  return {
    ...extra(o),
    ...asking(o),
    id: o.id,
    name: o.name,
    label: words(o.label ?? {}) && label(o.label, {}),
  };
}

function group(o: Options) {
  return { ...asking(o), legend: legend(o.fieldset?.legend), fieldset: o.fieldset && extra(o.fieldset) };
}

function choices(o: Options): ChoicesProps {
  const items = o.items?.map((item: Options) => {
    if (!item || item.divider) return item;
    return {
      value: item.value === undefined ? '' : String(item.value),
      label: label({ ...item.label, text: item.text, html: item.html }, {}),
      hint: item.hint && words(item.hint) && hint(item.hint),
      id: item.id,
      name: item.name,
      isChecked: item.checked,
      isDisabled: item.disabled,
      conditional: item.conditional?.html && words(item.conditional),
      isExclusive: item.behaviour === 'exclusive',
      attributes: item.attributes,
    };
  });
  return { ...extra(o), ...group(o), id: o.idPrefix, name: o.name, items: items ?? [] };
}

function step(o: Options) {
  return { href: o.href, text: words(o), label: o.labelText, attributes: o.attributes };
}

function cell(o: Options) {
  return { ...extra(o), content: words(o), format: o.format, colspan: o.colspan, rowspan: o.rowspan };
}

function i18n(o: Options) {
  const texts = {
    activated: o.activatedText,
    'timed-out': o.timedOutText,
    'press-two-more-times': o.pressTwoMoreTimesText,
    'press-one-more-time': o.pressOneMoreTimeText,
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`data-i18n.${name}`, text]));
}

/**
 * HTML reduced to what matters when two renderings are compared: tags, attributes in alphabetical order and
 * words; white space between them aside. Enough for component markup, which has no comments and no scripts.
 */
function canonicalHtml(html: string): string[] {
  return tokens(html).filter((piece) => piece !== '');
}

const tokenPattern = /<\/?[a-zA-Z][^\s/>]*(?:\s+[^\s=>/]+(?:="[^"]*")?)*\s*\/?>|[^<]+/g;

function tokens(html: string): string[] {
  const found = html.match(tokenPattern) ?? [];
  if (found.join('') !== html) throw new Error(`not understood: ${leftOver(html, found)}`);
  return found.map((piece) => (piece.startsWith('<') ? canonicalTag(piece) : plainText(piece)));
}

function leftOver(html: string, found: string[]): string {
  return found.reduce((rest, piece) => rest.replace(piece, ''), html);
}

function canonicalTag(tag: string): string {
  const name = /^<\/?[^\s/>]+/.exec(tag)?.[0] ?? '';
  const attributes = [...tag.slice(name.length).matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)];
  const written = attributes.map(([, key = '', value]) => `${key}=${plainText(value ?? '')}`).sort();
  // A path without children is the same element however it is closed.
  return name === '</path' ? '' : [name, ...written].join(' ');
}

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', ctdot: '⋯', '#39': "'" };

function plainText(text: string): string {
  const decoded = text.replace(/&(#?\w+);/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`unknown entity ${whole}`);
    return character;
  });
  return decoded.replace(/\s+/g, ' ').trim();
}
