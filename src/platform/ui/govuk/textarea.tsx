import { Field, type FieldProps } from './form-group.tsx';
import { classNames, isBlank, type Native } from './parts.tsx';

export type TextareaProps = Native<'textarea', 'value'> & FieldProps & { value?: string | undefined };

export function Textarea({ value = '', label, hint, error, ...props }: TextareaProps) {
  const { describedBy, groupClass, name, id = name, rows = 5, class: own, ...native } = props;
  const wrong = !isBlank(error) && 'govuk-textarea--error';
  return (
    <Field
      {...{ name, id, label, hint, error, describedBy, groupClass }}
      control={(described) => (
        <textarea
          {...native}
          {...{ name, id, rows }}
          class={classNames('govuk-textarea', wrong, own)}
          aria-describedby={described}
        >
          {keepFirstLine(value)}
        </textarea>
      )}
    />
  );
}

/** HTML swallows a line break that comes first in a textarea; a second one keeps the writer's own. */
function keepFirstLine(value: string): string {
  return value.startsWith('\n') ? `\n${value}` : value;
}
