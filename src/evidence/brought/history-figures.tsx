import type { JSX } from 'preact';
import { longDate } from '../../platform/ui/dates.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { type Figure, inWords, shareInWords, TOO_FEW_BELOW } from '../figure.ts';
import { FigureTable } from '../site/figure-table.tsx';
import { wilson } from '../statistics/wilson.ts';
import { waitInWords } from '../time-to-conversation.ts';
import { costInWords } from './cost-words.ts';
import type { SequelCount } from './counting/counted.ts';
import { type WayToSend, waysToSend } from './counting/sequel.ts';
import type { BroughtEvidence } from './evidence-of.ts';
import { answerInWords, wayInWords } from './sequel-words.ts';
import { waitingSteps } from './waiting-words.ts';

/** The measures of a history, the answer first, each with what it is out of, how it is counted and what is not yet known. */
export function HistoryFigures(value: BroughtEvidence) {
  const main = value.people.find(({ windowDays }) => windowDays === 90);
  const query = new URLSearchParams({ asAt: value.asOf, ...(value.team ? { team: value.team } : {}) });
  const groups = (figures: BroughtEvidence['people']) => [{ name: value.team ?? 'everybody', figures }];
  const how = (...names: string[]) => <How names={names} {...value} />;
  return (
    <>
      {main ? <p class="govuk-body-l">{inWords(main)}</p> : null}
      <p>
        It shows what happened to people who got in touch with the council as it was, by the words your system
        used for it; it cannot show why, whether their lives were better for it, or what another way of
        working would have changed.
      </p>
      <p>
        {count(value.everybody)} people and {count(value.events)} events, first contacts from{' '}
        {longDate(value.from)}, as at {longDate(value.asOf)}
        {value.team ? `, ${value.team} only` : ''}.{' '}
        <a href={`/evidence/brought/${value.id}/figures.csv?${query}`}>Every figure as a file</a>.{' '}
        <a href={`/evidence/brought/${value.id}/bundle.json`}>A file for other councils</a>.
      </p>
      <AsAt {...value} />
      <h2>Who came to draw on ongoing support</h2>
      <FigureTable caption="New people who began ongoing support." groups={groups(value.people)} />
      {how('people', 'newPerson')}
      <FigureTable
        caption="The same over contact episodes, as national figures count."
        groups={groups(value.episodes)}
      />
      {how('episodes', 'contactEpisode')}
      <Among {...value} />
      <h2>Who came back</h2>
      <FigureTable
        caption="People who came back after everything had rested."
        groups={groups(value.returns)}
      />
      {how('cameBack')}
      <Waits {...value} how={how} />
      <WhatElse {...value} how={how} />
      <Sequels sequels={value.sequels} />
      {how('sequel')}
      <p class="app-soft">Version {value.definitionsVersion} of these definitions.</p>
    </>
  );
}

type Hows = { how: (...names: string[]) => JSX.Element };

/** How soon people were spoken with, how far they went and who waits. */
function Waits({ how, ...value }: BroughtEvidence & Hows) {
  return (
    <>
      <h2>How soon people were spoken with</h2>
      <p>{waitInWords({ ...value.waits, asOf: value.asOf })}</p>
      {how('wait')}
      <h2>How far new people went</h2>
      <Counts
        head={['The furthest conversation', 'People']}
        rows={[
          ['None yet', value.reached.none],
          ['One whose kind the file does not say', value.reached.spoken],
          ['Conversation 1', value.reached.one],
          ['Conversation 2', value.reached.two],
          ['Conversation 3', value.reached.three],
          ['Began ongoing support, whichever they reached', value.reached.ongoing],
        ]}
      />
      {how('reached')}
      <h2>Who is waiting on {longDate(value.asOf)}</h2>
      <Counts
        head={['For what', 'People']}
        rows={[
          ['To talk', value.waiting.forConversation],
          ...waitingSteps(value.waiting).map(([step, people]): [string, number] => [
            `To talk: ${step}`,
            people,
          ]),
          ['For support to begin', value.waiting.forSupport],
          ['For a catch-up that is overdue', value.waiting.catchUpsOverdue],
        ]}
      />
      {how('waiting')}
    </>
  );
}

/** How what stands above is counted, in full. */
function How({ names, definitions }: { names: readonly string[] } & Pick<BroughtEvidence, 'definitions'>) {
  return (
    <Details summary="How this is counted">
      {names.map((name) => (
        <p>{definitions[name]}</p>
      ))}
    </Details>
  );
}

