import type { Again } from '../platform/http/routes.ts';
import { asked, Form, valuesOf } from '../platform/ui/form.tsx';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../platform/ui/govuk/choices.tsx';
import { Textarea } from '../platform/ui/govuk/textarea.tsx';
import { Page } from '../platform/ui/page.tsx';

/** Opening a record with a reason. The interruption comes first, in the sentence; the reason is the one field. */
export function BreakGlassPage({ personId }: { personId: string }, frame: Frame, again?: Again) {
  return (
    <Page title="Open a record with a reason" frame={frame} section="People" again={again}>
      <h1>Open this record with a reason</h1>
      <p>
        Your team is not alongside this person. You may open their record for an hour when you have a reason.
        Your name and your reason go to the information governance lead, and somebody else reads them. The
        person can read them too, in who looked on their own page, and so can anybody who makes them show it.
      </p>
      <Form action={`/people/${personId}/break-glass`} frame={frame}>
        <Textarea {...asked(again, 'reason')} label="Why do you need to open it now?" rows={3} />
        <Checkboxes
          name="isReasonKept"
          values={valuesOf(again, 'isReasonKept')}
          items={[
            {
              value: 'yes',
              label: 'Reading why could harm somebody',
              hint: 'They still see that you looked, and not why. Tick this if you write of abuse, or of what somebody else told you.',
            },
          ]}
        />
        <Button>Open the record</Button>
      </Form>
      <p>
        <a href="/today">Go back without opening it</a>
      </p>
    </Page>
  );
}
