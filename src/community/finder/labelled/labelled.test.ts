import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { importFeed } from '../../feeds/import-feed.ts';
import { readAsking } from '../asking.ts';
import { findListings } from '../finder.store.ts';
import { type LabelledSearch, type Measured, measure } from './measure.ts';

/** The feed is kept beside the checkout: nobody has said that it may be handed on. Only our own words and ids are kept here. */
const feed = fileURLToPath(
  new URL('../../../../../shared/data/open-referral/feeds/bristol-v1-2024-12-part-a.json', import.meta.url),
);
const skip = existsSync(feed) ? false : 'the real feed is not beside this checkout';
const searches = JSON.parse(
  readFileSync(new URL('searches.json', import.meta.url), 'utf8'),
) as LabelledSearch[];

/** A little under what is reached; raise them with the ranking. Before it was: 0.205 and 0.438, 0.192 and 0.403. */
const floors = {
  tuning: { precisionAt5: 0.43, meanReciprocalRank: 0.9 },
  heldOut: { precisionAt5: 0.38, meanReciprocalRank: 0.85 },
};

describe(`${searches.length} searches as people say them, over a real directory`, { skip }, () => {
  it('find what is just right first, and five that are good', async (test) => {
    assert.ok(searches.length >= 100);
    const answers = await answered();
    const halves = halvesOf(searches);
    for (const half of ['tuning', 'heldOut'] as const) {
      const measured = measure(answers.filter(({ search }) => halves[half].includes(search)));
      test.diagnostic(`${half}: ${inWords(measured)}`);
      const { precisionAt5, meanReciprocalRank } = floors[half];
      assert.ok(measured.precisionAt5 >= precisionAt5, `${half}: ${inWords(measured)}`);
      assert.ok(measured.meanReciprocalRank >= meanReciprocalRank, `${half}: ${inWords(measured)}`);
    }
  });
});

/** Every search as on the day the feed was read, older listings too. */
async function answered(): Promise<{ search: LabelledSearch; found: string[] }[]> {
  const test = await testDatabase();
  const council = await testCouncil(test.database);
  await importFeed(test.database, pinFor(council.councilId, council.accounts.editor), {
    source: feed,
    name: 'real',
  });
  return council.as(council.accounts.rowan, async (db) => {
    const { rows } = await sql<{
      id: string;
      sourceId: string;
    }>`select id, left(source_id, 8) as "sourceId" from listing
      where council_id = ${council.councilId}`.execute(db);
    const sourceIds = new Map(rows.map(({ id, sourceId }) => [id, sourceId]));
    const answers = [];
    for (const search of searches) {
      const { things, notFor } = readAsking(search.q);
      const looking = {
        things,
        notFor,
        near: null,
        freshSince: '2024-09-19',
        withOlder: true,
        offset: 0,
        most: 10,
      };
      const { found } = await findListings(db, looking);
      answers.push({ search, found: found.map(({ listingId }) => sourceIds.get(listingId) ?? '') });
    }
    return answers;
  });
}

const inWords = ({ searches, precisionAt5, precisionCeiling, meanReciprocalRank }: Measured): string =>
  `N ${searches}, precision at 5 ${precisionAt5.toFixed(3)} (at most ${precisionCeiling.toFixed(3)}), mean reciprocal rank ${meanReciprocalRank.toFixed(3)}`;

/** Every other search is for tuning; the rest are held out and only counted. */
function halvesOf(searches: readonly LabelledSearch[]) {
  return {
    tuning: searches.filter((_, index) => index % 2 === 0),
    heldOut: searches.filter((_, index) => index % 2 === 1),
  };
}