function Counts({ head, rows }: { head: string[]; rows: readonly [what: string, count: number][] }) {
  return <Table firstCellIsHeader head={head} rows={rows.map(([what, many]) => [what, count(many)])} />;
}

/** E3 by age band and district, when the file says them. */
function Among({ among, definitions }: BroughtEvidence) {
  return (
    <>
      {(['ageBand', 'district'] as const).map((by) => {
        const some = among.filter((one) => one.by === by).slice(0, 300);
        if (some.length === 0) return null;
        const windows = some[0]?.figures ?? [];
        return (
          <Table
            caption={`New people who began ongoing support, by ${by === 'ageBand' ? 'age band' : 'district'}`}
            tabIndex={0}
            firstCellIsHeader
            head={[
              by === 'ageBand' ? 'Age band' : 'District',
              ...windows.map(({ windowDays }) => `Within ${windowDays} days`),
            ]}
            rows={some.map(({ name, figures }) => [name, ...figures.map(shareOf)])}
          />
        );
      })}
      {among.length > 0 ? <How names={['among']} definitions={definitions} /> : null}
    </>
  );
}

function shareOf({ numerator, denominator, interval, tooFew, notYetKnown }: Figure): string {
  if (denominator === 0) return `not yet known (${count(notYetKnown)})`;
  const share = tooFew ? 'too few to compare' : shareInWords(numerator, denominator, interval);
  return `${count(numerator)} of ${count(denominator)}: ${share}`;
}

/** What only some files can answer: cost, help to be independent, introductions. */
function WhatElse({ costs, reached, afterShortTerm, introduced, how }: BroughtEvidence & Hows) {
  const { ended, ongoing, notYetKnown } = afterShortTerm;
  return (
    <>
      {costs.people > 0 ? (
        <>
          <h2>What ongoing support usually cost</h2>
          <p>{costInWords(costs, reached.ongoing)}</p>
          {how('costs')}
        </>
      ) : null}
      {ended > 0 ? (
        <>
          <h2>After help to be independent again</h2>
          <p>
            {ofAll(ongoing, ended)} times ongoing support began within 28 days of its end. Not yet known for{' '}
            {count(notYetKnown)} more.
          </p>
          {how('afterShortTerm')}
        </>
      ) : null}
      {introduced.introductions > 0 ? (
        <>
          <h2>Introductions that reached a conference</h2>
          <p>{ofAll(introduced.reached, introduced.introductions)} introductions reached a conference.</p>
          {how('introduced')}
        </>
      ) : null}
    </>
  );
}

function ofAll(part: number, whole: number): string {
  const share = whole < TOO_FEW_BELOW ? 'too few to compare' : shareInWords(part, whole, wilson(part, whole));
  return `${count(part)} of ${count(whole)} (${share})`;
}

const count = (number: number): string => number.toLocaleString('en-GB');

function AsAt({ id, asOf, team, teams }: BroughtEvidence) {
  return (
    <form method="get" action={`/evidence/brought/${id}`}>
      <label class="govuk-label" for="asAt">
        As at another day
      </label>
      <input class="govuk-input govuk-input--width-10" id="asAt" name="asAt" value={asOf} />
      {teams.length ? (
        <>
          <label class="govuk-label" for="team">
            Of one team
          </label>
          <select class="govuk-select" id="team" name="team">
            <option value="">Everybody</option>
            {teams.slice(0, 500).map((one) => (
              <option value={one} selected={one === team}>
                {one}
              </option>
            ))}
          </select>
        </>
      ) : null}{' '}
      <button class="govuk-button govuk-button--secondary" type="submit">
        Show
      </button>
    </form>
  );
}

/** E5 under each way of sending conversation 2, an answer a row. */
function Sequels({ sequels }: { sequels: readonly SequelCount[] }) {
  const answers = (Object.keys(answerInWords) as SequelCount['answer'][]).filter((answer) =>
    sequels.some((one) => one.answer === answer),
  );
  const count = (way: WayToSend, answer: SequelCount['answer']): string =>
    (sequels.find((one) => one.way === way && one.answer === answer)?.episodes ?? 0).toLocaleString('en-GB');
  return (
    <>
      <h2>How the national return would read it</h2>
      <p>
        Contact episodes of new people, by how conversation 2 is sent. What happened to people is the same in
        each.
      </p>
      <Table
        tabIndex={0}
        firstCellIsHeader
        head={['What followed', ...waysToSend.map((way) => wayInWords[way])]}
        rows={answers.map((answer) => [
          answerInWords[answer],
          ...waysToSend.map((way) => count(way, answer)),
        ])}
      />
    </>
  );
}
