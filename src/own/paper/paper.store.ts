import { sql } from 'kysely';
import { type LetterOfTheirs, lettersOf } from '../../plans/letters/letters.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import type { Own } from '../frame/own.ts';
import { readOwnIdeas } from '../ideas/ideas.store.ts';
import { mayOpen } from '../letters/own-letters.store.ts';
import { type LineKind, lineKinds } from '../line/line.ts';
import { linesOf } from '../line/lines.store.ts';
import { readLooked } from '../looked/looked.store.ts';
import type { LooksOfDay } from '../looked/looked.ts';
import { readNow } from '../now/now.store.ts';
import type { WhoToRing } from '../now/now.ts';
import { type OwnLine, saidOf } from '../say/say.store.ts';
import type { ToldLine } from '../say/told.ts';
import { sharingsOf } from '../sharing/sharing.store.ts';
import { wishesOf } from '../wishes/wishes.store.ts';
import type { WishesKept } from '../wishes/wishes.ts';

/** One line on paper, with what they said of it before. */
export interface PaperLine extends ToldLine {
  said: OwnLine[];
}

/** The whole of somebody's page, as it is printed. */
export interface Paper {
  /** `hasMore`: the older ones are printed when they ask. */
  parts: { kind: LineKind; lines: PaperLine[]; hasMore: boolean }[];
  wishes: WishesKept;
  letters: Pick<LetterOfTheirs, 'of' | 'thingId' | 'since'>[];
  sharings: { sharingId: string; name: string }[];
  looks: LooksOfDay[];
  ideas: { listingId: string; name: string; where: string | null; phone: string | null }[];
  ring: WhoToRing;
  council: { name: string; address: string | null };
  today: Day;
}

/** As many of a kind as a booklet can hold. */
const mostOfAKind = 30;

export async function readPaper(db: CouncilReader, own: Own): Promise<Paper> {
  const { personId } = own;
  const kinds = lineKinds.filter((kind) => kind !== 'caring' || own.isCarer);
  const lines = await saidBeside(db, await linesOf(db, own, kinds, mostOfAKind + 1));
  const { ring } = await readNow(db, personId);
  return {
    parts: kinds.map((kind) => partOf(kind, lines)),
    wishes: await wishesOf(db, personId),
    letters: (await lettersOf(db, personId)).filter(mayOpen),
    sharings: await sharingsOf(db, personId),
    looks: (await readLooked(db, personId, null)).looks,
    ideas: (await readOwnIdeas(db, personId)).ideas.map(({ card }) => card),
    ring,
    council: await sentTo(db),
    today: dayOf(nowOf(db)),
  };
}

/** A carer's own words about caring are kept with About me, and read after what else they said of caring. */
function partOf(kind: LineKind, lines: readonly PaperLine[]): Paper['parts'][number] {
  const of = lines
    .filter((line) => (line.isOfCaring ? 'caring' : line.kind) === kind)
    .toSorted((one, other) => Number(other.kind === kind) - Number(one.kind === kind));
  return { kind, lines: of.slice(0, mostOfAKind), hasMore: of.length > mostOfAKind };
}

async function saidBeside(db: CouncilReader, lines: readonly ToldLine[]): Promise<PaperLine[]> {
  const said = await saidOf(
    db,
    lines.map(({ id }) => id),
  );
  return lines.map((line) => ({
    ...line,
    said: (said.get(line.id) ?? []).filter(({ stands }) => stands),
  }));
}

async function sentTo(db: CouncilReader): Promise<Paper['council']> {
  const [row] = await readRows<Paper['council']>(
    db,
    sql`select name, nullif(settings->>'address', '') as address from council where council_id = ${councilOf(db)}`,
  );
  if (!row) throw new Error('a visit has its council');
  return row;
}
