import type { ComponentChildren } from 'preact';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { HeldBack } from './held-back.store.ts';
import { isLate } from './held-back.ts';
import { HeldBackEntry } from './held-back-entry.tsx';
import type { HeldThing } from './things.store.ts';

export interface ToDecide extends HeldBack {
  thing: Pick<HeldThing, 'title' | 'words'>;
  isMine: boolean;
}

export interface DecidingValue {
  waiting: ToDecide[];
  again: ToDecide[];
  /** Nothing stands before these. */
  isWhole: boolean;
  /** The first of those that come after. */
  more: string | null;
  today: Day;
}

/** What waits for somebody else to decide, and what is due to be looked at again. */
export function DecidingPage(value: DecidingValue, frame: Frame, again?: Again) {
  const { waiting, again: due, isWhole, more, today } = value;
  const late = waiting.filter(({ askedAt }) => isLate(dayOf(askedAt), today)).length;
  return (
    <Page title="Held back" frame={frame} again={again}>
      <h1>Held back</h1>
      {late ? (
        <p>
          <b>{late === 1 ? 'One has' : `${late} have`} waited for longer than five working days.</b>
        </p>
      ) : null}
      <p>
        What somebody may not read of their own record, because the law allows it. It is out of sight from the
        asking; you decide whether it stays so. Hold back no more than is needed.
      </p>
      <h2>To decide</h2>
      {waiting.length ? null : <p>{isWhole ? 'Nothing waits.' : 'Nothing more waits.'}</p>}
      {waiting.map((one) => (
        <One key={one.id} one={one} today={today} frame={frame}>
          <Decide one={one} frame={frame} again={again} />
        </One>
      ))}
      <h2>To look at again</h2>
      {due.length || more ? null : <p>Nothing is due.</p>}
      {due.map((one) => (
        <One key={one.id} one={one} today={today} frame={frame} canLift>
          <LookAgain one={one} frame={frame} again={again} />
        </One>
      ))}
      {isWhole ? null : (
        <p>
          <a href="/governance/held-back">From the beginning</a>
        </p>
      )}
      {more ? (
        <p>
          <a href={`/governance/held-back?from=${more}`}>More</a>
        </p>
      ) : null}
    </Page>
  );
}

function One(props: {
  one: ToDecide;
  today: Day;
  frame: Frame;
  canLift?: boolean;
  children: ComponentChildren;
}) {
  const { one, today, frame, canLift, children } = props;
  return (
    <HeldBackEntry
      held={one}
      today={today}
      frame={frame}
      title={`From ${one.name}: ${one.thing.title}`}
      {...(canLift ? { liftFrom: '/governance/held-back' } : {})}
    >
      {one.thing.words.map((words) => (
        <p>{words}</p>
      ))}
      {one.isMine ? <p>You asked for this, so somebody else decides.</p> : children}
    </HeldBackEntry>
  );
}

interface PartProps {
  one: ToDecide;
  frame: Frame;
  again: Again | undefined;
}

function Decide({ one, frame, again }: PartProps) {
  return (
    <Form action={`/governance/held-back/${one.id}/decision`} frame={frame}>
      <Radios
        name="decision"
        legend="May it be held back?"
        value={valueOf(again, 'decision')}
        error={errorOf(again, 'decision')}
        items={[
          { value: 'yes', label: 'Yes', id: `decision-${one.id}` },
          { value: 'no', label: 'No, they see it at once', id: `no-${one.id}` },
        ]}
      />
      <Textarea id={`words-${one.id}`} {...asked(again, 'words')} label="Why" />
      <Button class="govuk-button--secondary">Write this down</Button>
    </Form>
  );
}

function LookAgain({ one, frame, again }: PartProps) {
  return (
    <Form action={`/governance/held-back/${one.id}/look-again`} frame={frame}>
      <Textarea id={`words-${one.id}`} {...asked(again, 'words')} label="Why it is still right" />
      <Input
        id={`again-${one.id}`}
        {...asked(again, 'lookAgainOn')}
        label="When somebody looks at it again"
        hint="Within a year"
      />
      <Button class="govuk-button--secondary">It is still right</Button>
    </Form>
  );
}
