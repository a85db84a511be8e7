import type { NeedLine } from '../../plans/plan.ts';
import type { Day } from '../../platform/clock.ts';
import type { Own } from '../frame/own.ts';
import { Idea } from '../reading/idea.tsx';
import type { PictureName } from '../reading/pictures.ts';
import { SaidBeside } from '../reading/said-beside.tsx';
import type { OwnLine } from '../say/say.store.ts';
import { whoDoesIt } from './who-does-it.ts';

const pictures: Record<NeedLine['metBy'], PictureName> = {
  self: 'person',
  family: 'family',
  group: 'group',
  paid: 'help',
  'not-met': 'question',
};

export interface OwnNeedsProps {
  own: Own;
  needs: readonly NeedLine[];
  said: Record<string, OwnLine[]>;
  today: Day;
  /** Only what stands is shared: an earlier plan is theirs to read. */
  isStanding: boolean;
}

/** Each need, who meets it and how, and what they said of it themselves. */
export function OwnNeeds({ own, needs, said, today, isStanding }: OwnNeedsProps) {
  const { plan } = own.words;
  if (!needs.length) return null;
  return (
    <>
      <h2>{plan.needs}</h2>
      {own.reading.isEasyRead ? <p>{plan.needsMeans}</p> : null}
      {needs.map((need) => (
        <Idea own={own} picture={pictures[need.metBy]}>
          <Need own={own} need={need} />
          <SaidBeside own={own} said={said[need.id] ?? []} today={today} />
          <p class="app-own-do">
            <a href={`${own.base}/say/need/${need.id}`}>{plan.say}</a>{' '}
            {isStanding ? <a href={`${own.base}/share/need/${need.id}`}>{plan.share}</a> : null}
          </p>
        </Idea>
      ))}
    </>
  );
}

function Need({ own, need: { need, how, isEligible, metBy, who } }: { own: Own; need: NeedLine }) {
  const { plan } = own.words;
  return (
    <>
      <p>
        <b>{need}</b>
      </p>
      <p>{whoDoesIt(own, { metBy, who })}</p>
      {how.trim() ? <p class="app-lines">{how}</p> : null}
      {isEligible ? <p>{plan.duty}</p> : null}
    </>
  );
}
