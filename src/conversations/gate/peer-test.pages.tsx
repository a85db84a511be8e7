import type { Colleague } from '../../access/accounts.store.ts';
import { howLongField } from '../../community/patch/how-long.forms.ts';
import type { Again } from '../../platform/http/routes.ts';
import { weekdayDate } from '../../platform/ui/dates.ts';
import { asked, errorOf, Form, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Entry } from '../../platform/ui/telling.tsx';
import type { PeerTestShown } from './gate.store.ts';

export function PeerTests({ tests }: { tests: PeerTestShown[] }) {
  if (!tests.length) return <p>Nobody has talked it through with a colleague yet.</p>;
  return (
    <>
      {tests.map((test) => (
        <OneTest key={test.id} test={test} />
      ))}
    </>
  );
}

function OneTest({ test }: { test: PeerTestShown }) {
  const others = test.attendees.filter((name) => name !== test.presenter).join(', ');
  return (
    <Entry
      title={`${test.presenter ?? 'A colleague'} with ${others || 'nobody else'}`}
      when={weekdayDate(test.sharedOn)}
    >
      <p>Conversation 1: {test.why1UsedUp}</p>
      <p>Conversation 2: {test.why2UsedUp}</p>
      {test.whatWeHeard ? <p>What we heard: {test.whatWeHeard}</p> : null}
      {test.personWasInvited ? <p class="app-soft">They were invited.</p> : null}
    </Entry>
  );
}

export interface PeerTestFormProps {
  personId: string;
  name: string;
  colleagues: Colleague[];
  me: string;
  frame: Frame;
  again: Again | undefined;
  /** Shown open while nothing has been tested; behind its line afterwards. */
  isFirst: boolean;
}

/** A talk with a colleague, written down: who, when, and a sentence on each conversation. There is no panel. */
export function PeerTestForm({ personId, name, colleagues, me, frame, again, isFirst }: PeerTestFormProps) {
  return (
    <details class="govuk-details" open={isFirst || again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Write down a talk with a colleague</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/people/${personId}/peer-tests`} frame={frame}>
          <Textarea
            name="why1UsedUp"
            label="Why listening and connecting is used up"
            hint="One sentence"
            rows={2}
            value={valueOf(again, 'why1UsedUp')}
            error={errorOf(again, 'why1UsedUp')}
          />
          <Textarea
            name="why2UsedUp"
            label="Why working intensively is used up, or was not needed"
            hint="One sentence"
            rows={2}
            value={valueOf(again, 'why2UsedUp')}
            error={errorOf(again, 'why2UsedUp')}
          />
          <WhoWasThere colleagues={colleagues} me={me} again={again} />
          <Input {...asked(again, 'sharedOn')} label="The day, if it was not today" />
          <Input
            {...asked(again, 'sharedTime')}
            label="The time, if the crisis plan was read again that day"
            hint="Such as 2.30pm"
            class="govuk-input--width-5"
          />
          <Textarea
            {...asked(again, 'whatWeHeard')}
            label="What you heard that you had not thought of"
            hint="If you like"
            rows={2}
          />
          <Input {...asked(again, 'howLong')} {...howLongField} />
          <Checkboxes
            name="personWasInvited"
            items={[{ value: 'yes', label: `${name} was invited` }]}
            values={valuesOf(again, 'personWasInvited')}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Write it down
          </Button>
        </Form>
      </div>
    </details>
  );
}

function WhoWasThere({ colleagues, me, again }: Pick<PeerTestFormProps, 'colleagues' | 'me' | 'again'>) {
  const mine = new Set(colleagues.find(({ id }) => id === me)?.teamNames ?? []);
  const isNear = ({ teamNames }: Colleague) => teamNames.some((team) => mine.has(team));
  const others = colleagues.filter(({ id }) => id !== me);
  return (
    <Checkboxes
      name="attendees"
      legend="Who was there, besides you"
      items={[...others.filter(isNear), ...others.filter((one) => !isNear(one))].map(
        ({ id, name, teamNames }) => ({
          value: id,
          label: teamNames.length ? `${name}, ${teamNames.join(', ')}` : name,
        }),
      )}
      values={valuesOf(again, 'attendees')}
      error={errorOf(again, 'attendees')}
    />
  );
}
