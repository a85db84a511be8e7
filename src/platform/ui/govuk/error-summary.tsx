import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, isBlank, type Native } from './parts.tsx';

export interface SummaryError {
  text: ComponentChildren;
  /** Where the problem is: `#born-day`. */
  href?: string | undefined;
  attributes?: Attributes | undefined;
}

export type ErrorSummaryProps = Native<'div', 'title'> & {
  title?: ComponentChildren;
  errors?: SummaryError[] | undefined;
  disableAutoFocus?: boolean | undefined;
};

/** The list of what went wrong, each linked to where; children are a sentence before it. */
export function ErrorSummary({ title = 'There is a problem', errors = [], ...rest }: ErrorSummaryProps) {
  const { disableAutoFocus, class: own, children, ...native } = rest;
  return (
    <div
      {...native}
      class={classNames('govuk-error-summary', own)}
      data-disable-auto-focus={disableAutoFocus?.toString()}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {!isBlank(children) && <p>{children}</p>}
          {errors.length > 0 && <ul class="govuk-list govuk-error-summary__list">{errors.map(ErrorItem)}</ul>}
        </div>
      </div>
    </div>
  );
}

function ErrorItem({ text, href, attributes }: SummaryError) {
  if (!href) return <li>{text}</li>;
  return (
    <li>
      <a href={href} {...attributes}>
        {text}
      </a>
    </li>
  );
}
