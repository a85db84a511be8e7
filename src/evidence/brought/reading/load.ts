import { createHash, randomBytes } from 'node:crypto';
import { type Day, dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import { countAndKeep } from '../counting/counted.store.ts';
import type { BroughtEvent, RowProblem } from './format.ts';
import {
  type Begun,
  beginLoad,
  forgetOthers,
  type HashedEvent,
  keepBatch,
  keepLoad,
  pairEnds,
  refuseLoad,
  type Words,
} from './load.store.ts';
import { type Look, lookAt, rowsOf, type Source } from './read-file.ts';
import { type HowToRead, readRow } from './read-row.ts';
import type { DayOrder } from './reading-days.ts';
import { forgetUpload, keepUpload } from './uploads.store.ts';

export interface ToLoad {
  name: string;
  open: Source;
  order?: DayOrder | undefined;
  takenOn?: Day | undefined;
  onProgress?: (rows: number) => void;
}

export interface Loaded {
  historyId: string;
  load: number;
  outcome: 'unchanged' | 'kept' | 'refused';
  rows: number;
  problems: number;
  notes: string[];
  /** How many rows an earlier reading, broken off, had already read. */
  wentOnFrom: number;
}

/** Does something in a transaction of its own, or in the one that is open. */
export type Within = <Value>(act: (db: CouncilDb) => Promise<Value>) => Promise<Value>;

/** A few thousand rows to a transaction: what is lost when a reading is broken off, and all that memory holds of a file. */
const batchRows = 5000;
/** Places in a list fit a smallint. */
const mostWords = 30_000;

/**
 * Reads a history under a name. Nothing of it counts until all of it was read without a mistake; then it takes the
 * place of what was there under that name. Broken off, the same file goes on where it stopped; read to its end, the same file changes nothing.
 * @example await loadHistory(within, { name: 'Before 2026', open: () => createReadStream('events.csv') })
 */
export async function loadHistory(within: Within, wanted: ToLoad): Promise<Loaded> {
  const look = await lookAt(wanted.open);
  const begun = await within((db) => begin(db, wanted, look));
  const { load, historyId } = begun;
  const told = { historyId, load, rows: begun.rowsRead, problems: 0, notes: [], wentOnFrom: begun.rowsRead };
  if (begun.isUnchanged) return { ...told, outcome: 'unchanged' };
  const reading = await readAll(within, wanted, look, begun);
  const unpaired = reading.problems
    ? reading.problems
    : reading.problems + (await within((db) => pairEnds(db, load, reading.problems)));
  const isRight = unpaired === 0;
  await within(async (db) => {
    await forgetUpload(db, load);
    if (!isRight) return refuseLoad(db, load, reading.notes, unpaired);
    await keepLoad(db, load, reading.notes, wanted.takenOn ?? null);
    await countAndKeep(db, historyId);
  });
  while (await within((db) => forgetOthers(db, historyId, load)));
  return { ...told, ...reading, problems: unpaired, outcome: isRight ? 'kept' : 'refused' };
}

/** Keeps a file to be read by and by (`readingRound`), which goes on from where it was when it is stopped. */
export async function loadLater(
  db: CouncilDb,
  wanted: Pick<ToLoad, 'name' | 'order' | 'takenOn'> & { bytes: Uint8Array },
): Promise<Pick<Begun, 'historyId' | 'isUnchanged'>> {
  const { bytes } = wanted;
  const open = async function* () {
    yield bytes;
  };
  const begun = await begin(db, { ...wanted, open }, await lookAt(open));
  let rows = 0;
  for (let at = bytes.indexOf(newLine); at >= 0; at = bytes.indexOf(newLine, at + 1)) rows += 1;
  if (!begun.isUnchanged) await keepUpload(db, begun.load, { ...wanted, rows });
  return begun;
}

const newLine = 10;

function begin(db: CouncilDb, wanted: ToLoad, look: Look): Promise<Begun> {
  const digest = createHash('sha256')
    .update([look.digest, wanted.order ?? '', wanted.takenOn ?? ''].join(' '))
    .digest('hex');
  return beginLoad(db, { name: wanted.name, digest, salt: randomBytes(16) });
}

interface Reading {
  rows: number;
  problems: number;
  notes: string[];
}

async function readAll(within: Within, wanted: ToLoad, look: Look, begun: Begun): Promise<Reading> {
  const today = await within(async (db) => dayOf(nowOf(db)));
  const how: HowToRead = { order: wanted.order, takenOn: wanted.takenOn ?? today };
  const notes: string[] = [];
  const hashing = new Hashing(begun.salt, begun.words);
  let [seen, kept, problems] = [0, begun.rowsRead, begun.problems];
  let batch: { events: HashedEvent[]; problems: RowProblem[] } = { events: [], problems: [] };
  const keep = async () => {
    const { load } = begun;
    const { words } = hashing;
    await within((db) =>
      keepBatch(db, { load, from: kept, to: seen, ...batch, problemsBefore: problems, words }),
    );
    problems += batch.problems.length;
    kept = seen;
    batch = { events: [], problems: [] };
    wanted.onProgress?.(kept);
  };
  for await (const raw of rowsOf(wanted.open, look, (words) => notes.push(words))) {
    seen += 1;
    if (seen <= begun.rowsRead) continue;
    const read = 'problem' in raw ? { problems: [raw.problem] } : readRow(raw.row, raw.cells, how);
    const hashed = 'event' in read && read.event ? hashing.hashed(read.event) : undefined;
    if (hashed) batch.events.push(hashed);
    batch.problems.push(...read.problems);
    if (seen - kept >= batchRows) await keep();
  }
  if (seen === 0)
    batch.problems.push({
      row: 1,
      column: '',
      found: '',
      whatToDo: 'There are no rows under the names of the columns',
    });
  if (seen > kept || batch.problems.length) await keep();
  return { rows: seen, problems, notes };
}

/** Turns keys into numbers nobody can turn back once the salt is gone, and words into places in a list. */
class Hashing {
  readonly words: Words;
  readonly #salt: Buffer;
  readonly #places: Record<keyof Words, Map<string, number>>;

  constructor(salt: Buffer, words: Words) {
    this.#salt = salt;
    this.words = structuredClone(words);
    const places = (list: string[]) => new Map(list.map((word, at) => [word, at]));
    this.#places = {
      team: places(words.team),
      ageBand: places(words.ageBand),
      district: places(words.district),
    };
  }

  hashed({ person, sourceRow, team, ageBand, district, ...rest }: BroughtEvent): HashedEvent {
    return {
      ...rest,
      person: this.#number(`person ${person}`),
      sourceRow: sourceRow === '' ? null : this.#number(`row ${sourceRow}`),
      team: this.#place('team', team),
      ageBand: this.#place('ageBand', ageBand),
      district: this.#place('district', district),
    };
  }

  #number(text: string): bigint {
    return createHash('sha256').update(this.#salt).update(text).digest().readBigInt64BE(0);
  }

  /** Past thirty thousand words a column is not a list of teams or places, and what comes after is not kept. */
  #place(list: keyof Words, word: string): number {
    const known = this.#places[list].get(word);
    if (known !== undefined) return known;
    if (this.words[list].length >= mostWords) return 0;
    this.#places[list].set(word, this.words[list].length);
    this.words[list].push(word);
    return this.words[list].length - 1;
  }
}
