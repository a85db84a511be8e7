import { type Identity, nameFor, possessive } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { AskThem, LineFields, Steps } from './giving-forms.tsx';
import type { Giving } from './givings.store.ts';
import type { GivingLine, GroupThatCould, Meeting } from './lines.store.ts';

export interface GivingValue {
  identity: Identity;
  today: Day;
  gifts: string[];
  lines: GivingLine[];
  meetings: Omit<Meeting, 'personId'>[];
  groups: GroupThatCould[];
  givings: Omit<Giving, 'otherId'>[];
  district: string | null;
}

/** What somebody gives and would like, the neighbours it could bring together, and what came of it. */
export function GivingPage(value: GivingValue, frame: Frame, again?: Again) {
  const { identity, today, givings } = value;
  const id = identity.personId;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="community"
      frame={frame}
      again={again}
      title="Giving and being given to"
    >
      <h2>What {name} gives, and would like</h2>
      <p>
        Being useful opens more doors than being helped. Nothing here is a duty, and nothing is heard by
        anybody until {name} says so. <a href={`/people/${id}/community`}>Groups and introductions</a>
      </p>
      <Lines value={value} frame={frame} />
      <LineFields value={value} frame={frame} again={again} />
      {givings.length > 0 ? <h2>Neighbours</h2> : null}
      {givings.map((giving) => (
        <Together key={giving.givingId} value={value} giving={giving} frame={frame} again={again} />
      ))}
      <BringTogether value={value} frame={frame} again={again} />
    </PersonFrame>
  );
}

type GivingPart = { value: GivingValue; frame: Frame; again: Again | undefined };

/** Neighbours and groups that what they give, or would like, could bring them together with. */
function BringTogether({ value: { identity, meetings, groups }, frame, again }: GivingPart) {
  const id = identity.personId;
  const name = nameFor(identity);
  return (
    <>
      <h2>It could bring together</h2>
      {meetings.length === 0 && groups.length === 0 ? (
        <p>Nobody yet. What neighbours and groups would like changes every week; look again.</p>
      ) : null}
      <ul class="app-plain-list">
        {meetings.map((meeting) => (
          <li key={`${meeting.mineId}${meeting.lineId}`}>
            <p>
              Somebody{meeting.district ? ` around ${meeting.district}` : ' nearby'}{' '}
              {meeting.direction === 'gives' ? 'gives' : 'would like'}: <b>{meeting.words}</b>
              {meeting.whenWords ? `, ${meeting.whenWords}` : ''}
            </p>
            <p class="app-soft">
              Shown because {name} {meeting.direction === 'gives' ? 'would like' : 'gives'}: “
              {meeting.mineWords}”
            </p>
            <AskThem id={id} meeting={meeting} frame={frame} again={again} />
          </li>
        ))}
        {groups.map(({ listingId, name: group, need, because }) => (
          <li key={listingId}>
            <p>
              <a href={`/community/${listingId}?person=${id}`}>{group}</a> could do with: <b>{need}</b>
            </p>
            <p class="app-soft">
              Shown because {name} gives: “{because}”.{' '}
              <a href={`/people/${id}/introductions/new?listing=${listingId}`}>
                Introduce {name}
                <span class="govuk-visually-hidden"> to {group}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Lines({ value: { identity, lines, gifts }, frame }: { value: GivingValue; frame: Frame }) {
  const name = nameFor(identity);
  if (lines.length === 0)
    return (
      <p>
        Neighbours hear of nothing yet.{' '}
        {gifts.length > 0
          ? `${possessive(name)} gifts, for ${name} to say which may be heard: ${gifts.join('; ')}.`
          : ''}
      </p>
    );
  return (
    <ul class="app-plain-list">
      {lines.map(({ lineId, direction, words, whenWords, district, askAgainOn }) => (
        <li key={lineId}>
          {direction === 'gives' ? 'Gives' : 'Would like'}: <b>{words}</b>
          {[whenWords, district ? `around ${district}` : null].filter(Boolean).map((part) => `, ${part}`)}
          <span class="app-soft"> · we ask again on {longDate(askAgainOn)}</span>
          <Form action={`/people/${identity.personId}/giving/${lineId}/withdraw`} frame={frame}>
            <button type="submit" class="app-link-button">
              Neighbours hear of this no more<span class="govuk-visually-hidden">: {words}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

interface TogetherProps extends GivingPart {
  giving: Omit<Giving, 'otherId'>;
}

function Together({ value: { identity }, giving, frame, again }: TogetherProps) {
  const name = nameFor(identity);
  const { mine, theirs, side, told, thought, goingOnWords } = giving;
  return (
    <article class="app-entry">
      <h3>
        {mine} · {theirs}
      </h3>
      <p class="app-when">{whereItStands(giving, name)}</p>
      <p>
        {name} {side === 'giver' ? 'gives, the other would like' : 'would like, the other gives'}.
        {told ? ` The other says ${name} may know: ${told}` : ''}
      </p>
      {goingOnWords ? <p>{goingOnWords}</p> : null}
      <p class="app-soft">Thought about: {thought}</p>
      <Steps id={identity.personId} name={name} giving={giving} frame={frame} again={again} />
    </article>
  );
}

function whereItStands(giving: Omit<Giving, 'otherId'>, name: string): string {
  const { stage, hasSaidYes, otherHasSaidYes, metOn, cameAlong, endedOn, endedWhy } = giving;
  if (stage === 'ended')
    return `Not for one of them, and that is fine (${longDate(endedOn ?? '')})${endedWhy ? `: ${endedWhy}` : ''}`;
  if (stage === 'going-on') return 'Going on';
  if (stage === 'met')
    return `They met on ${longDate(metOn ?? '')}${cameAlong ? `, ${cameAlong} came along` : ''}`;
  if (stage === 'both-said-yes') return 'Both have said yes';
  if (hasSaidYes) return `${name} has said yes; the other has not answered`;
  return otherHasSaidYes ? `The other has said yes; ask ${name}` : 'Nobody has answered yet';
}
