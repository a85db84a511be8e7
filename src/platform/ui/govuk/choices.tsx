import type { ComponentChildren } from 'preact';
import { Hint, Label } from './blocks.tsx';
import { describing, FieldGroup, type GroupProps, isFieldset } from './form-group.tsx';
import { type Attributes, classNames, idList, isBlank, type Native, part } from './parts.tsx';

/** One answer, of which radios take one and checkboxes any number. */
export interface Choice {
  value: string;
  /** Words, or a `<Label>` with classes of its own. */
  label: ComponentChildren;
  hint?: ComponentChildren;
  id?: string | undefined;
  /** Checkboxes may have a name each. */
  name?: string | undefined;
  isChecked?: boolean | undefined;
  isDisabled?: boolean | undefined;
  /** Asked only when this answer is chosen. */
  conditional?: ComponentChildren;
  /** "None of these" unticks the rest. */
  isExclusive?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export type ChoicesProps = Native<'div'> &
  GroupProps & {
    name: string;
    /** A divider is a word between answers, usually "or". */
    items: (Choice | { divider: string } | false | undefined)[];
  };

export function Radios({ value, ...props }: ChoicesProps & { value?: string | undefined }) {
  return <Choices {...props} type="radio" block="govuk-radios" chosen={value ? [value] : []} />;
}

type CheckboxesProps = ChoicesProps & { values?: readonly string[] | undefined };

export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices {...props} type="checkbox" block="govuk-checkboxes" chosen={values} />;
}

interface Kind {
  type: 'radio' | 'checkbox';
  block: 'govuk-radios' | 'govuk-checkboxes';
  chosen: readonly string[];
}

/** The first answer's id is the group's own (or its name), so that an error can link to it. */
function Choices({ type, block, chosen, legend, fieldset, ...props }: ChoicesProps & Kind) {
  const { hint, error, describedBy, groupClass, name, id = name, items, class: own, ...native } = props;
  const asking = { legend, fieldset, hint, error, describedBy, groupClass };
  const described = type === 'checkbox' && !isFieldset(asking) ? describing(id, asking) : undefined;
  return (
    <FieldGroup {...asking} id={id}>
      <div {...native} class={classNames(block, own)} data-module={block}>
        {items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>;
          const own = { id: item.id ?? (index === 0 ? id : `${id}-${index + 1}`), name: item.name ?? name };
          return <OneChoice {...{ type, block, chosen, described }} item={{ ...item, ...own }} />;
        })}
      </div>
    </FieldGroup>
  );
}

type OneChoiceProps = Kind & { described: string | undefined; item: Choice };

function OneChoice({ type, block, chosen, described, item }: OneChoiceProps) {
  const { id, name, value, label, hint, isChecked = chosen.includes(value), conditional } = item;
  const hidden = !isChecked && `${block}__conditional--hidden`;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          {...{ id, name, type, value }}
          class={`${block}__input`}
          checked={isChecked}
          disabled={item.isDisabled}
          data-aria-controls={isBlank(conditional) ? undefined : `conditional-${id}`}
          data-behaviour={item.isExclusive ? 'exclusive' : undefined}
          aria-describedby={idList(described, !isBlank(hint) && `${id}-item-hint`)}
          {...item.attributes}
        />
        {part(Label, label, { for: id, class: `${block}__label` })}
        {part(Hint, hint, { id: `${id}-item-hint`, class: `${block}__hint` })}
      </div>
      {!isBlank(conditional) && (
        <div class={classNames(`${block}__conditional`, hidden)} id={`conditional-${id}`}>
          {conditional}
        </div>
      )}
    </>
  );
}
