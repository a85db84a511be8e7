import { notAgreedInWords } from '../../plans/agreement/lines.ts';
import type { NextCatchUp } from '../../plans/catch-ups/next.ts';
import type { Plan, PlanState } from '../../plans/plan.ts';
import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { Idea } from '../reading/idea.tsx';
import type { PictureName } from '../reading/pictures.ts';
import type { OwnLine } from '../say/say.store.ts';
import { OwnMoney } from './money-view.tsx';
import { OwnNeeds } from './needs-view.tsx';

export interface OwnPlanValue {
  /** The plan that stands, else the one being written; null where there is none. */
  plan: Plan | null;
  /** What they said of each need, by its id. */
  said: Record<string, OwnLine[]>;
  others: { id: string; state: PlanState; startsOn: Day | null }[];
  next: NextCatchUp | null;
  today: Day;
}

type PlanProps = OwnPlanValue & { own: Own };
type OnePlan = PlanProps & { plan: Plan };

/** A good life first, then what is needed and who does what, and only then money. */
export function OwnPlanPage(props: PlanProps, frame: Frame) {
  const { own, plan } = props;
  return (
    <OwnPage own={own} place="plan" frame={frame}>
      {plan ? <OnePlanTold {...props} plan={plan} /> : <NoPlan own={own} />}
      <Others {...props} />
    </OwnPage>
  );
}

function NoPlan({ own }: { own: Own }) {
  const { words } = own;
  return (
    <Idea own={own} picture="plan" means={words.plan.means}>
      <p>{words.plan.none}</p>
      <p>{words.plan.noneAsk}</p>
    </Idea>
  );
}

function OnePlanTold(props: OnePlan) {
  const { own, plan, said, today } = props;
  const { words } = own;
  return (
    <>
      <WhereItStands {...props} />
      <Said own={own} picture="heart" heading={words.plan.goodLife} words={plan.goodLife} isQuoted />
      <Said own={own} picture="person" heading={words.plan.youDo} words={plan.whatIDo} />
      <Said own={own} picture="star" heading={words.plan.wishes} words={plan.wishes} />
      <OwnNeeds {...{ own, said, today }} needs={plan.needs} isStanding={plan.state === 'standing'} />
      <OwnMoney own={own} parts={plan.parts} />
      <Agreement {...props} />
      <Said own={own} picture="help" heading={words.plan.wrong} words={plan.ifThingsGoWrong} />
      <Said own={own} picture="talk" heading={words.plan.advice} words={plan.advice} />
      <Challenge own={own} />
    </>
  );
}

function WhereItStands({ own, plan, next, today }: OnePlan) {
  const { plan: words, dates } = own.words;
  return (
    <Idea own={own} picture="plan" means={words.means}>
      <p>
        {words.state[plan.state]} {plan.startsOn ? words.from(dates.day(plan.startsOn)) : ''}{' '}
        {plan.followedOn ? words.until(dates.day(plan.followedOn)) : ''}
      </p>
      {next ? <p>{asksInWords(own, next, today)}</p> : null}
      {plan.state === 'being-written' ? null : (
        <p>
          <a href={`${own.base}/letters/plan/${plan.id}`}>{words.letter}</a>
        </p>
      )}
    </Idea>
  );
}

function asksInWords({ words: { plan, dates } }: Own, { from, by, isLate }: NextCatchUp, today: Day): string {
  if (isLate) return plan.asksLate(dates.day(by));
  return from && from > today ? plan.asksOn(dates.day(from), dates.day(by)) : plan.asksBy(dates.day(by));
}

/** Words of the plan under their heading; nothing where none were written. */
function Said({
  own,
  picture,
  heading,
  words,
  isQuoted = false,
}: {
  own: Own;
  picture: PictureName;
  heading: string;
  words: string;
  isQuoted?: boolean;
}) {
  if (!words.trim()) return null;
  return (
    <>
      <h2>{heading}</h2>
      <Idea own={own} picture={picture}>
        {isQuoted ? <blockquote class="app-said">{words}</blockquote> : <p class="app-lines">{words}</p>}
      </Idea>
    </>
  );
}

function Agreement({ own, plan }: OnePlan) {
  const { plan: words } = own.words;
  const { agreement, agreementWords, startsOn } = plan;
  if (!startsOn) return null;
  const notAgreed = notAgreedInWords(plan);
  return (
    <>
      <h2>{words.agreement}</h2>
      <Idea own={own} picture="tick">
        <p>{agreement ? words[agreement] : words.byLaw}</p>
        {agreementWords ? <blockquote class="app-said">{agreementWords}</blockquote> : null}
        {notAgreed.length ? (
          <>
            <p>{words.notAgreed}</p>
            <ul>
              {notAgreed.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </>
        ) : null}
      </Idea>
    </>
  );
}

/** With us first, then a complaint, then the Ombudsman (Local Government Act 1974 s26). */
function Challenge({ own }: { own: Own }) {
  const { plan } = own.words;
  return (
    <>
      <h2>{plan.change}</h2>
      <Idea own={own} picture="talk" means={plan.changeMeans}>
        <p>{plan.tellUs}</p>
      </Idea>
      <Idea own={own} picture="letter" means={plan.complainMeans}>
        <p>{plan.complain}</p>
      </Idea>
      <Idea own={own} picture="phone" means={plan.ombudsmanMeans}>
        <p>
          {plan.ombudsman}{' '}
          <a href={`tel:${plan.ombudsmanPhone.replaceAll(' ', '')}`}>{plan.ombudsmanPhone}</a>
        </p>
      </Idea>
    </>
  );
}

function Others({ own, others }: PlanProps) {
  const { plan: words, dates } = own.words;
  if (!others.length) return null;
  const nameOf = ({ state, startsOn }: OwnPlanValue['others'][number]): string => {
    if (state === 'standing') return words.now;
    return startsOn ? words.other(dates.day(startsOn)) : words.otherWriting;
  };
  return (
    <>
      <h2>{words.others}</h2>
      <ul>
        {others.map((one) => (
          <li>
            <a href={`${own.base}/plan${one.state === 'standing' ? '' : `/${one.id}`}`}>{nameOf(one)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
