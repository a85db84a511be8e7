import type { ComponentChildren } from 'preact';
import { type Day, daysBetween } from '../../platform/clock.ts';
import { agoInWords, nearDate } from '../../platform/ui/dates.ts';

export interface PromiseShown {
  id: string;
  who: string;
  /** What they will do, after their name: "brings a pie and stays to eat it". */
  what: string;
  dueOn: Day | null;
  state: 'open' | 'kept' | 'moved' | 'broken';
  why?: string | null | undefined;
}

export interface PromisesProps<P extends PromiseShown> {
  promises: readonly P[];
  today: Day;
  /** What can be done with it: a link. */
  action?: ((promise: P) => ComponentChildren) | undefined;
}

export function Promises<P extends PromiseShown>({ promises, today, action }: PromisesProps<P>) {
  return (
    <ul class="app-promises">
      {promises.map((promise) => (
        <li id={`promise-${promise.id}`}>
          <b>{promise.who}</b> {promise.what}
          <span class="app-by">{howItStands(promise, today)}</span>
          {action?.(promise)}
        </li>
      ))}
    </ul>
  );
}

function howItStands({ dueOn, state, why }: PromiseShown, today: Day): ComponentChildren {
  if (state === 'broken') return <span class="app-late">{why ? `not kept: ${why}` : 'not kept'}</span>;
  if (state !== 'open') return why ? `${state}: ${why}` : state;
  if (!dueOn) return 'no day set';
  const by = `by ${nearDate(dueOn, today)}`;
  if (daysBetween(dueOn, today) <= 0) return by;
  return [`${by} · `, <span class="app-late">due {agoInWords(dueOn, today)}</span>];
}
