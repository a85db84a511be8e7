import { Field, type FieldProps } from './form-group.tsx';
import { type Attributes, classNames, isBlank, type Native } from './parts.tsx';

export interface SelectItem {
  text: string;
  /** What is sent; without it, the text. */
  value?: string | undefined;
  isSelected?: boolean | undefined;
  isDisabled?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export type SelectProps = Native<'select', 'value'> &
  FieldProps & { items: (SelectItem | false | undefined)[]; value?: string | undefined };

export function Select({ label, hint, error, describedBy, groupClass, items, value, ...rest }: SelectProps) {
  const { name, id = name, class: own, ...native } = rest;
  const wrong = !isBlank(error) && 'govuk-select--error';
  return (
    <Field
      {...{ name, id, label, hint, error, describedBy, groupClass }}
      control={(described) => (
        <select
          {...native}
          {...{ name, id }}
          class={classNames('govuk-select', own, wrong)}
          aria-describedby={described}
        >
          {items.map((item) => item && <Option item={item} chosen={value} />)}
        </select>
      )}
    />
  );
}

function Option({ item, chosen }: { item: SelectItem; chosen: string | undefined }) {
  const isChosen = Boolean(chosen) && (item.value ?? item.text) === chosen;
  const selected = item.isSelected ?? isChosen;
  return (
    <option value={item.value} selected={selected} disabled={item.isDisabled} {...item.attributes}>
      {item.text}
    </option>
  );
}
