import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Entry, When } from '../../platform/ui/telling.tsx';
import type { BrokenGlass } from './audit.store.ts';

/** What was opened out of the ordinary, and whether somebody has read why. */
export function GovernancePage({ opened }: { opened: BrokenGlass[] }, frame: Frame, again?: Again) {
  return (
    <Page title="Records opened with a reason" frame={frame} again={again}>
      <h1>Records opened with a reason</h1>
      <p>
        A worker whose team is not alongside somebody may open their record for an hour, with a reason. Each
        one is read by somebody else.
      </p>
      <p>
        <a href="/governance/held-back">What is held back, to decide</a>
      </p>
      {opened.length === 0 ? <p>No record has been opened this way.</p> : null}
      {opened.map((one) => (
        <Entry key={one.id} id={one.id} title={`${one.who} opened a record`} when={<When at={one.at} />}>
          <blockquote class="app-matters">{one.reason}</blockquote>
          {one.lookedOverBy ? (
            <p class="app-soft">
              {one.lookedOverBy} looked this over: {one.lookedOverWords}
            </p>
          ) : (
            <Form action={`/governance/${one.id}/look-over`} frame={frame} class="app-one-line">
              <Input id={`words-${one.id}`} {...asked(again, 'words')} label="What you found" />
              <Button class="govuk-button--secondary">I have looked this over</Button>
            </Form>
          )}
        </Entry>
      ))}
    </Page>
  );
}
