import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as is from 'typescript/unstable/ast/is';
import { importsOf, readSources, textOf, walk } from '../source.ts';

const src = new URL('../../src/', import.meta.url);
const readme = readFileSync(new URL('conversations/README.md', src), 'utf8');

/** Every rule of the practice, by id. */
const ids = [
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6'],
  ...['C1-1', 'C1-2', 'C1-3'],
  ...['C2-1', 'C2-2', 'C2-3', 'C2-4', 'C2-5', 'C2-6'],
  ...['C3-1', 'C3-2', 'C3-3', 'C3-4', 'C3-5', 'C3-6'],
  ...['N1', 'N2', 'N3', 'N4', 'N5'],
  ...['P1', 'P2', 'P3', 'P4', 'P5'],
  ...['R1', 'R2'],
  'meter',
];
/** The duties of adult social care law, as the practice notes number them. */
const duties = Array.from({ length: 20 }, (_, index) => `5.${index + 1}`);

const tableUnder = (title: string): string[][] =>
  (readme.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const quotedIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const rows = tableUnder('Every rule by id');
const ships = readSources();

describe('the table of rules', () => {
  it('has every rule once, in order', () => {
    assert.deepEqual(
      rows.map(([id]) => id),
      ids,
    );
  });

  for (const [id = '', , functions, file, tests] of rows) {
    it(`${id} has its functions in the file that is named`, async () => {
      const [path = ''] = quotedIn(file);
      const names = quotedIn(functions);
      assert.ok(names.length > 0);
      const exported = await import(new URL(path, src).href);
      for (const name of names) assert.ok(name in exported, `${path} exports no ${name}`);
      assert.ok(
        names.some((name) => typeof exported[name] === 'function' || 'shape' in exported[name]),
        'a rule is a function, or a form that asks no more',
      );
    });

    it(`${id} has functions that the product itself asks, each of them`, () => {
      const [path = ''] = quotedIn(file);
      for (const name of quotedIn(functions))
        assert.ok(isUsed(`src/${path}`, name), `nothing that ships uses ${name} of ${path}`);
    });

    it(`${id} is tried in sentences that name it, in every file that is named`, () => {
      const paths = quotedIn(tests);
      assert.ok(paths.length > 0);
      for (const path of paths) assert.ok(namesIt(path, id), `${path} has no sentence with ${id}`);
    });

    it(`${id} is tried without a database too, beside its function`, () => {
      const [path = ''] = quotedIn(file);
      const folder = path.split('/').slice(0, -1).join('/');
      const pure = quotedIn(tests).filter((test) => !/\.(store|routes)\.test\.ts$/.test(test));
      assert.ok(
        pure.some((test) => test.startsWith(folder)),
        'no test of the pure rule',
      );
    });
  }
});

describe('the table of duties', () => {
  it('has every duty once, with what keeps it', async () => {
    const kept = tableUnder('What the law asks, and where it is kept');
    const numbered = kept.flatMap(([duty = '']) => duty.match(/5\.\d+/g) ?? []);
    assert.deepEqual(numbered, duties);
    for (const [duty, facts, tables] of kept)
      assert.ok(quotedIn(facts).length + quotedIn(tables).length > 0, `${duty} is kept nowhere`);
  });

  it('names kinds of fact and tables that there are', async () => {
    const { isFactName } = await import('../../src/conversations/facts.ts');
    const written = readFileSync(new URL('tables.generated.ts', src), 'utf8');
    for (const [, facts, tables] of tableUnder('What the law asks, and where it is kept')) {
      for (const name of quotedIn(facts)) assert.ok(isFactName(name), `${name} is no kind of fact`);
      for (const name of quotedIn(tables)) {
        const [table = ''] = name.split('.');
        assert.match(written, new RegExp(`^ {2}${table}:`, 'm'), `${table} is no table`);
      }
    }
  });
});

/** True when something that ships uses the name: beside where it is declared, or where it is taken from that file. */
function isUsed(path: string, name: string): boolean {
  return ships.some((source) => {
    const isItsOwn = source.path === path;
    if (!isItsOwn && !importsOf(source).some((one) => one.path === path && !one.isTypeOnly)) return false;
    const uses = [...walk(source.tree)].filter(
      (node) =>
        is.isIdentifier(node) &&
        textOf(source, node) === name &&
        !is.isImportSpecifier(node.parent) &&
        !is.isTypeQueryNode(node.parent),
    );
    return uses.length > (isItsOwn ? 1 : 0);
  });
}

/** True when the file has a test or a group whose sentence names the rule. */
function namesIt(path: string, id: string): boolean {
  const url = new URL(path, src);
  if (!existsSync(url)) return false;
  const sentences = readFileSync(url, 'utf8').match(/\b(?:it|describe)\(\s*(['"`]).*?\1/gs) ?? [];
  return sentences.some((sentence) => new RegExp(`\\b${id}\\b`).test(sentence));
}
