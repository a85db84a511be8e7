import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { pinFor, testCouncil } from '../../../../test/council.ts';
import { testDatabase } from '../../../../test/database.ts';
import { comeAlongside } from '../../../people/opening.store.ts';
import { makePerson } from '../../../people/people.store.ts';
import type { CouncilDb } from '../../../platform/db/council.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { feedFile, service } from '../../feeds/feed.fixture.ts';
import { importFeed } from '../../feeds/import-feed.ts';
import { type AskedOfGroup, waitingFor } from '../for-the-group.store.ts';
import { askGroup } from '../group-side/answering.store.ts';
import { offerIntroduction } from '../offering.store.ts';
import { lineKinds } from './line.ts';
import { addLine, answerLine, linesOf } from './lines.store.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);
const { rowan, editor } = council.accounts;
await importFeed(database, pinFor(council.councilId, editor), {
  source: feedFile([service('choir', 'Harbour Choir', {})]),
  name: 'Saltbeck directory',
});
const { rows } = await sql<{
  id: string;
}>`select id from listing where council_id = ${council.councilId}`.execute(database);
const choir = rows[0]?.id ?? '';

/** What may happen to the lines of an introduction, in any order: some of it is refused, and changes nothing. */
const act = fc.oneof(
  fc.record({ does: fc.constant('add' as const), kind: fc.constantFrom(...lineKinds), hasYes: fc.boolean() }),
  fc.record({ does: fc.constantFrom('yes', 'no', 'take-back'), which: fc.nat(5) }),
  fc.record({ does: fc.constant('ask' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

interface Kept {
  id: string;
  words: string;
  stands: 'waiting' | 'yes' | 'over';
}

/** The same history told a second time, as simply as can be: the answer to compare with. */
function tell(kept: Kept[], one: Act): void {
  if (!('which' in one)) return;
  const line = kept[one.which];
  if (!line) return;
  if (one.does === 'take-back' && line.stands === 'yes') line.stands = 'over';
  if (one.does !== 'take-back' && line.stands === 'waiting')
    line.stands = one.does === 'yes' ? 'yes' : 'over';
}

async function live(db: CouncilDb, id: string, kept: Kept[], one: Act): Promise<void> {
  if (one.does === 'ask') await askGroup(db, id, 'page', null);
  if ('kind' in one) {
    const words = `line ${kept.length}`;
    const made = await addLine(db, id, { kind: one.kind, words, yes: one.hasYes ? 'Yes' : null });
    if (!isRefusal(made)) kept.push({ id: made, words, stands: one.hasYes ? 'yes' : 'waiting' });
  }
  const line = 'which' in one ? kept[one.which] : undefined;
  if (line) await answerLine(db, id, line.id, one.does as 'yes', 'They said so');
}

describe('the lines of an introduction', () => {
  it('W2 whatever is said yes to and taken back, the group’s page shows exactly the lines standing now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (history) => {
        await council.as(rowan, async (db) => {
          const personId = await makePerson(db, { fullName: 'Somebody Invented' });
          await comeAlongside(db, personId, { teamId: council.teams.harbour }, 'contact');
          const id = await offerIntroduction(db, {
            ...{ personId, listingId: choir, how: 'message', why: 'Sang once', permissionWords: 'Yes' },
          });
          if (isRefusal(id)) throw new Error(id.because);
          const kept: Kept[] = [];
          let isAsked = false;
          for (const one of history) {
            await live(db, id, kept, one);
            tell(kept, one);
            isAsked ||= one.does === 'ask';
            const { waiting, about } = await waitingFor(db, choir);
            const shown: AskedOfGroup | undefined = waiting.asked.find(
              ({ introductionId }) => introductionId === id,
            );
            assert.deepEqual(
              shown?.lines.map(({ words }) => words).toSorted(),
              isAsked
                ? kept
                    .filter(({ stands }) => stands === 'yes')
                    .map(({ words }) => words)
                    .toSorted()
                : undefined,
            );
            assert.equal(about.includes(personId), isAsked);
          }
          const told = (await linesOf(db, id)).filter(({ toldOn }) => toldOn !== null);
          assert.ok(isAsked || told.length === 0, 'nothing is marked as told before the group was asked');
          await sql`update introduction set ended_on = offered_on, ended_why = 'over', stage = 'not-for-me'
            where council_id = ${council.councilId} and id = ${id}`.execute(db);
        });
      }),
      { numRuns: 40 },
    );
  });
});
