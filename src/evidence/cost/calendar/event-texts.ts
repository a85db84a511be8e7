/** One event of a calendar file as it stands there, and the line it begins on. */
export interface EventText {
  line: number;
  text: string;
}

/** A file that cannot be read, in a sentence that says where. */
export class Unreadable extends Error {}

/** The most events a file may hold: four years of a team of twelve. */
export const MOST_EVENTS = 20_000;
/** The longest a line may be, its foldings undone: no title is longer, and nobody's address list either. */
const LONGEST_LINE = 20_000;
/** Events hold alarms, and nothing further down. */
const DEEPEST = 3;

/**
 * Cuts a calendar file (RFC 5545) into its events, with the line each begins on, so that one that cannot be read is named.
 * Time zones, tasks and the rest are left where they are. Throws `Unreadable` for a file that is no calendar, or is made
 * to be too much. @example eventTexts('BEGIN:VCALENDAR…')[0]?.line // 4
 */
export function eventTexts(file: string): EventText[] {
  const lines = file.split(/\r\n|\n|\r/);
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/i.test(lines.find((line) => line.trim() !== '') ?? ''))
    throw new Unreadable('This is not a calendar file: its first line should be BEGIN:VCALENDAR');
  const events: EventText[] = [];
  const open: string[] = [];
  let begins = -1;
  let length = 0;
  lines.forEach((line, at) => {
    length = /^[ \t]/.test(line) ? length + line.length : line.length;
    if (length > LONGEST_LINE) throw new Unreadable(`Line ${at + 1} is longer than any calendar writes`);
    const [, does, of] = /^(BEGIN|END):([A-Z-]+)\s*$/i.exec(line.replace('\uFEFF', '')) ?? [];
    if (!does || !of) return;
    const what = of.toUpperCase();
    if (does.toUpperCase() === 'BEGIN') {
      open.push(what);
      if (open.length > DEEPEST) throw new Unreadable(`Line ${at + 1} opens a part inside too many others`);
      if (what === 'VEVENT') begins = at;
      return;
    }
    if (open.pop() !== what) throw new Unreadable(`Line ${at + 1} ends a part (${what}) that was not open`);
    if (what !== 'VEVENT') return;
    events.push({ line: begins + 1, text: lines.slice(begins, at + 1).join('\r\n') });
    if (events.length > MOST_EVENTS)
      throw new Unreadable(
        `It holds more than ${MOST_EVENTS.toLocaleString('en-GB')} events: read in a year at a time`,
      );
  });
  if (open.length > 0)
    throw new Unreadable(`It stops in the middle of a part (${open.at(-1)}): the file is cut short`);
  return events;
}
