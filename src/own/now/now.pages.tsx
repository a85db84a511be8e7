import type { WayChanged } from '../../access/own-page/way-changed.store.ts';
import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { Idea } from '../reading/idea.tsx';
import type { OwnLine } from '../say/say.store.ts';
import { wayChangedIn, whenNotSo } from '../wishes/way-changed.ts';
import { Agreed } from './agreed-view.tsx';
import type { Coming } from './coming.ts';
import { type OwnPromise, statusOf, type WhoToRing } from './now.ts';
import { sentenceOf } from './promised.ts';

export interface NowValue {
  promises: (OwnPromise & { said: OwnLine[] })[];
  ring: WhoToRing;
  coming: Coming[];
  /** What was changed lately of how they come in, for whoever did not want it. */
  changed: WayChanged[];
  today: Day;
}

type NowProps = NowValue & { own: Own };

/** In ten seconds: where things stand, what happens next, and who to ring. */
export function NowPage(props: NowProps, frame: Frame) {
  const { own, promises, today } = props;
  const { words, base } = own;
  return (
    <OwnPage own={own} place="now" frame={frame}>
      <Idea own={own} picture="star">
        <p class="app-own-status">{statusIn(props)}</p>
      </Idea>
      {props.changed.map((one) => (
        <InsetText>
          {wayChangedIn(words, one)} {whenNotSo(words, one)}
        </InsetText>
      ))}
      <h2>{words.now.ring}</h2>
      <Ring {...props} />
      <p>
        <Button href={`${base}/message`}>{words.now.write}</Button>
      </p>
      <h2>{words.now.next}</h2>
      <Next {...props} />
      <h2>{words.now.agreed}</h2>
      <Idea own={own} picture="tick" means={words.now.agreedMeans}>
        {promises.length ? null : <p>{words.now.nothingAgreed}</p>}
      </Idea>
      <Agreed own={own} promises={promises} today={today} />
    </OwnPage>
  );
}

/** What was promised and comes soonest; else what comes next by itself; else that there is nothing to wait for. */
function statusIn({ own, promises, coming: [soonest], today }: NowProps): string {
  const first = statusOf(promises);
  if (first) return sentenceOf(own, first, today);
  const { now } = own.words;
  return soonest ? `${now.coming[soonest.kind]} ${whenOf(own, soonest, today)}` : now.nothingYet;
}

/** The named person while we stay close, otherwise the team; the number first, to be pressed. */
function Ring({ own, ring }: NowProps) {
  const { now } = own.words;
  return (
    <>
      <Idea own={own} picture="phone">
        <p>
          {ring.phone ? (
            <a href={dialled(ring.phone)} class="app-call">
              {now.number(ring.phone)}
            </a>
          ) : (
            now.noNumber
          )}
        </p>
      </Idea>
      <Idea own={own} picture="person">
        {ring.namedPerson ? <p>{now.ringNamed(ring.namedPerson)}</p> : null}
        {ring.cover ? <p>{now.ringCover(ring.cover)}</p> : null}
        {!ring.namedPerson && ring.team ? <p>{now.ringTeam(ring.team)}</p> : null}
        <p>{now.ringAnybody}</p>
      </Idea>
      <Idea own={own} picture="help">
        {ring.outOfHours ? <p>{now.atNight(ring.outOfHours)}</p> : null}
        <p>{now.danger}</p>
      </Idea>
    </>
  );
}

const dialled = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;

function Next({ own, coming, today }: NowProps) {
  const { now } = own.words;
  if (!coming.length)
    return (
      <Idea own={own} picture="day">
        <p>{now.nothingNext}</p>
      </Idea>
    );
  return (
    <>
      {coming.map((one) => (
        <Idea own={own} picture="day">
          <p>
            <b>{now.coming[one.kind]}</b> <span class="app-own-day">{whenOf(own, one, today)}</span>
          </p>
        </Idea>
      ))}
    </>
  );
}

function whenOf({ words: { now, dates } }: Own, { from, by }: Coming, today: Day): string {
  if (by < today) return now.past(dates.near(by, today));
  if (from === by) return now.on(dates.near(by, today));
  if (from <= today) return now.until(dates.near(by, today));
  return now.between(dates.near(from, today), dates.near(by, today));
}
