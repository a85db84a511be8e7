import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { SyntaxKind } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

/** The project's folder. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** One file of what ships, read as the compiler reads it. */
export interface Source {
  /** From the project's folder: `src/people/person.ts`. */
  path: string;
  text: string;
  lines: number;
  tree: SourceFile;
}

export interface Import {
  /** As written: `../person.ts`, `kysely`, `node:fs`. */
  from: string;
  /** From the project's folder when it is ours. */
  path: string | null;
  isTypeOnly: boolean;
}

export interface MeasuredFunction {
  name: string;
  /** Where it starts, counted from 1. */
  line: number;
  lines: number;
  node: Node;
}

/** True for what ships: no tests, fixtures, generated or ambient files. */
export const ships = (path: string): boolean =>
  /\.tsx?$/.test(path) && !/\.(test|fixture|generated|d)\.tsx?$/.test(path);

/**
 * Every file under `src` that ships, with its syntax tree from the compiler itself, so that nothing here guesses
 * with regular expressions what is code and what is a comment. The interface is TypeScript's unstable one; its
 * version is pinned, and only this file and `walk` use it.
 */
export function readSources(): Source[] {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: join(root, 'tsconfig.json') }).getProjects();
    return globSync('src/**/*.{ts,tsx}', { cwd: root })
      .filter(ships)
      .sort()
      .map((path) => {
        const tree = project?.program.getSourceFile(join(root, path));
        if (!tree) throw new Error(`${path} is not part of the project in tsconfig.json`);
        const text = readFileSync(join(root, path), 'utf8');
        return { path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), tree };
      });
  } finally {
    api.close();
  }
}

/** Every node below `node`, parents first. */
export function* walk(node: Node): Generator<Node> {
  const below: Node[] = [];
  node.forEachChild((child) => {
    below.push(child);
    return undefined;
  });
  for (const child of below) {
    yield child;
    yield* walk(child);
  }
}

export function textOf(source: Source, node: Node): string {
  return source.text.slice(node.getStart(source.tree), node.end);
}

export function lineOf(source: Source, node: Node): number {
  return source.text.slice(0, node.getStart(source.tree)).split('\n').length;
}

/** What a file imports or exports on, type or value. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  for (const node of walk(source.tree)) {
    if (is.isImportDeclaration(node) && is.isStringLiteral(node.moduleSpecifier))
      found.push(importOf(source, node.moduleSpecifier.text, isTypeOnly(textOf(source, node))));
    else if (is.isExportDeclaration(node) && node.moduleSpecifier && is.isStringLiteral(node.moduleSpecifier))
      found.push(importOf(source, node.moduleSpecifier.text, isTypeOnly(textOf(source, node))));
    else if (is.isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      if (from && is.isStringLiteral(from)) found.push(importOf(source, from.text, false));
    }
  }
  return found;
}

/** `import type …`, or braces in which every name is a type. */
function isTypeOnly(statement: string): boolean {
  if (/^(import|export)\s+type\b/.test(statement)) return true;
  const braces = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  return (
    braces
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .every((name) => name.startsWith('type ')) ?? false
  );
}

function importOf(source: Source, from: string, isTypeOnly: boolean): Import {
  const path = from.startsWith('.')
    ? relative(root, join(root, dirname(source.path), from)).replaceAll('\\', '/')
    : null;
  return { from, path, isTypeOnly };
}

/** Every function with its length: declarations, methods and arrows, from its first line to its last. */
export function functionsOf(source: Source): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  for (const node of walk(source.tree)) {
    const isFunction =
      is.isFunctionDeclaration(node) ||
      is.isMethodDeclaration(node) ||
      is.isConstructorDeclaration(node) ||
      is.isFunctionExpression(node) ||
      is.isArrowFunction(node);
    if (!isFunction || !node.body) continue;
    const text = textOf(source, node);
    found.push({
      name: nameOf(source, node),
      line: lineOf(source, node),
      lines: text.split('\n').length,
      node,
    });
  }
  return found;
}

/** Its own name, or that of what it is given to; '' when it has none. */
function nameOf(source: Source, node: Node): string {
  if ('name' in node && node.name) return textOf(source, node.name as Node);
  const { parent } = node;
  if (parent && is.isVariableDeclaration(parent)) return textOf(source, parent.name);
  return '';
}

/** The role in a file's name: `people.store.ts` is a store, `person.ts` a pure rule, `person-page.tsx` a page. */
export function roleOf(path: string): 'store' | 'routes' | 'forms' | 'pages' | 'rule' {
  const file = basename(path);
  if (/\.store\.ts$/.test(file)) return 'store';
  if (/\.routes\.tsx?$/.test(file)) return 'routes';
  if (/\.forms\.ts$/.test(file)) return 'forms';
  if (/\.tsx$/.test(file)) return 'pages';
  return 'rule';
}

/** Lines that are code: imports, comments and blank lines apart, since the house asks for docstrings with sources. */
export function codeLines({ text }: Pick<Source, 'text'>): number {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^import [^;]*;/gm, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return code.split('\n').filter((line) => line.trim() !== '').length;
}
