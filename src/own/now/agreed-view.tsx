import type { Day } from '../../platform/clock.ts';
import type { Own } from '../frame/own.ts';
import { Idea } from '../reading/idea.tsx';
import { SaidBeside } from '../reading/said-beside.tsx';
import type { OwnLine } from '../say/say.store.ts';
import type { OwnPromise } from './now.ts';
import { dayOfPromise, whyOf } from './promised.ts';

type Promised = OwnPromise & { said: OwnLine[] };

/** What both sides said they would do, and what each side says became of it. */
export function Agreed({ own, promises, today }: { own: Own; promises: Promised[]; today: Day }) {
  return (
    <>
      {promises.map((promise) => (
        <Idea own={own} picture={promise.isTheirs ? 'person' : 'group'}>
          <Promise own={own} promise={promise} today={today} />
        </Idea>
      ))}
    </>
  );
}

function Promise({ own, promise, today }: { own: Own; promise: Promised; today: Day }) {
  const { words, base } = own;
  const { now, dates } = words;
  const { id, said, state } = promise;
  const theirs = said.findLast(({ what, stands }) => stands && what === 'done');
  return (
    <div class="app-own-promise">
      <p>
        <b>{now.does(promise.isTheirs ? now.you(own.name) : promise.who, promise.what.replace(/\.$/, ''))}</b>{' '}
        {dayOfPromise(own, promise, today)}
      </p>
      <ul class="app-own-ticks">
        <li>
          {tick(state === 'kept')} {now.ourTick} {now.states[state]} {whyOf(own, promise)}
        </li>
        <li>
          {tick(theirs !== undefined)} {now.yourTick}{' '}
          {theirs ? `${now.yourDone} ${now.on(dates.near(theirs.saidOn, today))}` : now.yourOpen}
        </li>
      </ul>
      <SaidBeside own={own} said={said.filter(({ what }) => what !== 'done')} today={today} />
      <p class="app-own-do">
        <a href={`${base}/say/promise/${id}`}>{now.tickIt}</a>{' '}
        <a href={`${base}/share/promise/${id}`}>{now.share}</a>
      </p>
    </div>
  );
}

/** The words beside it say the same; whoever cannot see the sign misses nothing. */
const tick = (isTicked: boolean) => <span aria-hidden="true">{isTicked ? '☑' : '☐'}</span>;
