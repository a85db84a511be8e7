import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { type OwnPromise, statusOf, type WhoToRing } from './now.ts';

export interface NowValue {
  promises: OwnPromise[];
  ring: WhoToRing;
  today: Day;
}

/** In ten seconds: where things stand, what happens next, and who to ring. */
export function NowPage({ own, promises, ring, today }: NowValue & { own: Own }, frame: Frame) {
  const { words, base } = own;
  const first = statusOf(promises);
  return (
    <OwnPage own={own} place="now" frame={frame}>
      <p class="app-own-status">{first ? sentenceOf(own, first, today) : words.now.nothingYet}</p>
      <h2>{words.now.ring}</h2>
      <Ring own={own} ring={ring} />
      <p>
        <Button href={`${base}/message`}>{words.now.write}</Button>
      </p>
    </OwnPage>
  );
}

function sentenceOf({ words, name }: Own, promise: OwnPromise, today: Day) {
  const who = promise.isTheirs ? words.now.you(name) : promise.who;
  const what = `${who} ${promise.what}`;
  return promise.dueOn ? words.now.by(what, words.dates.near(promise.dueOn, today)) : what;
}

function Ring({ own: { words }, ring }: { own: Own; ring: WhoToRing }) {
  const { now } = words;
  return (
    <>
      {ring.phone ? (
        <p>
          <a href={`tel:${ring.phone.replaceAll(/[^\d+]/g, '')}`}>{now.number(ring.phone)}</a>
        </p>
      ) : (
        <p>{now.noNumber}</p>
      )}
      {ring.team ? <p>{now.ringTeam(ring.team)}</p> : null}
    </>
  );
}
