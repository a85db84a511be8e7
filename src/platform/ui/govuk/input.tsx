import { type ComponentChildren, h } from 'preact';
import { Field, type FieldProps } from './form-group.tsx';
import { classNames, isBlank, type Native, part } from './parts.tsx';

export type InputProps = Native<'input', 'prefix' | 'type' | 'spellcheck'> &
  FieldProps & {
    type?: string | undefined;
    spellcheck?: boolean | undefined;
    /** Words, or a `<Prefix>` or `<Suffix>` with classes of its own. */
    prefix?: ComponentChildren;
    suffix?: ComponentChildren;
    wrapper?: Native<'div'> | undefined;
  };

export function Input({ label, hint, error, describedBy, groupClass, ...control }: InputProps) {
  const { prefix, suffix, wrapper, name, id = name, type = 'text', ...native } = control;
  const asking = { name, id, label, hint, error, describedBy, groupClass };
  const classes = classNames('govuk-input', native.class, !isBlank(error) && 'govuk-input--error');
  const bare = (described?: string) =>
    h('input', { ...native, name, id, type, class: classes, 'aria-describedby': described });
  if (isBlank(prefix) && isBlank(suffix)) return <Field {...asking} control={bare} />;
  const wrapped = (described?: string) => (
    <div {...wrapper} class={classNames('govuk-input__wrapper', wrapper?.class)}>
      {part(Prefix, prefix, {})}
      {bare(described)}
      {part(Suffix, suffix, {})}
    </div>
  );
  return <Field {...asking} control={wrapped} />;
}

export function Prefix({ class: own, ...rest }: Native<'div'>) {
  return <div {...rest} class={classNames('govuk-input__prefix', own)} aria-hidden="true" />;
}

export function Suffix({ class: own, ...rest }: Native<'div'>) {
  return <div {...rest} class={classNames('govuk-input__suffix', own)} aria-hidden="true" />;
}
