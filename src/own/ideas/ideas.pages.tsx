import { dialled } from '../../community/finder/card.ts';
import type { Introduction } from '../../community/introductions/introductions.store.ts';
import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { Idea } from '../reading/idea.tsx';
import type { OwnIdea, OwnIdeas } from './ideas.store.ts';

type IdeasProps = OwnIdeas & { own: Own; today: Day };

/** What we thought of together first, then what is near and fits what matters to them. */
export function OwnIdeasPage(props: IdeasProps, frame: Frame) {
  const { own, ideas, introductions, today, council } = props;
  const { ideas: words } = own.words;
  return (
    <OwnPage own={own} place="ideas" frame={frame}>
      <Idea own={own} picture="group" means={words.introMeans}>
        <p>{ideas.length || introductions.length ? words.intro : words.none}</p>
      </Idea>
      {introductions.length ? <h2>{words.thought}</h2> : null}
      {introductions.map((one) => (
        <Thought own={own} introduction={one} today={today} />
      ))}
      {ideas.length ? <h2>{words.near}</h2> : null}
      {ideas.map((idea) => (
        <NearMe own={own} idea={idea} today={today} council={council} />
      ))}
    </OwnPage>
  );
}

function Thought({ own, introduction, today }: { own: Own; introduction: Introduction; today: Day }) {
  const { ideas: words, dates } = own.words;
  const { listingId, listingName, stage, offeredByName, along } = introduction;
  return (
    <Idea own={own} picture="walk">
      <h3>{listingName}</h3>
      <p>
        {offeredByName ? words.who(offeredByName) : ''} {words.stages[stage]}{' '}
        {along?.on ? words.along(along.name, dates.near(along.on, today)) : ''}
      </p>
      {stage === 'offered' ? (
        <p>
          <a href={aboutIt(own, listingId)}>
            {words.like}
            <span class="govuk-visually-hidden">: {listingName}</span>
          </a>
        </p>
      ) : null}
    </Idea>
  );
}

function NearMe({ own, idea, today, council }: { own: Own; idea: OwnIdea; today: Day; council: string }) {
  const { ideas: words, dates } = own.words;
  const { card, kilometres, checkedOn, because } = idea;
  const [next] = card.nextOn;
  return (
    <Idea own={own} picture="star">
      <h3>{card.name}</h3>
      {card.like ? <p>{card.likeBy ? words.likedBy(card.likeBy, card.like) : card.like}</p> : null}
      {because.map((quote) => (
        <p class="app-soft">{words.because(quote)}</p>
      ))}
      <p>
        {next ? <b>{words.nextOn(dates.near(next, today))}</b> : null}{' '}
        {card.when.length ? words.usually(card.when.join('; ')) : ''}
      </p>
      <p>
        {card.where ? words.where(unended(card.where)) : ''} {howFar(own, kilometres)}
      </p>
      <AskFor own={own} idea={idea} />
      {checkedOn ? <p class="app-by">{words.checked(dates.day(checkedOn))}</p> : null}
      <p class="app-own-do">
        <a href={`/at/${council}/nearby/${card.listingId}`}>
          {words.see}
          <span class="govuk-visually-hidden">: {card.name}</span>
        </a>{' '}
        <a href={aboutIt(own, card.listingId)}>
          {words.introduce}
          <span class="govuk-visually-hidden">: {card.name}</span>
        </a>
      </p>
    </Idea>
  );
}

function AskFor({ own, idea: { card } }: { own: Own; idea: OwnIdea }) {
  const { ideas: words } = own.words;
  return (
    <p>
      {card.whoToAskFor ? words.ask(card.whoToAskFor) : ''}{' '}
      {card.phone ? <a href={dialled(card.phone)}>{words.ring(card.phone)}</a> : null}{' '}
      {card.canGoWith ? words.goWith(unended(card.canGoWith)) : ''} {card.room === 'full' ? words.full : ''}
    </p>
  );
}

/** Words of theirs at the end of a sentence of ours. */
const unended = (words: string): string => words.trim().replace(/\.$/, '');

const kilometresInAMile = 1.609344;

/** In whole miles: finer is more than the crow's flight deserves. */
function howFar({ words: { ideas } }: Own, kilometres: number | null): string {
  if (kilometres === null) return '';
  const miles = Math.round(kilometres / kilometresInAMile);
  return miles === 0 ? ideas.veryNear : ideas.miles(miles);
}

/** Asking is a message to the team, who know both. */
/** By its id: what somebody is interested in stands in no address. */
const aboutIt = ({ base }: Own, listingId: string): string => `${base}/message?listing=${listingId}`;
