import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testCouncil } from './council.ts';
import { testDatabase } from './database.ts';
import { forbidden } from './histories/never.ts';
import { playHistories } from './histories/play.ts';

const { database } = await testDatabase();
const council = await testCouncil(database);

/** How many in every `npm test`; `npm run histories` plays ten thousand. */
const many = Number(process.env.HISTORIES ?? 120);
const seed = Number(process.env.SEED ?? 20_261_122);

describe('random histories of practice, through the product’s own stores and rules', () => {
  it(`never reach a forbidden state (${many} histories from seed ${seed})`, async () => {
    const began = Date.now();
    const played = await playHistories(database, council, { first: seed, many, length: 12, atOnce: 2 });
    console.log(
      `${played.histories} histories, ${played.acts} acts, ${forbidden.length} forbidden states asked for, ${played.forbidden.length} reached, ${Date.now() - began} ms`,
    );
    console.log(
      `${played.reached.plansFollowed} plans were followed by a later one; of those later ones ${played.reached.plansSmaller} were smaller (P1)`,
    );
    console.log(`reached: ${JSON.stringify(played.reached)}`);
    console.log(`refused: ${JSON.stringify(played.refusals)}`);
    const [first] = played.forbidden;
    assert.equal(
      first,
      undefined,
      first && `seed ${first.seed} reached ${first.forbidden.join('; ')}:\n${first.told.join('\n')}`,
    );
    assert.equal(played.histories, many);
    for (const [what, times] of Object.entries(played.reached))
      assert.ok(times > 0, `no history reached any of ${what}`);
  });
});
