import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { costsAsked, type FinderAsked, milesAsked } from '../../community.forms.ts';
import { accessNeedNames, accessNeeds, waysAsked } from '../wishes.ts';

/** What else may matter: cost, getting in, language, age, how. Folded until it is asked for or in use. */
export function MoreFilters({ asked }: { asked: FinderAsked }) {
  return (
    <details class="govuk-details app-filters" open={wishesInWords(asked).length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Cost, getting in, language, age and how</span>
      </summary>
      <div class="govuk-details__text">
        <Checkboxes
          name="access"
          legend="Getting in and taking part"
          hint="Kept to those that say so; others may have it too, so ring"
          class="govuk-checkboxes--small"
          items={accessNeedNames.map((need) => ({ value: need, label: accessNeeds[need].label }))}
          values={asked.access}
        />
        <div class="app-search">
          <Select name="cost" label="Cost" items={costItems} value={textOf(asked.cost)} />
          <Select name="within" label="How far" items={mileItems} value={textOf(asked.within)} />
          <Select name="way" label="How" items={wayItems} value={asked.way} />
          <Input
            name="language"
            label="In a language other than English"
            hint="Such as Polish"
            value={asked.language ?? ''}
          />
          <Input
            name="age"
            label="For somebody aged"
            inputMode="numeric"
            class="govuk-input--width-3"
            value={textOf(asked.age) ?? ''}
          />
        </div>
        <Button class="govuk-button--secondary">Look</Button>
      </div>
    </details>
  );
}

const textOf = (number: number | undefined): string | undefined => number?.toString();
const costInWords = (pounds: number): string => (pounds === 0 ? 'Free' : `£${pounds} or less`);

const costItems = [
  { value: '', text: 'Any' },
  ...costsAsked.map((pounds) => ({ value: String(pounds), text: costInWords(pounds) })),
];
const mileItems = [
  { value: '', text: 'Any distance' },
  ...milesAsked.map((miles) => ({ value: String(miles), text: milesInWords(miles) })),
];
const wayItems = [{ value: '', text: 'Any way' }, ...waysAsked.map((way) => ({ value: way, text: way }))];

function milesInWords(miles: number): string {
  return `Within ${miles === 1 ? 'a mile' : `${miles} miles`}`;
}

/** What was wished for besides words, a place and a day. @example ['free', 'no steps'] */
export function wishesInWords({ access, cost, within, way, language, age }: FinderAsked): string[] {
  return [
    cost === undefined ? '' : costInWords(cost),
    ...access.map((need) => accessNeeds[need].label),
    way ?? '',
    language ? `in ${language}` : '',
    age === undefined ? '' : `for somebody aged ${age}`,
    within === undefined ? '' : milesInWords(within),
  ]
    .filter(Boolean)
    .map((words) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`);
}
