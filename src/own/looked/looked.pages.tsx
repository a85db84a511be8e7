import { keptReason } from '../../people/kept-reason.ts';
import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { Idea } from '../reading/idea.tsx';
import type { LooksOfDay } from './looked.ts';

export interface OwnLookedValue {
  looks: LooksOfDay[];
  before: Day | null;
  isFirst: boolean;
  today: Day;
}

type LookedProps = OwnLookedValue & { own: Own };

/** Who looked, what they are to them, and what they did: a line for each on each day. */
export function OwnLookedPage(props: LookedProps, frame: Frame) {
  const { own, looks, before, isFirst } = props;
  const { looked } = own.words;
  return (
    <OwnPage own={own} place="looked" frame={frame}>
      <Idea own={own} picture="eye" means={looked.introMeans}>
        <p>{looks.length ? looked.intro : looked.none}</p>
      </Idea>
      {[...Map.groupBy(looks, ({ day }) => day)].map(([day, those]) => (
        <OneDay own={own} day={day} looks={those} today={props.today} />
      ))}
      <p>
        <a href={`${own.base}/message?about=looked`}>{looked.ask}</a>
      </p>
      {before ? (
        <p>
          <a href={`${own.base}/looked?before=${before}`}>{looked.earlier}</a>
        </p>
      ) : null}
      {isFirst ? null : (
        <p>
          <a href={`${own.base}/looked`}>{looked.newest}</a>
        </p>
      )}
    </OwnPage>
  );
}

function OneDay({ own, day, looks, today }: { own: Own; day: Day; looks: LooksOfDay[]; today: Day }) {
  return (
    <>
      <h2>
        <time dateTime={day}>{own.words.dates.near(day, today)}</time>
      </h2>
      <ul class="app-plain-list">
        {looks.map((look) => (
          <li>
            <OneLook own={own} look={look} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneLook({
  own,
  look: { accountId, name, role, team, did, reasons },
}: {
  own: Own;
  look: LooksOfDay;
}) {
  const { looked } = own.words;
  const isTheirs = role === 'person';
  return (
    <Idea own={own} picture={isTheirs ? 'person' : 'eye'}>
      <p>
        <b>{isTheirs ? looked.you : accountId ? name : looked.nobody}</b>
        {isTheirs || !accountId ? '' : ` (${whatTheyAre(own, role, team)})`}:{' '}
        {did.map((kind) => looked.did[kind]).join(', ')}.
      </p>
      {reasons.map((reason) => (
        <p>
          {reason === keptReason ? looked.glassKept : looked.glass(reason)} {looked.glassAsked}
        </p>
      ))}
    </Idea>
  );
}

function whatTheyAre({ words: { looked } }: Own, role: string, team: string | null): string {
  const roles: Partial<Record<string, string>> = looked.roles;
  const is = roles[role] ?? role;
  return team ? looked.inTeam(is, team) : is;
}
