import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { HourCost } from './hours/hour-cost.store.ts';

/** What an hour of a worker costs, as the council says it; what was said before is kept below. */
export function HourCostPage({ costs }: { costs: HourCost[] }, frame: Frame, again?: Again) {
  return (
    <Page title="What an hour costs" section="Evidence" frame={frame} again={again}>
      <BackLink href="/evidence/cost">Cost and hours</BackLink>
      <h1>What an hour costs</h1>
      <p>Pay, on-costs and overheads, of a usual worker of a team; one amount for everybody.</p>
      <Form action="/evidence/cost/hour" frame={frame}>
        <Input {...asked(again, 'anHour')} label="An hour costs" prefix="£" class="govuk-input--width-5" />
        <Input {...asked(again, 'source')} label="Where is that from?" />
        <Input {...asked(again, 'sourceOn')} label="The day it is from" hint="For example 1 April 2026" />
        <Button>Save</Button>
      </Form>
      {costs.length > 0 ? (
        <Table
          caption="What was said, the latest first"
          tabIndex={0}
          firstCellIsHeader
          head={['Said', 'An hour', 'From']}
          rows={costs.map(({ writtenAt, writtenBy, penceAnHour, source, sourceOn }) => [
            `${longDate(writtenAt)}${writtenBy ? `, ${writtenBy}` : ''}`,
            `£${(penceAnHour / 100).toFixed(2)}`,
            `${source}, ${longDate(sourceOn)}`,
          ])}
        />
      ) : null}
    </Page>
  );
}
