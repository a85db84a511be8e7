import { PersonLink } from '../../people/person-link.tsx';
import { daysBetween } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { When } from '../../platform/ui/telling.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../looking/which-site.ts';
import { elsewhereName } from '../site/compared.ts';
import { drillPath, figureKept } from './drill-path.ts';
import { answerInWords, figureInWords, measureNames, ruleOf, unitOf } from './drill-words.ts';
import {
  answersOf,
  beginningOf,
  countsPeople,
  type FigureAsked,
  measures,
  windowsOf,
} from './figure-behind.ts';
import type { DaysBehind, PeopleBehind } from './people-behind.store.ts';

export interface PeopleBehindValue extends PeopleBehind {
  looked: Looked;
  asked: FigureAsked;
  isFirstPage: boolean;
}

/** W5: how many are behind a figure, and by name those whom the reader may open. */
export function PeopleBehindPage(value: PeopleBehindValue, frame: Frame) {
  const { looked, asked, counts, named, isFirstPage, next } = value;
  const count = counts[asked.answer] ?? 0;
  return (
    <EvidenceFrame
      looked={looked}
      path="/evidence/people"
      keeps={figureKept(asked)}
      title="The people behind a figure"
      frame={frame}
    >
      <p class="app-when">
        <a href={placeOf('/evidence', looked)}>Back to whether the new way is helping</a>
      </p>
      <h1>
        {figureInWords(asked)} {groupInWords(value)}
      </h1>
      <p class="govuk-body-l">
        {told(count)} {unitOf(asked, count)} {answerInWords(asked)}
        {countsPeople(asked) || count === 0
          ? ''
          : `, of ${told(value.people)} ${one(value.people, 'person', 'people')}`}
        .
      </p>
      <OtherParts {...value} />
      {named.length ? (
        <ul class="app-plain-list">
          {named.map(({ personId, name, days }) => (
            <li key={personId}>
              <b>
                <PersonLink id={personId} name={name} />
              </b>
              .{' '}
              {days.map((each) => (
                <Days asked={asked} days={each} />
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      {next ? (
        <p>
          <a href={drillPath(looked, asked, next)}>Further back</a>
        </p>
      ) : null}
      <p>{othersInWords(value)}</p>
      {isFirstPage ? null : (
        <p>
          <a href={drillPath(looked, asked)}>From the latest again</a>
        </p>
      )}
    </EvidenceFrame>
  );
}

/** The same figure's other parts and windows, each with its count. */
function OtherParts({ looked, asked, counts }: PeopleBehindValue) {
  const windows = windowsOf(asked.measure).filter((days) => days !== asked.windowDays);
  return (
    <>
      <ul>
        {answersOf[asked.measure]
          .filter((answer) => answer !== asked.answer)
          .map((answer) => (
            <li key={answer}>
              <a href={drillPath(looked, { ...asked, answer })}>
                {told(counts[answer] ?? 0)} {answerInWords({ measure: asked.measure, answer })}
              </a>
            </li>
          ))}
      </ul>
      <p>
        {windows.length ? 'The same within ' : ''}
        {windows.map((windowDays) => (
          <>
            <a href={drillPath(looked, { ...asked, windowDays })}>{windowDays} days</a>,{' '}
          </>
        ))}
        <a href={`/evidence/rules#${ruleOf[asked.measure]}`}>
          {windows.length ? 'and the rule it is counted by' : 'The rule it is counted by'}
        </a>
        .
      </p>
      <p>
        Other figures of theirs:{' '}
        {measures
          .filter((measure) => measure !== asked.measure)
          .map((measure, at) => (
            <>
              {at ? ', ' : ''}
              <a href={drillPath(looked, beginningOf(asked.group, measure))}>{measureNames[measure]}</a>
            </>
          ))}
        .
      </p>
    </>
  );
}

function Days({ asked, days }: { asked: FigureAsked; days: DaysBehind }) {
  const { beganOn, spokenOn, happenedOn, diedOn, movedOn } = days;
  const isReturn = asked.measure === 'returns';
  return (
    <>
      {isReturn ? 'Everything rested' : 'Got in touch'} <When on={beganOn} />
      {spokenOn ? (
        <>
          , spoken with <When on={spokenOn} /> ({after(beganOn, spokenOn)})
        </>
      ) : null}
      {happenedOn ? (
        <>
          , {isReturn ? 'got in touch again' : 'ongoing support'} <When on={happenedOn} /> (
          {after(beganOn, happenedOn)})
        </>
      ) : null}
      {movedOn ? (
        <>
          , moved away <When on={movedOn} />
        </>
      ) : null}
      {diedOn ? (
        <>
          , died <When on={diedOn} />
        </>
      ) : null}
      .{' '}
    </>
  );
}

function groupInWords({ asked, looked: { site } }: PeopleBehindValue): string {
  if (asked.group === 'site') return `at ${site.name}`;
  if (asked.group === 'tap-off') return `at ${site.name}, while the tap was off`;
  if (asked.group === 'before') return `in the team, the two years before ${site.name}`;
  const name = elsewhereName(site);
  return name === 'Elsewhere' ? 'elsewhere' : `at ${name}`;
}

function othersInWords({ people, mine, named }: PeopleBehindValue): string {
  const others = people - mine;
  if (people === 0) return 'Nobody is behind it.';
  if (others === 0) return 'All of them are people your team is alongside.';
  const records = others === 1 ? 'whose record is' : 'whose records are';
  return `${named.length ? 'And ' : ''}${told(others)} ${one(others, 'other', 'others')}, ${records} not yours to open.`;
}

const after = (from: string, to: string): string => {
  const days = daysBetween(from, to);
  return days === 0 ? 'the same day' : days === 1 ? '1 day later' : `${told(days)} days later`;
};

const one = (count: number, single: string, many: string): string => (count === 1 ? single : many);

const told = (count: number): string => count.toLocaleString('en-GB');
