import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { Answer } from './answers.store.ts';
import { LineShown } from './line.tsx';
import type { SharedLine } from './lines.store.ts';
import type { SharedLook } from './looks.store.ts';
import type { Sharing } from './sharing.store.ts';

export interface SharingValue {
  sharings: Sharing[];
  lines: SharedLine[];
  answers: Answer[];
  looks: SharedLook[];
  /** Whether others share anything with them. */
  isSharedWith: boolean;
  today: Day;
}

/** What I share and with whom, each line with a way to stop it, and who looked. */
export function SharingPage(value: SharingValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, sharings, lines, answers, looks, isSharedWith } = value;
  const { sharing, dates } = own.words;
  return (
    <OwnPage own={own} place="sharing" frame={frame} again={again}>
      <p>{sharing.about}</p>
      {answers.length ? <Answers own={own} answers={answers} frame={frame} /> : null}
      {sharings.length ? null : <p>{sharing.nothing}</p>}
      {sharings.map((one) => (
        <section>
          <h2>{sharing.with(one.name, one.relation ?? '')}</h2>
          <p>{one.hasPage ? sharing.onPage : sharing.onPaper}</p>
          <Lines
            own={own}
            frame={frame}
            lines={lines.filter(({ sharingId }) => sharingId === one.sharingId)}
          />
          <p>
            <a href={`${own.base}/sharing/with/${one.sharingId}`}>{sharing.stopAll(one.name)}</a>
          </p>
        </section>
      ))}
      <p>{sharing.find}</p>
      <ul>
        {(['talked', 'plan', 'around', 'about'] as const).map((place) => (
          <li>
            <a href={`${own.base}/${place}`}>{own.words.frame.places[place]}</a>
          </li>
        ))}
      </ul>
      {isSharedWith ? (
        <p>
          <a href="/my/shared-with-me">{sharing.sharedWithYou}</a>
        </p>
      ) : null}
      <h2>{sharing.looks}</h2>
      {looks.length ? (
        <ul>
          {looks.map(({ name, at }) => (
            <li>{sharing.look(name, `${dates.day(at)}, ${dates.time(at)}`)}</li>
          ))}
        </ul>
      ) : (
        <p>{sharing.noLooks}</p>
      )}
    </OwnPage>
  );
}

export interface WithValue {
  sharing: Sharing;
  lines: SharedLine[];
  today: Day;
}

/** One other: every line they see, and one button that stops it all. */
export function WithPage(value: WithValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, sharing: one, lines } = value;
  const { sharing, dates } = own.words;
  return (
    <OwnPage own={own} place="sharing" heading={sharing.stopAllHeading} frame={frame} again={again}>
      <BackLink href={`${own.base}/sharing`}>{sharing.back}</BackLink>
      <h2>{sharing.with(one.name, one.relation ?? '')}</h2>
      <p>{sharing.untilThe(dates.day(one.endsOn))}</p>
      {lines.length ? null : <p>{sharing.noLines}</p>}
      {lines.map((line) => (
        <LineShown line={line.line} kind={line.kind} sharer={own.name} words={own.words} />
      ))}
      <p>{sharing.stopAllAbout}</p>
      <OwnForm own={own} again={again} action={`/sharing/with/${one.sharingId}/end`} frame={frame}>
        <Button>{sharing.stopAll(one.name)}</Button>
      </OwnForm>
    </OwnPage>
  );
}

function Lines({ own, lines, frame }: { own: Own; lines: SharedLine[]; frame: Frame }) {
  const { sharing, dates } = own.words;
  if (!lines.length) return <p>{sharing.noLines}</p>;
  return (
    <ul class="app-plain-list">
      {lines.map(({ lineId, line, kind, untilOn }) => (
        <li>
          <div id={`line-${lineId}`}>
            <LineShown line={line} kind={kind} sharer={own.name} words={own.words} />
          </div>
          <OwnForm own={own} action={`/sharing/lines/${lineId}/end`} frame={frame}>
            {sharing.untilThe(dates.day(untilOn))}{' '}
            <button type="submit" class="app-link-button" aria-describedby={`line-${lineId}`}>
              {sharing.stop}
            </button>
          </OwnForm>
        </li>
      ))}
    </ul>
  );
}

function Answers({ own, answers, frame }: { own: Own; answers: Answer[]; frame: Frame }) {
  const { sharing, dates } = own.words;
  return (
    <section>
      <h2>{sharing.answers}</h2>
      <p>{sharing.answersAbout}</p>
      {answers.map(({ answerId, fromName, fromKind, organisation, words, saidAt }) => (
        <OwnForm own={own} action={`/sharing/answers/${answerId}`} frame={frame}>
          <p>
            <b>{sharing.answerBy(fromName, organisation ?? whereFrom(own, fromKind))}</b> ({dates.day(saidAt)}
            )
          </p>
          <blockquote>{words}</blockquote>
          <Button name="settled" value="joined" class="govuk-button--secondary">
            {sharing.join}
          </Button>
          <p>
            <button type="submit" class="app-link-button" name="settled" value="not-joined">
              {sharing.notJoin}
            </button>
          </p>
        </OwnForm>
      ))}
    </section>
  );
}

/** Where somebody works who did not say which organisation; family and friends are known by their name. */
const whereFrom = ({ words }: Own, kind: Answer['fromKind']): string =>
  kind === 'family-or-friend' ? '' : words.sharing.from[kind];
