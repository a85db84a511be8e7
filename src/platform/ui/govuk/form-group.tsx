import type { ComponentChildren } from 'preact';
import { ErrorMessage, Hint, Label } from './blocks.tsx';
import { classNames, idList, isBlank, type Native, part } from './parts.tsx';

/** What surrounds any question: the hint before it and what went wrong. Words, or `<Hint>` and `<ErrorMessage>`. */
export interface Asking {
  hint?: ComponentChildren;
  error?: ComponentChildren;
  /** Further ids that describe the question. */
  describedBy?: string | undefined;
  groupClass?: string | undefined;
}

/** One labelled control; its id falls back to its name. */
export interface FieldProps extends Asking {
  name: string;
  id?: string | undefined;
  label?: ComponentChildren;
}

/** A fieldset around several controls that answer one question: words or a `<Legend>`, or attributes alone. */
export interface GroupProps extends Asking {
  legend?: ComponentChildren;
  fieldset?: Native<'fieldset'> | undefined;
}

export function Field(props: FieldProps & { control: (describedBy?: string) => ComponentChildren }) {
  const { name, id = name, label, control } = props;
  return (
    <div class={groupClass(props)}>
      {part(Label, label, { for: id })}
      {hintAndError(id, props)}
      {control(describing(id, props))}
    </div>
  );
}

export function FieldGroup(props: GroupProps & { id: string; role?: 'group'; children: ComponentChildren }) {
  const { id, legend, fieldset, role, children } = props;
  const inner = [hintAndError(id, props), children];
  if (!isFieldset(props)) return <div class={groupClass(props)}>{inner}</div>;
  return (
    <div class={groupClass(props)}>
      <Fieldset {...fieldset} legend={legend} role={role} aria-describedby={describing(id, props)}>
        {inner}
      </Fieldset>
    </div>
  );
}

type FieldsetProps = Native<'fieldset'> & { legend?: ComponentChildren; role?: 'group' | undefined };

export function Fieldset({ legend, class: own, children, ...rest }: FieldsetProps) {
  return (
    <fieldset {...rest} class={classNames('govuk-fieldset', own)}>
      {part(Legend, legend, {})}
      {children}
    </fieldset>
  );
}

type LegendProps = Native<'legend'> & { isPageHeading?: boolean };

export function Legend({ isPageHeading, class: own, children }: LegendProps) {
  return (
    <legend class={classNames('govuk-fieldset__legend', own)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{children}</h1> : children}
    </legend>
  );
}

export function isFieldset({ legend, fieldset }: GroupProps): boolean {
  return !isBlank(legend) || fieldset !== undefined;
}

export function describing(id: string, { describedBy, hint, error }: Asking): string | undefined {
  return idList(describedBy, !isBlank(hint) && `${id}-hint`, !isBlank(error) && `${id}-error`);
}

function hintAndError(id: string, { hint, error }: Asking) {
  return [part(Hint, hint, { id: `${id}-hint` }), part(ErrorMessage, error, { id: `${id}-error` })];
}

function groupClass({ error, groupClass: own }: Asking): string {
  return classNames('govuk-form-group', !isBlank(error) && 'govuk-form-group--error', own);
}
