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
import { audienceToStaff, isAskedAbout, staysUntil } from '../letting-out/letting-out.ts';
import { Paragraphs, Piece } from '../told-story.tsx';
import { AfterDeath } from './after-death.tsx';
import type { RetellingValue } from './in-making.store.ts';
import { LookOver } from './look-over.tsx';

/** Their words at the left, told again at the right: written by a person, never for one by a machine. */
export function RetellingPage(value: RetellingValue, frame: Frame, again?: Again) {
  const { identity, version, today, hasDied } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="now" frame={frame} again={again} title="A story">
      <h2>{version.title}</h2>
      <div class="app-side-by-side">
        <section>
          <h3>In {name}’s words</h3>
          <Paragraphs text={version.theirWords} />
          {version.pieces.map((piece) =>
            // Their own page, where its files are, is shut once they have died.
            hasDied ? (
              <p class="app-as-written">{piece.inWords}</p>
            ) : (
              <Piece piece={piece} at={`${togetherAt(value)}/files/${piece.fileId}`} />
            ),
          )}
        </section>
        {hasDied ? (
          <section>
            <h3>Told again</h3>
            <Paragraphs text={version.retelling || 'Nobody told it again.'} />
          </section>
        ) : (
          <Retelling {...value} frame={frame} again={cameBack(again, 'retelling')} />
        )}
      </div>
      {hasDied ? (
        <AfterDeath {...value} frame={frame} again={again} />
      ) : (
        <WithTheTeller {...value} frame={frame} again={again} />
      )}
    </PersonFrame>
  );
}

/** What waits for its teller's yes, and how it comes down. */
function WithTheTeller(value: RetellingValue & Wanted) {
  const { identity, version, today, frame, again } = value;
  const name = nameFor(identity);
  const together = togetherAt(value);
  return (
    <>
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
    </>
  );
}

const togetherAt = ({ identity, story }: RetellingValue): string =>
  `/people/${identity.personId}/together/stories/${story.id}`;

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
                <q>{word}</q> <span>{why}</span> People often say: {say}.
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <Button class={version.approval ? 'govuk-button--secondary' : undefined}>Keep it</Button>
    </Form>
  );
}

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
  const who = audienceToStaff(consent);
  return (
    <>
      <p>
        {who}, {consent.isWaiting ? `from ${longDate(consent.fromAt)}` : `until ${longDate(consent.untilOn)}`}
        {consent.isWaiting || consent.isSeen ? '.' : '. Not shown at the moment.'}
        {consent.askedAt ? ` Asked on ${longDate(consent.askedAt)}.` : ''}
      </p>
      {isAskedAbout(consent, today) ? (
        <Form action={`/stories/${consent.storyId}/asked/${consent.id}`} frame={frame}>
          <p>
            Ask {name} whether it may stay. Without an answer it comes down after{' '}
            {longDate(staysUntil(consent))}. If {name} can no longer decide this, nobody says yes for them:
            let it come down.
          </p>
          <Button class="govuk-button--secondary">I asked</Button>
        </Form>
      ) : null}
    </>
  );
}
