import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { LineShown } from '../sharing/line.tsx';
import type { Words } from '../words/english.ts';
import { saidIn } from '../words/languages.ts';
import type { LineForMe, MyTeam } from './shared.store.ts';

export interface SharedValue {
  lines: LineForMe[];
  teams: MyTeam[];
  /** The team whose page this is. */
  team: string | null;
  words: Words;
}

/** What others share with whoever reads this, plain and printable; nothing else of anybody. */
export function SharedPage({ lines, teams, team, words }: SharedValue, frame: Frame) {
  const { sharing } = words;
  const sharings = [...new Set(lines.map(({ sharingId }) => sharingId))];
  return (
    <Page
      title={sharing.sharedWithMe}
      section={words.shell.links['/shared']}
      frame={{ ...frame, exit: true, home: home(frame), said: saidIn(words) }}
    >
      <h1>{team ?? sharing.sharedWithMe}</h1>
      <p>{lines.length ? sharing.keepSafe : sharing.nothingShared}</p>
      {sharings.map((sharingId) => (
        <OneSharer
          lines={lines.filter((line) => line.sharingId === sharingId)}
          isTeam={team !== null}
          words={words}
        />
      ))}
      {teams.length ? <h2>{sharing.teams}</h2> : null}
      <ul>
        {teams.map(({ teamId, name }) => (
          <li>
            <a href={`/shared/team/${teamId}`}>{name}</a>
          </li>
        ))}
      </ul>
      {lines.length ? <p class="app-soft">{sharing.print}</p> : null}
    </Page>
  );
}

/** The same at somebody's own page, in their language, with the way back to all of it. */
export function SharedAtOwnPage({ lines, own }: { lines: LineForMe[]; own: Own }, frame: Frame) {
  const { words } = own;
  const { sharing } = words;
  const sharings = [...new Set(lines.map(({ sharingId }) => sharingId))];
  return (
    <OwnPage own={own} place="sharing" heading={sharing.sharedWithMe} frame={frame}>
      <p>{lines.length ? sharing.keepSafe : sharing.nothingShared}</p>
      {sharings.map((sharingId) => (
        <OneSharer
          lines={lines.filter((line) => line.sharingId === sharingId)}
          isTeam={false}
          words={words}
        />
      ))}
      {lines.length ? <p class="app-soft">{sharing.print}</p> : null}
    </OwnPage>
  );
}

function OneSharer({ lines, isTeam, words }: { lines: LineForMe[]; isTeam: boolean; words: Words }) {
  const [first] = lines;
  if (!first) return null;
  const { sharing } = words;
  return (
    <section>
      <h2>{sharing.sharedBy(first.sharer)}</h2>
      {lines.map((line) => (
        <OneLine line={line} words={words} />
      ))}
      {isTeam ? (
        <p>
          <a href={`/shared/lines/${first.lineId}/own`}>{sharing.addOwnAbout(first.sharer)}</a>
        </p>
      ) : null}
    </section>
  );
}

function OneLine({ line, words }: { line: LineForMe; words: Words }) {
  const { sharing, dates } = words;
  return (
    <article class="app-entry">
      <LineShown line={line.line} kind={line.kind} sharer={line.sharer} words={words} />
      {line.mine.map((said) => (
        <p>
          {sharing.youSaid}: {said.words}
        </p>
      ))}
      <p>
        {sharing.untilThe(dates.day(line.untilOn))}.{' '}
        <a href={`/shared/lines/${line.lineId}/answers`}>{sharing.sayBack}</a>
      </p>
    </article>
  );
}

export interface SayBackValue {
  line: LineForMe;
  /** Beside the line, or a line of their own. */
  isBeside: boolean;
  words: Words;
}

/** A word back, which whoever shares has first. */
export function SayBackPage({ line, isBeside, words }: SayBackValue, frame: Frame, again?: Again) {
  const { sharing } = words;
  const heading = isBeside ? sharing.sayBack : sharing.addOwn;
  return (
    <Page
      title={heading}
      section={words.shell.links['/shared']}
      frame={{ ...frame, exit: true, home: home(frame), said: saidIn(words) }}
      again={again}
    >
      <h1>{heading}</h1>
      {isBeside ? (
        <InsetText>
          <LineShown line={line.line} kind={line.kind} sharer={line.sharer} words={words} />
        </InsetText>
      ) : null}
      <Form action={`/shared/lines/${line.lineId}/${isBeside ? 'answers' : 'own'}`} frame={frame}>
        <Textarea
          {...asked(again, 'words')}
          label={isBeside ? sharing.sayBackTo(line.sharer) : sharing.addOwnAbout(line.sharer)}
          hint={sharing.sayBackHint}
        />
        <Button>{sharing.send}</Button>
      </Form>
    </Page>
  );
}

/** The name at the top leads back here, and not to a page of the staff's. */
const home = (frame: Frame): string => frame.nav[0]?.href ?? '/shared';
