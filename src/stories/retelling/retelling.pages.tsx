import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Consent } from '../letting-out/consents.store.ts';
import { Paragraphs, Piece } from '../told-story.tsx';
import type { RetellingValue } from './in-making.store.ts';
import { LookOver } from './look-over.tsx';

/** Their words at the left, told again at the right: written by a person, never for one by a machine. */
export function RetellingPage(value: RetellingValue, frame: Frame, again?: Again) {
  const { identity, story, version, today } = value;
  const name = nameFor(identity);
  const together = `/people/${identity.personId}/together/stories/${story.id}`;
  return (
    <PersonFrame identity={identity} today={today} here="now" frame={frame} again={again} title="A story">
      <h2>{version.title}</h2>
      <div class="app-side-by-side">
        <section>
          <h3>In {name}’s words</h3>
          <Paragraphs text={version.theirWords} />
          {version.pieces.map((piece) => (
            <Piece piece={piece} at={`${together}/files/${piece.fileId}`} />
          ))}
        </section>
        <Retelling {...value} frame={frame} again={cameBack(again, 'retelling')} />
      </div>
      <p>
        {version.approval
          ? `${name} said yes to this on ${longDate(version.approval.approvedAt)}.`
          : `${name} has not said yes to this as it is now.`}{' '}
        <a href={together}>Read it with {name}</a>
      </p>
      <LookOver {...value} frame={frame} again={cameBack(again, 'decided')} />
      <h3>Who can see it</h3>
      {value.consents.length === 0 ? <p>Only {name} and those alongside.</p> : null}
      {value.consents.map((consent) => (
        <Standing consent={consent} {...{ today, frame, name }} />
      ))}
      <p>
        <a href={`${together}/take-down`}>Take it down for {name}</a>: at once, when they ring or write.
      </p>
    </PersonFrame>
  );
}

interface Wanted {
  frame: Frame;
  again?: Again | undefined;
}

function Retelling({ story, version, reflections, frame, again }: RetellingValue & Wanted) {
  return (
    <Form action={`/stories/${story.id}/retelling`} frame={frame} version={version.number}>
      <Textarea
        {...asked(again, 'retelling', version.retelling)}
        label="Told again, by what is strong"
        hint="What they do, know, love and give; who is there. Leave out nothing they would miss. Put what they said in quotes."
        rows={14}
      />
      {version.retoldByName ? <p class="app-soft">Last told again by {version.retoldByName}.</p> : null}
      {reflections.length > 0 ? (
        <InsetText>
          <p>A mirror, for you to look into. It changes nothing and stops nothing.</p>
          <ul>
            {reflections.map(({ word, why, say }) => (
              <li>
                “{word}”: {why} People often say: {say}.
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <Button class={version.approval ? 'govuk-button--secondary' : undefined}>Keep it</Button>
    </Form>
  );
}

const audienceInWords = { council: 'Everybody who works for the council', public: 'Everybody' } as const;

function Standing({
  consent,
  today,
  name,
  frame,
}: {
  consent: Consent;
  today: string;
  name: string;
  frame: Frame;
}) {
  const who = consent.audience === 'team' ? consent.teamName : audienceInWords[consent.audience];
  const isDue = consent.askOn <= today;
  return (
    <>
      <p>
        {who}, {consent.isWaiting ? `from ${longDate(consent.fromAt)}` : `until ${longDate(consent.untilOn)}`}
        {consent.isWaiting || consent.isSeen ? '.' : '. Not shown at the moment.'}
        {consent.askedAt ? ` Asked on ${longDate(consent.askedAt)}.` : ''}
      </p>
      {isDue ? (
        <Form action={`/stories/${consent.storyId}/asked/${consent.id}`} frame={frame}>
          <p>
            Ask {name} whether it may stay. Without an answer it comes down after{' '}
            {longDate(consent.silentUntilOn)}.
          </p>
          <Button class="govuk-button--secondary">I asked</Button>
        </Form>
      ) : null}
    </>
  );
}
