import type { Day } from '../../../platform/clock.ts';
import {
  type BroughtEvent,
  type Column,
  type EventName,
  eventNames,
  events,
  kinds,
  kindsFor,
  type RowProblem,
  readEvent,
  readKind,
} from './format.ts';
import { type DayOrder, readDate } from './reading-days.ts';

export interface HowToRead {
  order?: DayOrder | undefined;
  /** The last day the other system knew of; nothing that has happened can be later. */
  takenOn: Day;
}

export type Cells = Partial<Record<Column, string>>;
const longest = 200;
const services: readonly EventName[] = ['service agreed', 'service start', 'service end'];

/**
 * One row of a history as an event, or everything that is wrong with it, a cell at a time and with what to do.
 * @example readRow(2, { person: 'a', event: 'Referral', starts: '2025-04-03' }, { takenOn: '2026-03-31' }).event?.event // 1
 */
export function readRow(
  row: number,
  cells: Cells,
  how: HowToRead,
): { event?: BroughtEvent; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const wrong = (column: Column, whatToDo: string) =>
    problems.push({
      row,
      column,
      found: column === 'person' ? '' : (cells[column] ?? '').slice(0, 40),
      whatToDo,
    });
  const person = (cells.person ?? '').trim();
  if (person === '') wrong('person', 'Give the key that stands for this person in every row of theirs');
  else if (person.length > longest) wrong('person', `Use a key of ${longest} characters or fewer`);
  const event = readEvent(cells.event ?? '');
  if (!event) wrong('event', `Write one of: ${Object.values(eventNames).join(', ')}`);
  const starts = readDateOf(cells.starts, 'starts', how, wrong);
  const ends = (cells.ends ?? '').trim() === '' ? null : readDateOf(cells.ends, 'ends', how, wrong);
  if (starts && ends && ends < starts) wrong('ends', 'An end is on or after its start: mend one of the two');
  if (starts && event && !services.includes(event) && starts > how.takenOn)
    wrong(
      'starts',
      `The file was taken on ${how.takenOn}, and this is later: mend the day, or say when the file was taken`,
    );
  const kind = event ? readKindOf(event, cells.kind ?? '', wrong) : kinds['not said'];
  const weeklyPence = readPence(cells['weekly cost'] ?? '', wrong);
  if (problems.length || !event || !starts) return { problems };
  return {
    problems,
    event: made(row, cells, { person, event: events[event], starts, ends, kind, weeklyPence }),
  };
}

type Wrong = (column: Column, whatToDo: string) => void;

function made(
  row: number,
  cells: Cells,
  read: Pick<BroughtEvent, 'person' | 'event' | 'starts' | 'ends' | 'kind' | 'weeklyPence'>,
): BroughtEvent {
  const word = (column: Column) => (cells[column] ?? '').trim().slice(0, 80);
  const district = word('district')
    .toUpperCase()
    .replace(/\s*\d[A-Z]{2}$/, '');
  return { row, ...read, team: word('team'), ageBand: word('age band'), district, sourceRow: word('row') };
}

function readDateOf(
  text: string | undefined,
  column: 'starts' | 'ends',
  how: HowToRead,
  wrong: Wrong,
): Day | null {
  if ((text ?? '').trim() === '') {
    wrong(column, 'Give the day it happened, like 2025-04-03');
    return null;
  }
  const found = readDate(text ?? '', how.order);
  if (found === 'two ways')
    wrong(
      column,
      'This could be two days: say whether the day or the month comes first, and read the file again',
    );
  else if (found === 'no day') wrong(column, 'Write the day like 2025-04-03 or 3 April 2025');
  else return found;
  return null;
}

function readKindOf(event: EventName, word: string, wrong: Wrong): number {
  const kind = readKind(event, word);
  if (!kind || (kind === 'not said' && services.includes(event)))
    wrong('kind', `Write one of: ${kindsFor(event).join(', ')}`);
  return kinds[kind ?? 'not said'];
}

function readPence(text: string, wrong: Wrong): number | null {
  const amount = text.replaceAll(/[£,\s]/g, '');
  if (amount === '') return null;
  if (/^\d{1,7}(\.\d{1,4})?$/.test(amount)) return Math.round(Number(amount) * 100);
  wrong('weekly cost', 'Write pounds and pence like 412.50, or leave it empty');
  return null;
}
