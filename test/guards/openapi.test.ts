import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findWords } from '../../src/conversations/writing/words.ts';
import { testDatabase } from '../database.ts';
import { allowed } from './allowed-words.ts';
import { fullHouse } from './full-house.ts';

interface Operation {
  summary?: string;
  parameters?: { name?: string; in?: string; required?: boolean; schema?: object }[];
  requestBody?: { content?: Record<string, { schema?: object }> };
  responses?: Record<string, { description?: string }>;
}
interface Description {
  openapi: string;
  info: { title?: string; version?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { securitySchemes?: Record<string, object> };
  security?: Record<string, string[]>[];
}

const test = await testDatabase();
const home = await fullHouse(test);
const answer = await home.house.server.inject({ method: 'GET', url: '/openapi.json' });
const description = answer.json() as Description;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('what other systems are told of our addresses', () => {
  it('is OpenAPI 3.1 in its outer shape, with a way to sign in', () => {
    assert.equal(answer.statusCode, 200);
    assert.match(description.openapi, /^3\.1\.\d$/);
    assert.ok(description.info.title && description.info.version);
    for (const scheme of (description.security ?? []).flatMap((one) => Object.keys(one)))
      assert.ok(description.components?.securitySchemes?.[scheme], `${scheme} is explained`);
    assert.ok(operations.length > 0);
  });

  it('lists every door of the house, and none that is not there', () => {
    const told = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).toSorted();
    const doors = home.house.routes
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
      .toSorted();
    assert.deepEqual(told, doors);
    assert.equal(new Set(told).size, told.length);
  });

  it('explains every name in an address, and nothing else as part of it', () => {
    for (const { path, method, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
      const explained = (operation.parameters ?? []).filter((one) => one.in === 'path');
      assert.deepEqual(explained.map(({ name }) => name).toSorted(), inPath, `${method} ${path}`);
      for (const one of operation.parameters ?? []) {
        assert.ok(one.name && one.schema && ['path', 'query'].includes(one.in ?? ''), `${method} ${path}`);
        if (one.in === 'path') assert.equal(one.required, true, `${method} ${path} ${one.name}`);
      }
    }
  });

  it('says of every door what it is, what it takes and how it answers', () => {
    for (const { path, method, operation } of operations) {
      assert.ok(operation.summary, `${method} ${path} has a name`);
      const responses = Object.entries(operation.responses ?? {});
      assert.ok(
        responses.length > 0 && responses.every(([, one]) => one.description),
        `${method} ${path} answers`,
      );
      for (const [status] of responses) assert.match(status, /^([1-5](\d\d|XX)|default)$/);
      if (method === 'get') assert.equal(operation.requestBody, undefined);
      if (method === 'post')
        for (const type of ['application/json', 'application/x-www-form-urlencoded'])
          assert.ok(operation.requestBody?.content?.[type]?.schema, `${path} takes ${type}`);
    }
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(description);
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]*)"/g)) {
      const found = pointer
        .split('/')
        .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], description);
      assert.ok(found, `#/${pointer}`);
    }
    assert.doesNotMatch(text, /"\$ref":"(?!#\/)/, 'refers outside itself');
  });

  it('uses no word in an address, a name or a key that a screen may not', () => {
    const words = [
      ...operations.flatMap(({ path, operation }) => [path, operation.summary ?? '']),
      ...keysOf(description.paths),
    ].map(spaced);
    const hits = words.flatMap((text) =>
      findWords(text, { allow: Object.keys(allowed) }).map(
        ({ word, say }) => `${word} in “${text}”: say ${say}`,
      ),
    );
    assert.deepEqual([...new Set(hits)], []);
  });
});

/** Every property that a body or an address may hold, and every value it may be one of. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (typeof one === 'string' ? [one] : keysOf(one)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(key === 'properties' && typeof one === 'object' && one !== null ? Object.keys(one) : []),
    ...(key === 'name' && typeof one === 'string' ? [one] : []),
    ...keysOf(one),
  ]);
}

/** camelCase, kebab-case and paths as words. */
const spaced = (text: string): string => text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[/_{}-]+/g, ' ');
