import type { Day } from '../../platform/clock.ts';
import type { Own } from '../frame/own.ts';
import type { OwnLine } from '../say/say.store.ts';

/** What they said of a line, beside it: ours stays, theirs stands next to it (W1). */
export function SaidBeside({ own, said, today }: { own: Own; said: readonly OwnLine[]; today: Day }) {
  const { words } = own;
  return (
    <>
      {said.map((one) => (
        <div class="app-own-beside" key={one.id}>
          <p>
            <b>{words.say.you[one.what]}</b> {words.dates.near(one.saidOn, today)}
            {one.told === 'themselves' ? null : ` · ${words.frame.told[one.told]} · ${one.byName}`}
          </p>
          {one.words ? <blockquote class="app-said">{one.words}</blockquote> : null}
        </div>
      ))}
    </>
  );
}
