import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testCouncil } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { ruleOf } from '../drill/drill-words.ts';
import { answersOf, type DrillMeasure } from '../drill/figure-behind.ts';
import { rulesInWords, withinInWords } from './rules-in-words.ts';

it('E8 every figure leads to the rule it is counted by, in the words everybody is told', async () => {
  const { database } = await testDatabase();
  const council = await testCouncil(database, 'rules');
  const { signIn, house } = await testHouse(database);
  const { body } = await (await signIn(council, council.accounts.analyst)).get('/evidence/rules');
  for (const measure of Object.keys(answersOf) as DrillMeasure[])
    assert.match(body, new RegExp(`id="${ruleOf[measure]}"`), measure);
  const methods = await house.server.inject('/at/rules/evidence/methods');
  const plain = (html: string) => html.replaceAll(/&#39;|&#x27;/g, "'").replaceAll('&amp;', '&');
  for (const { name, definition } of rulesInWords) {
    assert.ok(plain(body).includes(definition), name);
    assert.ok(plain(methods.body).includes(definition), `methods: ${name}`);
  }
  assert.equal(withinInWords([28, 90, 180]), 'within 28, 90 and 180 days');
});
