import { createHash } from 'node:crypto';
import { type CsvError, parse } from 'csv-parse';
import { type Column, columns, neededColumns, type RowProblem, readColumn } from './format.ts';
import type { Cells } from './read-row.ts';

/** A file that can be read from its beginning more than once. */
export type Source = () => AsyncIterable<Uint8Array>;

/** What a first look tells: which file it is, and how its letters and its rows are written. */
export interface Look {
  digest: string;
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  form: 'csv' | 'ndjson';
  delimiter: string;
}

/** The longest row; a quote that is never closed is told of, and never read into memory to the end of the file. */
const longestRow = 100_000;

export async function lookAt(open: Source): Promise<Look> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let head = new Uint8Array(0);
  for await (const chunk of open()) {
    hash.update(chunk);
    if (head.length < 4096) head = Buffer.concat([head, chunk.subarray(0, 4096)]);
    isUtf8 &&= decodes(strict, chunk, true);
  }
  isUtf8 &&= decodes(strict, new Uint8Array(0), false);
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  const encoding = isUtf16 ? 'utf-16le' : isUtf8 ? 'utf-8' : 'windows-1252';
  const [first = ''] = new TextDecoder(encoding).decode(head).trimStart().split(/\r?\n/, 1);
  const commonest = [',', ';', '\t', '|'].toSorted((a, b) => first.split(b).length - first.split(a).length);
  return {
    digest: hash.digest('hex'),
    encoding,
    form: first.startsWith('{') ? 'ndjson' : 'csv',
    delimiter: commonest[0] ?? ',',
  };
}

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** A row as it stands in the file, numbered by the line it ends on; or what keeps it from being read. */
export type RawRow = { row: number; cells: Cells } | { row: number; problem: RowProblem; isLast: boolean };

/** The rows of a file, one at a time. `note` is told what was left unread or read in a way of its own. */
export async function* rowsOf(
  open: Source,
  look: Look,
  note: (words: string) => void,
): AsyncGenerator<RawRow> {
  if (look.encoding === 'windows-1252')
    note(
      'The file is not UTF-8 and was read as Windows-1252: look at a name with an accent, such as a team’s.',
    );
  const text = decoded(open, look.encoding);
  yield* look.form === 'csv' ? csvRows(text, look.delimiter, note) : jsonRows(text, note);
}

async function* decoded(open: Source, encoding: Look['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
  note: (words: string) => void,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  const fed = feed(text, parser);
  let header: (Column | undefined)[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (header) {
        yield { row: info.lines, cells: cellsOf(header, record) };
        continue;
      }
      header = record.map(readColumn);
      const problems = headerProblems(record, header, note);
      yield* problems;
      if (problems.length) return;
    }
  } catch (error) {
    yield broken(error as CsvError);
  } finally {
    parser.destroy();
    await fed;
  }
}

async function feed(text: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const part of text) {
      if (parser.destroyed) return;
      if (part !== '' && !parser.write(part))
        await new Promise<void>((resolve) => {
          parser.once('drain', resolve).once('close', resolve);
        });
    }
    if (!parser.destroyed) parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

const cellsOf = (header: readonly (Column | undefined)[], record: readonly string[]): Cells =>
  Object.fromEntries(header.flatMap((column, at) => (column ? [[column, record[at] ?? '']] : [])));

function headerProblems(
  record: string[],
  header: (Column | undefined)[],
  note: (words: string) => void,
): RawRow[] {
  const unused = record.filter((_, at) => !header[at]);
  if (unused.length)
    note(`Columns that are not read: ${unused.map((one) => one.trim() || '(no name)').join(', ')}.`);
  const twice = header.filter((column, at) => column && header.indexOf(column) !== at);
  const missing = neededColumns.filter((column) => !header.includes(column));
  const about = (column: Column, whatToDo: string): RawRow => ({
    row: 1,
    isLast: true,
    problem: { row: 1, column, found: '', whatToDo },
  });
  return [
    ...missing.map((column) =>
      about(
        column,
        `The first row names the columns, and none is ${column}: call it ${columns[column].slice(0, 3).join(', or ')}`,
      ),
    ),
    ...twice.map((column) =>
      about(column as Column, 'Two columns could be this one: rename the one that is not'),
    ),
  ];
}

function broken(error: CsvError): RawRow {
  const row = typeof error.lines === 'number' ? error.lines : 0;
  const whatToDo =
    error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark is opened at or before this row and never closed: close it, or take it away'
      : 'This row cannot be read as CSV: look at its quotation marks';
  if (typeof error.code !== 'string' || !error.code.startsWith('CSV_')) throw error;
  return { row, isLast: true, problem: { row, column: '', found: '', whatToDo } };
}

async function* jsonRows(text: AsyncIterable<string>, note: (words: string) => void): AsyncGenerator<RawRow> {
  const unused = new Set<string>();
  let row = 0;
  for await (const line of linesOf(text)) {
    row += 1;
    if (line.trim() === '') continue;
    const cells = jsonCells(line, unused);
    yield cells ? { row, cells } : notJson(row);
  }
  if (unused.size) note(`Names that are not read: ${[...unused].slice(0, 20).join(', ')}.`);
}

const notJson = (row: number): RawRow => ({
  row,
  isLast: false,
  problem: {
    row,
    column: '',
    found: '',
    whatToDo:
      'Write one JSON object on each line, like {"person": "a", "event": "contact", "starts": "2025-04-03"}',
  },
});

function jsonCells(line: string, unused: Set<string>): Cells | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const cells: Cells = {};
    for (const [name, cell] of Object.entries(value)) {
      // weeklyCost and weekly_cost are one name.
      const column = readColumn(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
      if (column) cells[column] = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
      else unused.add(name.slice(0, 40));
    }
    return cells;
  } catch {
    return null;
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    const lines = (rest + part).replace(/^\uFEFF/, '').split(/\r?\n/);
    rest = (lines.pop() ?? '').slice(0, longestRow);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
