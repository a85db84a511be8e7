import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { classNames, isBlank, type Native } from './parts.tsx';

export function Hint({ class: own, ...rest }: Native<'div'>) {
  return <div {...rest} class={classNames('govuk-hint', own)} />;
}

export function InsetText({ class: own, ...rest }: Native<'div'>) {
  return <div {...rest} class={classNames('govuk-inset-text', own)} />;
}

export function Tag({ class: own, ...rest }: Native<'strong'>) {
  return <strong {...rest} class={classNames('govuk-tag', own)} />;
}

export function BackLink({ class: own, href = '#', children = 'Back', ...rest }: Native<'a'>) {
  return (
    <a {...rest} href={href} class={classNames('govuk-back-link', own)}>
      {children}
    </a>
  );
}

export function SkipLink({ class: own, href = '#content', children, ...rest }: Native<'a'>) {
  return (
    <a {...rest} href={href} class={classNames('govuk-skip-link', own)} data-module="govuk-skip-link">
      {children}
    </a>
  );
}

export function Label({ isPageHeading, class: own, ...rest }: Native<'label'> & { isPageHeading?: boolean }) {
  if (isBlank(rest.children)) return null;
  // biome-ignore lint/a11y/noLabelWithoutControl: the control's id comes in as `for`
  const label = <label {...rest} class={classNames('govuk-label', own)} />;
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

/** The hidden prefix is read out before the words; `''` leaves it out. */
type Prefixed<Tag extends 'p' | 'div'> = Native<Tag> & { hiddenPrefix?: string | undefined };

/** What is heard before a message that something is wrong, on this page. */
export const ErrorPrefix = createContext('Error');

export function ErrorMessage({ hiddenPrefix, children, ...rest }: Prefixed<'p'>) {
  const here = useContext(ErrorPrefix);
  const prefix = hiddenPrefix ?? here;
  return (
    <p {...rest} class={classNames('govuk-error-message', rest.class)}>
      {prefix && <span class="govuk-visually-hidden">{prefix}:</span>} {children}
    </p>
  );
}

export function WarningText({ hiddenPrefix = 'Warning', children, ...rest }: Prefixed<'div'>) {
  return (
    <div {...rest} class={classNames('govuk-warning-text', rest.class)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{hiddenPrefix}</span> {children}
      </strong>
    </div>
  );
}

type DetailsProps = Native<'details'> & { summary: ComponentChildren };

export function Details({ summary, class: own, children, ...rest }: DetailsProps) {
  return (
    <details {...rest} class={classNames('govuk-details', own)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
