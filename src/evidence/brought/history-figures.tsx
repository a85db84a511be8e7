import { longDate } from '../../platform/ui/dates.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { inWords } from '../figure.ts';
import { FigureTable } from '../site/figure-table.tsx';
import { waitInWords } from '../time-to-conversation.ts';
import type { SequelCount } from './counting/counted.ts';
import { type WayToSend, waysToSend } from './counting/sequel.ts';
import type { BroughtEvidence } from './evidence-of.ts';
import { answerInWords, wayInWords } from './sequel-words.ts';

/** The measures of a history, the answer first, each with what it is out of and what is not yet known. */
export function HistoryFigures(value: BroughtEvidence) {
  const main = value.people.find(({ windowDays }) => windowDays === 90);
  const query = new URLSearchParams({ asAt: value.asOf, ...(value.team ? { team: value.team } : {}) });
  const groups = (figures: BroughtEvidence['people']) => [{ name: value.team ?? 'everybody', figures }];
  return (
    <>
      {main ? <p class="govuk-body-l">{inWords(main)}</p> : null}
      <p>
        {value.everybody.toLocaleString('en-GB')} people and {value.events.toLocaleString('en-GB')} events,
        first contacts from {longDate(value.from)}, as at {longDate(value.asOf)}
        {value.team ? `, ${value.team} only` : ''}. It cannot show why.{' '}
        <a href={`/evidence/brought/${value.id}/figures.csv?${query}`}>Every figure as a file</a>.
      </p>
      <AsAt {...value} />
      <h2>Who came to draw on ongoing support</h2>
      <FigureTable caption="New people who began ongoing support." groups={groups(value.people)} />
      <FigureTable
        caption="The same over contact episodes, as national figures count."
        groups={groups(value.episodes)}
      />
      <h2>Who came back</h2>
      <FigureTable
        caption="People who came back after everything had rested."
        groups={groups(value.returns)}
      />
      <h2>How soon people were spoken with</h2>
      <p>{waitInWords({ ...value.waits, asOf: value.asOf })}</p>
      <h2>How far new people went</h2>
      <Table
        firstCellIsHeader
        head={['The furthest conversation', 'People']}
        rows={[
          ['None yet', value.reached.none],
          ['One whose kind the file does not say', value.reached.spoken],
          ['Conversation 1', value.reached.one],
          ['Conversation 2', value.reached.two],
          ['Conversation 3', value.reached.three],
          ['Began ongoing support, whichever they reached', value.reached.ongoing],
        ].map(([what, count]) => [String(what), count?.toLocaleString('en-GB') ?? ''])}
      />
      <h2>Who is waiting</h2>
      <Table
        firstCellIsHeader
        head={['For what', 'People']}
        rows={[
          ['To talk', value.waiting.forConversation],
          ['To talk, over six months', value.waiting.forConversationOverSixMonths],
          ['For support to begin', value.waiting.forSupport],
          ['For a catch-up that is overdue', value.waiting.catchUpsOverdue],
        ].map(([what, count]) => [String(what), count?.toLocaleString('en-GB') ?? ''])}
      />
      <Sequels sequels={value.sequels} />
    </>
  );
}

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
