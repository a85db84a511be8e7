import { Label } from './blocks.tsx';
import { FieldGroup, type GroupProps } from './form-group.tsx';
import { Input, type InputProps } from './input.tsx';
import { classNames, isBlank, type Native } from './parts.tsx';

export interface DatePart extends Partial<InputProps> {
  name: string;
  /** Marks this part as the wrong one; `false` says it is right although the date is wrong. */
  isWrong?: boolean | undefined;
}

export type DateInputProps = Native<'div'> &
  GroupProps & {
    id: string;
    /** Sent as `born-day`, `born-month`, `born-year` when it is `born`. */
    namePrefix?: string | undefined;
    values?: Record<string, string | number | undefined> | undefined;
    parts?: DatePart[] | undefined;
  };

const wholeDate: DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];

/** A date in three boxes, for dates people know by heart. */
export function DateInput({ namePrefix, values = {}, parts = wholeDate, ...props }: DateInputProps) {
  const { id, legend, fieldset, hint, error, describedBy, groupClass, class: own, ...native } = props;
  const nobodySaysWhich = !isBlank(error) && !parts.some(looksWrong);
  return (
    <FieldGroup {...{ id, legend, fieldset, hint, error, describedBy, groupClass }} role="group">
      <div {...native} class={classNames('govuk-date-input', own)} id={id}>
        {parts.map(({ isWrong, ...one }) => (
          <div class="govuk-date-input__item">
            <Input
              inputmode="numeric"
              id={`${id}-${one.name}`}
              value={values[one.name]}
              {...one}
              name={classNames(namePrefix, one.name).replace(' ', '-')}
              label={<Label class="govuk-date-input__label">{one.label ?? capitalised(one.name)}</Label>}
              class={partClasses(one, isWrong || (isWrong !== false && nobodySaysWhich))}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

function partClasses({ name, class: own = '' }: DatePart, isWrong: boolean): string {
  const wrong = isWrong && !own.includes('govuk-input--error') && 'govuk-input--error';
  const width = !own.includes('govuk-input--width-') && `govuk-input--width-${name === 'year' ? 4 : 2}`;
  return classNames('govuk-date-input__input', wrong, width, own);
}

function looksWrong(one: DatePart): boolean {
  return one.isWrong || (one.class ?? '').includes('govuk-input--error');
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
