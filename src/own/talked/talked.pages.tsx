import type { TimelinePlace } from '../../people/timeline/timeline.store.ts';
import type { Voice, VoiceName } from '../../people/timeline/timeline.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { Idea } from '../reading/idea.tsx';
import type { PictureName } from '../reading/pictures.ts';
import { SaidBeside } from '../reading/said-beside.tsx';
import type { OwnLine } from '../say/say.store.ts';
import type { OwnEvent } from './talked.store.ts';
import { happened, voicesInOrder, whoseWords } from './voices.ts';

export interface TalkedValue {
  events: (OwnEvent & { said: OwnLine[] })[];
  more: TimelinePlace | null;
  years: number[];
  year: number | null;
  isFirst: boolean;
  today: Day;
}

type TalkedProps = TalkedValue & { own: Own };

/** The one story in their terms: their own words first, then what we noticed, think and agreed. */
export function TalkedPage(props: TalkedProps, frame: Frame) {
  const { own, events, more, year, isFirst } = props;
  const { talked } = own.words;
  const at = `${own.base}/talked`;
  return (
    <OwnPage own={own} place="talked" frame={frame}>
      <Idea own={own} picture="talk" means={talked.introMeans}>
        <p>{talked.intro}</p>
      </Idea>
      <Years {...props} />
      {events.length ? null : <p>{year === null && isFirst ? talked.nothing : talked.nothingThen}</p>}
      {events.map((event) => (
        <Told own={own} event={event} today={props.today} key={event.id} />
      ))}
      {more ? (
        <p>
          <a href={`${at}?${earlier(more, year)}`}>{talked.earlier}</a>
        </p>
      ) : null}
      {isFirst && year === null ? null : (
        <p>
          <a href={at}>{talked.newest}</a>
        </p>
      )}
    </OwnPage>
  );
}

function earlier({ at, id }: TimelinePlace, year: number | null): URLSearchParams {
  const query = new URLSearchParams({ before: at.toISOString(), after_id: id });
  if (year !== null) query.set('year', String(year));
  return query;
}

/** Only when there is more than one to choose from. */
function Years({ own, years, year }: TalkedProps) {
  if (years.length < 2) return null;
  return (
    <nav aria-label={own.words.talked.years} class="app-own-years">
      <ul>
        {years.map((one) => (
          <li>
            <a href={`${own.base}/talked?year=${one}`} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const pictures: Record<VoiceName, PictureName> = {
  said: 'talk',
  noticed: 'eye',
  think: 'question',
  agreed: 'tick',
  note: 'pencil',
};

function Told({ own, event, today }: { own: Own; event: OwnEvent & { said: OwnLine[] }; today: Day }) {
  const { words, base } = own;
  const { talked, dates } = words;
  return (
    <article class="app-entry" id={event.id}>
      <h2>{happened(own, event.kind)}</h2>
      <p class="app-when">
        <time dateTime={event.at.toISOString()}>{talked.when(dates.weekday(dayOf(event.at)))}</time>{' '}
        {event.byLine ? talked.wrote(event.byLine) : ''}
      </p>
      {voicesInOrder(event.voices).map((voice) => (
        <Idea own={own} picture={pictures[voice.voice]}>
          <OneVoice own={own} voice={voice} />
        </Idea>
      ))}
      <SaidBeside own={own} said={event.said} today={today} />
      <p class="app-own-do">
        <a href={`${base}/say/talked/${event.id}`}>{talked.say}</a>{' '}
        <a href={`${base}/share/talked/${event.id}`}>{talked.share}</a>
      </p>
    </article>
  );
}

/** Whoever said it is quoted; what we wrote is not. */
function OneVoice({ own, voice }: { own: Own; voice: Voice }) {
  return (
    <>
      <p>
        <b>{whoseWords(own, voice)}</b>
      </p>
      {voice.voice === 'said' ? (
        <blockquote class="app-said">{voice.words}</blockquote>
      ) : (
        <p class="app-lines">{voice.words}</p>
      )}
    </>
  );
}
