import type { Figure } from '../figure.ts';
import { figureColumns, tableCsv } from '../site/figures-csv.ts';
import type { BroughtEvidence } from './evidence-of.ts';
import { answerInWords, wayInWords } from './sequel-words.ts';
import { waitingSteps } from './waiting-words.ts';

type Cell = string | number | null;
const head = ['history', 'team', 'measure', 'within_days', ...figureColumns, 'definitions_version'];

/** Every count of a history as a file; a share carries all that a figure must (E8). */
export function broughtCsv(value: BroughtEvidence): string {
  const counts: [string, number | null, string][] = [
    ['contacts', value.came.contacts, ''],
    ['contact episodes', value.came.episodes, value.definitions.contactEpisode ?? ''],
    ['days to conversation, half within', value.waits.median, value.definitions.wait ?? ''],
    ['days to conversation, nine in ten within', value.waits.ninetieth, ''],
    ['days to conversation, longest', value.waits.longest, ''],
    ['not yet spoken with', value.waits.notYetSpokenWith, ''],
    ['waiting to talk', value.waiting.forConversation, value.definitions.waiting ?? ''],
    ['waiting to talk, over six months', value.waiting.forConversationOverSixMonths, ''],
    ...waitingSteps(value.waiting).map(([step, people]): [string, number, string] => [
      `waiting to talk: ${step.toLowerCase()}`,
      people,
      '',
    ]),
    ['waiting for support to begin', value.waiting.forSupport, ''],
    ['catch-up overdue', value.waiting.catchUpsOverdue, ''],
    ['help to be independent, ended', value.afterShortTerm.ended, value.definitions.afterShortTerm ?? ''],
    ['help to be independent, then ongoing support within 28 days', value.afterShortTerm.ongoing, ''],
    ['introductions to a conference', value.introduced.introductions, value.definitions.introduced ?? ''],
    ['introductions that reached a conference', value.introduced.reached, ''],
    ['weekly cost known, people', value.costs.people, value.definitions.costs ?? ''],
    ...value.sequels.map(({ way, answer, episodes }): [string, number, string] => [
      `national return, conversation 2 ${wayInWords[way].toLowerCase()}: ${answerInWords[answer]}`,
      episodes,
      value.definitions.sequel ?? '',
    ]),
  ];
  const rows: Cell[][] = [
    ...value.people.map((one) => figureRow(value, 'began ongoing support: people', one)),
    ...value.episodes.map((one) => figureRow(value, 'began ongoing support: contact episodes', one)),
    ...value.returns.map((one) => figureRow(value, 'came back after everything had rested', one)),
    ...value.among.flatMap(({ by, name, figures }) =>
      figures.map((one) =>
        figureRow(value, `began ongoing support: ${by === 'ageBand' ? 'aged' : 'in'} ${name}`, one),
      ),
    ),
    ...counts.map(([measure, count, definition]) => countRow(value, measure, count, definition)),
  ];
  return tableCsv({ head, rows });
}

function figureRow(value: BroughtEvidence, measure: string, one: Figure): Cell[] {
  const isShown = !one.tooFew && one.denominator > 0;
  const share = (of: number | undefined): number | null =>
    isShown && of !== undefined ? Number(of.toFixed(4)) : null;
  return [
    value.name,
    value.team,
    measure,
    one.windowDays,
    one.numerator,
    one.denominator,
    share(one.numerator / one.denominator),
    share(one.interval?.low),
    share(one.interval?.high),
    one.notYetKnown,
    one.died,
    one.moved,
    one.followUp.to,
    one.tooFew ? 'yes' : 'no',
    one.definition,
    value.definitionsVersion,
  ];
}

function countRow(value: BroughtEvidence, measure: string, count: number | null, definition: string): Cell[] {
  const nothing = Array.from({ length: 7 }, () => null);
  return [
    value.name,
    value.team,
    measure,
    null,
    count,
    ...nothing,
    value.asOf,
    '',
    definition,
    value.definitionsVersion,
  ];
}
