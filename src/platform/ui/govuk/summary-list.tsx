import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, type Native } from './parts.tsx';

export interface SummaryAction {
  href: string;
  text: ComponentChildren;
  /** Read out after the text: "Change" and then "the name she likes". */
  hiddenText?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface SummaryRow {
  key: ComponentChildren;
  value: ComponentChildren;
  actions?: SummaryAction[] | undefined;
  class?: string | undefined;
  keyClass?: string | undefined;
  valueClass?: string | undefined;
  actionsClass?: string | undefined;
}

export type SummaryListProps = Native<'dl'> & { rows: (SummaryRow | false | undefined)[] };

export function SummaryList({ rows, class: own, ...rest }: SummaryListProps) {
  const shown = rows.filter((row) => row !== false && row !== undefined);
  const hasActions = shown.some((row) => row.actions?.length);
  const lacking = (row: SummaryRow) => hasActions && !row.actions && 'govuk-summary-list__row--no-actions';
  return (
    <dl {...rest} class={classNames('govuk-summary-list', own)}>
      {shown.map((row) => (
        <div class={classNames('govuk-summary-list__row', lacking(row), row.class)}>
          <dt class={classNames('govuk-summary-list__key', row.keyClass)}>{row.key}</dt>
          <dd class={classNames('govuk-summary-list__value', row.valueClass)}>{row.value}</dd>
          <Actions {...row} />
        </div>
      ))}
    </dl>
  );
}

function Actions({ actions = [], actionsClass }: SummaryRow) {
  if (actions.length === 0) return null;
  const item = (action: SummaryAction) => (
    <li class="govuk-summary-list__actions-list-item">{ActionLink(action)}</li>
  );
  return (
    <dd class={classNames('govuk-summary-list__actions', actionsClass)}>
      {actions.length === 1 ? (
        actions.map(ActionLink)
      ) : (
        <ul class="govuk-summary-list__actions-list">{actions.map(item)}</ul>
      )}
    </dd>
  );
}

function ActionLink({ href, text, hiddenText, class: own, attributes }: SummaryAction) {
  return (
    <a class={classNames('govuk-link', own)} href={href} {...attributes}>
      {text}
      {hiddenText && <span class="govuk-visually-hidden"> {hiddenText}</span>}
    </a>
  );
}
