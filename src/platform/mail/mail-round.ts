import { type CouncilDb, type Database, nobody, nowOf, withinCouncil } from '../db/council.ts';
import type { Round } from '../jobs/rounds.ts';
import { markArrival, markNotSent, markSent, takeAsked, takeLetter } from './outbox.store.ts';
import { NotSent, type Post } from './post.ts';

/** Minutes until the next try, longer each time; past the last it is given up and says so in the outbox. */
const waits = [1, 5, 30, 120, 360, 720, 1_440];

/**
 * Sends what waits in every council's outbox, one letter a transaction, each once; then asks what became of those whose
 * carrier can say. The first of the posts that carries a kind takes it.
 */
export function mailRound(
  posts: readonly Post[],
  councils: (database: Database) => Promise<readonly number[]>,
): Round {
  return {
    name: 'mail',
    everySeconds: 20,
    act: async (database, clock, stopping) => {
      for (const councilId of await councils(database)) {
        const pin = { councilId, actor: nobody, requestId: 'mail' };
        const each = async (act: (db: CouncilDb) => Promise<boolean>) => {
          const one = () => withinCouncil(database, { ...pin, now: clock.now() }, act);
          while (!stopping.aborted && (await one()));
        };
        await each((db) => sendNext(db, posts));
        for (const post of posts) if (post.becameOf) await each((db) => askNext(db, post));
      }
    },
  };
}

/** True when there was a letter to send, whatever became of it. */
async function sendNext(db: CouncilDb, posts: readonly Post[]): Promise<boolean> {
  const letter = await takeLetter(
    db,
    posts.flatMap(({ carries }) => carries),
  );
  if (!letter) return false;
  const post = posts.find(({ carries }) => carries.includes(letter.by)) as Post;
  try {
    await post.send(letter);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    const wait = error.isForGood ? undefined : waits[letter.tries];
    const again = wait === undefined ? null : new Date(nowOf(db).getTime() + wait * 60_000);
    await markNotSent(db, letter, error.message, again);
    return true;
  }
  await markSent(db, letter, post.name);
  return true;
}

/** True when there was one to ask after. When nobody answers the rest are asked after another time. */
async function askNext(db: CouncilDb, post: Post): Promise<boolean> {
  const letter = await takeAsked(db, post.name);
  if (!letter) return false;
  try {
    await markArrival(db, letter, (await post.becameOf?.(letter)) ?? null);
    return true;
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    return false;
  }
}
