import { longDate } from '../../platform/ui/dates.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Looked } from './which-site.ts';

export interface AsAtFormProps {
  looked: Pick<Looked, 'site' | 'asOf' | 'today' | 'asAt'>;
  /** The page itself. */
  action: string;
  keeps?: Readonly<Record<string, string>> | undefined;
}

/** As at any past day: the record as we know it now, looked at as if that day were today. */
export function AsAtForm({ looked, action, keeps = {} }: AsAtFormProps) {
  const { site, asOf, today, asAt } = looked;
  const isPast = asOf !== today;
  return (
    <>
      <Details summary="As at another day" open={isPast || asAt.problem !== null}>
        <form method="get" action={action} class="app-one-line" aria-label="As at another day" noValidate>
          {Object.entries({ site: site.id, ...keeps }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Input
            name="asAt"
            label="As at"
            hint="The record as we know it now, looked at as if that day were today: what happened later is left out, and what was corrected later counts as corrected."
            value={asAt.typed || longDate(asOf)}
            error={asAt.problem ?? undefined}
            class="govuk-input--width-10"
            autocomplete="off"
          />
          <Button class="govuk-button--secondary">Show</Button>
        </form>
      </Details>
      {isPast ? (
        <p>
          Shown as if {longDate(asOf)} were today.{' '}
          <a href={`${action}?${new URLSearchParams({ site: site.id, ...keeps })}`}>Back to today</a>
        </p>
      ) : null}
    </>
  );
}
