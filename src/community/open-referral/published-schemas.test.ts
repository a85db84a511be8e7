import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { testCouncil, testNow } from '../../../test/council.ts';
import { testDatabase } from '../../../test/database.ts';
import { testHouse } from '../../../test/house.ts';
import { at, feedFile, service, weekly } from '../feeds/feed.fixture.ts';
import { importFeed } from '../feeds/import-feed.ts';
import { publishProblems } from './records/publish-check.ts';

/** The published schemas and real directories, kept beside the checkout: used, never handed on. */
const folder = fileURLToPath(new URL('../../../../shared/data/open-referral/', import.meta.url));
const skip = existsSync(folder) ? false : 'the published schemas are not beside this checkout';

type Shape = Record<string, unknown>;
const published = (path: string): Shape => JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as Shape;

function validators() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const { paths, components } = published('oruk-3.0/openapi.json') as {
    paths: Record<string, { get: { responses: { 200: { content: Record<string, { schema: Shape }> } } } }>;
    components: { schemas: { Page: Shape & { properties: Shape } } };
  };
  const { Page } = components.schemas;
  const envelope = { ...Page, required: [...Object.keys(Page.properties), 'contents'] };
  const term = published('oruk-3.0/schemata/taxonomy_term.json');
  ajv.addSchema(term, 'oruk-3.0/schemata/taxonomy_term.json');
  const of = (path: string) => ajv.compile({ ...published(path), $id: path });
  return {
    root: ajv.compile(paths['/']?.get.responses[200].content['application/json']?.schema ?? false),
    envelope: ajv.compile({
      ...envelope,
      properties: { ...Page.properties, contents: { type: 'array' } },
      additionalProperties: false,
    }),
    service: of('oruk-3.0/compiled/service.json'),
    services: of('oruk-3.0/compiled/service_list.json'),
    place: of('oruk-3.0/compiled/service_at_location.json'),
    places: of('oruk-3.0/compiled/service_at_location_list.json'),
    taxonomy: of('oruk-3.0/schemata/taxonomy.json'),
    term: ajv.compile({ ...term, $id: 'a term alone' }),
  };
}

describe('every answer against the published schemas, formats and all', { skip }, async () => {
  const { database } = await testDatabase();
  const council = await testCouncil(database);
  const home = await testHouse(database);
  const valid = skip === false ? validators() : ({} as ReturnType<typeof validators>);

  before(async () => {
    const pin = {
      ...{ councilId: council.councilId, actor: council.accounts.editor },
      ...{ now: testNow, requestId: 'test' },
    };
    for (const [name, file] of [
      ['Version 1', 'feeds/bristol-v1-2024-12-part-a.json'],
      ['Version 3', 'feeds/bristol-v3-services-page1.json'],
      ['Examples', 'oruk-3.0/examples/service_full.json'],
    ] as const)
      assert.equal((await importFeed(database, pin, { source: folder + file, name })).brokenBecause, null);
    const ours = ['Chapel', 'Ropeworks'].map((hall, index) =>
      service(hall, `${hall} choir`, { ...at(hall, `ZZ${index + 1} 1ZZ`, 53, 0.1), ...weekly('TU,2FR') }),
    );
    await importFeed(database, pin, { source: feedFile(ours), name: 'Ours' });
  });

  const ask = async (url: string): Promise<Shape> => {
    const answer = await home.house.server.inject({ method: 'GET', url: `/open-referral${url}` });
    assert.equal(answer.statusCode, 200, `${url}: ${answer.body.slice(0, 300)}`);
    return answer.json();
  };

  function assertValid(what: string, check: ValidateFunction, value: unknown): void {
    assert.ok(check(value), `${what}: ${JSON.stringify(check.errors?.slice(0, 3))}`);
    const ours = publishProblems(value).filter(({ problem }) => !problem.startsWith('Has no '));
    assert.deepEqual(ours, [], what);
  }

  /** Every record of a list, page after page, each checked; and the envelope of each page. */
  async function everyOne(url: string, check: ValidateFunction): Promise<Shape[]> {
    const all: Shape[] = [];
    for (let page = 1; ; page += 1) {
      const { contents, ...envelope } = (await ask(`${url}?per_page=100&page=${page}`)) as {
        contents: Shape[];
      };
      assert.ok(valid.envelope({ ...envelope, contents }), JSON.stringify(valid.envelope.errors));
      for (const one of contents) assertValid(`${url} ${one.id}`, check, one);
      all.push(...contents);
      if ((envelope as Shape).last_page) {
        assert.equal(all.length, (envelope as Shape).total_items, `${url} tells as many as it says it has`);
        return all;
      }
    }
  }

  it('the schemas refuse what a bad record would hold, so that passing says something', () => {
    const example = published('oruk-3.0/examples/service_full.json');
    assert.ok(valid.service(example));
    for (const broken of [{ email: 'nobody' }, { url: 'www.example.org' }, { id: '1' }, { status: 'open' }])
      assert.equal(valid.service({ ...example, ...broken }), false, JSON.stringify(broken));
  });

  it('the root', async () => {
    assertValid('/', valid.root, await ask(''));
  });

  it('services: each in the list and each whole', async (test) => {
    const services = await everyOne('/services', valid.services);
    assert.ok(services.length > 350, `only ${services.length} are published`);
    for (const { id } of services) {
      const whole = await ask(`/services/${id}`);
      assertValid(`/services/${id}`, valid.service, whole);
      assert.deepEqual(publishProblems(whole), []);
    }
    test.diagnostic(`${services.length} services`);
  });

  it('services at locations: each in the list and each whole', async (test) => {
    const places = await everyOne('/service_at_locations', valid.places);
    assert.ok(places.length >= 3);
    for (const { id } of places)
      assertValid(`/service_at_locations/${id}`, valid.place, await ask(`/service_at_locations/${id}`));
    test.diagnostic(`${places.length} services at locations`);
  });

  it('taxonomies and their terms', async (test) => {
    const terms = await everyOne('/taxonomy_terms', valid.term);
    const taxonomies = await everyOne('/taxonomies', valid.taxonomy);
    for (const { id } of terms.slice(0, 50))
      assertValid(`/taxonomy_terms/${id}`, valid.term, await ask(`/taxonomy_terms/${id}`));
    for (const { id } of taxonomies)
      assertValid(`/taxonomies/${id}`, valid.taxonomy, await ask(`/taxonomies/${id}`));
    assert.ok(terms.length > 0 && taxonomies.length > 0);
    test.diagnostic(`${taxonomies.length} taxonomies, ${terms.length} terms`);
  });
});
