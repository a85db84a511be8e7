import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, type Native } from './parts.tsx';

export interface PageStep {
  href: string;
  text?: ComponentChildren;
  /** A second line naming the page, when there are no numbers. */
  label?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PageNumber {
  number: number | string;
  href: string;
  isCurrent?: boolean | undefined;
  hiddenText?: string | undefined;
  attributes?: Attributes | undefined;
}

export type PaginationProps = Native<'nav', 'label'> & {
  previous?: PageStep | undefined;
  next?: PageStep | undefined;
  items?: (PageNumber | 'ellipsis')[] | undefined;
  label?: string | undefined;
};

export function Pagination({ previous, next, items, label = 'Pagination', ...rest }: PaginationProps) {
  const isBlock = !items && Boolean(next || previous);
  const block = isBlock && 'govuk-pagination--block';
  return (
    <nav {...rest} class={classNames('govuk-pagination', block, rest.class)} aria-label={label}>
      {previous && <Step step={previous} rel="prev" isBlock={isBlock} />}
      {items && <ul class="govuk-pagination__list">{items.map(Item)}</ul>}
      {next && <Step step={next} rel="next" isBlock={isBlock} />}
    </nav>
  );
}

function Item(item: PageNumber | 'ellipsis') {
  if (item === 'ellipsis') return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  const { number, href, isCurrent, hiddenText = `Page ${number}`, attributes } = item;
  const here = isCurrent ? ({ 'aria-current': 'page' } as const) : {};
  const link = { class: 'govuk-link govuk-pagination__link', href, 'aria-label': hiddenText, ...here };
  return (
    <li class={classNames('govuk-pagination__item', isCurrent && 'govuk-pagination__item--current')}>
      <a {...link} {...attributes}>
        {number}
      </a>
    </li>
  );
}

const title = 'govuk-pagination__link-title';

function Step({ step, rel, isBlock }: { step: PageStep; rel: 'prev' | 'next'; isBlock: boolean }) {
  const { href, text = defaultText[rel], label, attributes } = step;
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={rel} {...attributes}>
        {(isBlock || rel === 'prev') && <Arrow rel={rel} />}
        <span class={classNames(title, isBlock && !label && `${title}--decorated`)}>{text}</span>
        {label &&
          isBlock && [
            <span class="govuk-visually-hidden">:</span>,
            <span class="govuk-pagination__link-label">{label}</span>,
          ]}
        {!isBlock && rel === 'next' && <Arrow rel={rel} />}
      </a>
    </div>
  );
}

const hiddenPage = <span class="govuk-visually-hidden"> page</span>;
const defaultText = { prev: ['Previous', hiddenPage], next: ['Next', hiddenPage] };

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Arrow({ rel }: { rel: 'prev' | 'next' }) {
  const size = { xmlns: 'http://www.w3.org/2000/svg', height: '13', width: '15', viewBox: '0 0 15 13' };
  const name = `govuk-pagination__icon govuk-pagination__icon--${rel}`;
  return (
    <svg class={name} {...size} aria-hidden="true" focusable="false">
      <path d={arrows[rel]} />
    </svg>
  );
}
