import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, it } from 'node:test';
import * as is from 'typescript/unstable/ast/is';
import {
  codeLines,
  functionsOf,
  type Import,
  importsOf,
  lineOf,
  type MeasuredFunction,
  readSources,
  roleOf,
  root,
  type Source,
  ships,
  textOf,
  walk,
} from '../test/source.ts';

/** A domain may use the rules and stores of those before it, never of those after. */
const order = [
  'access',
  'people',
  'community',
  'conversations',
  'plans',
  'stories',
  'own',
  'learning',
  'evidence',
  'returns',
];

/** Files without a role suffix that are not pure rules, and why. */
const outside: Record<string, string> = {
  'src/community/feeds/fetching/fetch-json.ts': 'asks other people’s HTTP for a page of a feed',
  'src/community/feeds/fetching/web-answer.ts': 'asks other people’s HTTP for one address',
  'src/community/feeds/fetching/private-network.ts': 'asks the resolver where a feed’s address leads',
  'src/community/feeds/feed-pages.ts': 'walks the pages of a feed over fetch-json',
  'src/community/feeds/feed-details.ts': 'asks for the records a feed only lists',
  'src/community/feeds/read-feed.ts': 'reads a whole feed over feed-pages',
  'src/community/feeds/upkeep/keep-reading.ts': 'reads a due feed, keeping what comes as it comes',
  'src/community/feeds/upkeep/feed-round.ts': 'the round that reads what is due',
  'src/community/asking/rounds/asking-round.ts': 'the round that asks every council’s groups once a day',
  'src/community/postcodes/import-postcodes.ts': 'reads a council’s file of postcodes into its directory',
  'src/community/postcodes/postcode-rows.ts': 'reads rows of that file as they come',
  'src/community/feeds/import-feed.ts': 'reads a feed, then saves it in one transaction',
  'src/people/messages/notify/notify.ts': 'asks GOV.UK Notify to carry a message, and what became of it',
  'src/people/messages/telling-round.ts': 'the round that tells people there is something for them',
  'src/people/own-page/letter-visit.ts':
    'opens the visit of a letter that is shown once, as the house opens every other',
  'src/evidence/looking/which-site.ts': 'finds the site and the day that a page of figures asks for',
  'src/evidence/kept/counted-or-kept.ts': 'counts, times it, and keeps a count that was dear',
  'src/evidence/brought/reading/load.ts': 'reads a file of events into a load, a stretch at a time',
  'src/evidence/brought/reading/reading-round.ts': 'the round that reads the files given on a page',
};

/** Handles that write SQL, as Kysely calls them. */
const writers = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'];
const builders = [...writers, 'selectFrom', 'executeQuery'];

/** Platform files under `http` that are pure all the same: they read what people wrote. */
const pureReading = ['src/platform/http/reading.ts'];

/** In lines. The longest of a file and of a function are fixed above all others. */
const budget = {
  file: { half: 60, most: 150 },
  function: { half: 10, most: 30 },
  platform: { own: 2_500, govuk: 1_000, embedded: 1_000, outgoing: 400 },
};

/** Parts of the platform that answer to something outside us, each with a budget of its own. */
const heldOutside: Record<string, RegExp> = {
  govuk: /\/ui\/govuk\//,
  embedded: /\/db\/embedded/,
  outgoing: /^src\/platform\/(mail|jobs)\//,
};

const sources = readSources();
const imports = new Map(sources.map((source) => [source.path, importsOf(source)]));
const functions = sources.flatMap((source) =>
  functionsOf(source).map((measured) => ({ ...measured, source })),
);
const domainOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
const isDomain = (path: string): boolean => order.includes(domainOf(path) ?? '');
const importsIn = (source: Source): Import[] => imports.get(source.path) ?? [];
const none = (found: string[]): void => assert.deepEqual(found, [], `\n${found.join('\n')}\n`);

describe('who may use whom', () => {
  it('has only the domains of the contents page beside platform', () => {
    const folders = [...new Set(sources.map(({ path }) => domainOf(path)).filter((name) => name !== null))];
    none(folders.filter((name) => name !== 'platform' && !order.includes(name)));
  });

  it('uses the domains before it, never those after', () => {
    none(crossings(({ from, to }) => order.indexOf(to) > order.indexOf(from)));
  });

  it('takes from another domain its rules, stores, forms and shared pieces of a page, never routes or whole pages', () => {
    none(
      crossings(
        ({ line }) =>
          !line.isTypeOnly && /\.(routes|pages)\.tsx?$|-page\.tsx$/.test(basename(line.path ?? '')),
      ),
    );
  });

  it('shows pieces of a page only to pages and routes', () => {
    none(
      crossings(
        ({ source, line }) =>
          !line.isTypeOnly &&
          roleOf(line.path ?? '') === 'pages' &&
          ['rule', 'store', 'forms'].includes(roleOf(source.path)),
      ),
    );
  });

  it('keeps platform ignorant of every domain', () => {
    none(
      sources
        .filter(({ path }) => domainOf(path) === 'platform')
        .flatMap((source) =>
          importsIn(source)
            .filter(({ path }) => path !== null && domainOf(path) !== 'platform')
            .map(({ from }) => `${source.path} imports ${from}`),
        ),
    );
  });

  it('keeps the look ignorant of requests and of the database: types only', () => {
    none(
      sources
        .filter(({ path }) => path.startsWith('src/platform/ui/'))
        .flatMap((source) =>
          importsIn(source)
            .filter(({ path, isTypeOnly }) => !isTypeOnly && /^src\/platform\/(http|db)\//.test(path ?? ''))
            .map(({ from }) => `${source.path} imports ${from}`),
        ),
    );
  });

  it('gives pages ready values: no page takes a store, a database or a request', () => {
    none(
      sources
        .filter(({ path }) => isDomain(path) && roleOf(path) === 'pages')
        .flatMap((source) =>
          importsIn(source)
            .filter(({ from, path, isTypeOnly }) => !isTypeOnly && reachesOut(from, path))
            .map(({ from }) => `${source.path} imports ${from}`),
        ),
    );
  });
});

describe('pure rules', () => {
  const rules = sources.filter(({ path }) => isDomain(path) && roleOf(path) === 'rule' && !(path in outside));

  it('import only rules: no store, route, form, page, database or request', () => {
    none(
      rules.flatMap((source) =>
        importsIn(source)
          .filter(({ isTypeOnly }) => !isTypeOnly)
          .filter(
            ({ from, path }) =>
              reachesOut(from, path) ||
              (path !== null && (path in outside || (isDomain(path) && roleOf(path) !== 'rule'))),
          )
          .map(({ from }) => `${source.path} imports ${from}`),
      ),
    );
  });

  it('never ask what the time is, nor throw dice', () => {
    none(rules.flatMap((source) => chancesIn(source)));
  });

  it('lists as reaching outside only files that are there', () => {
    none(Object.keys(outside).filter((path) => !sources.some((source) => source.path === path)));
  });
});

describe('SQL lives in stores', () => {
  const elsewhere = sources.filter(
    ({ path }) => roleOf(path) !== 'store' && !path.startsWith('src/platform/db/'),
  );

  it('nothing else takes anything but types from kysely or pg', () => {
    none(
      elsewhere.flatMap((source) =>
        importsIn(source)
          .filter(({ from, isTypeOnly }) => ['kysely', 'pg'].includes(from) && !isTypeOnly)
          .map(({ from }) => `${source.path} imports ${from}`),
      ),
    );
  });

  it('nothing else builds a statement', () => {
    none(elsewhere.flatMap((source) => callsOf(source, builders)));
  });

  it('a store takes the time from its transaction: no now(), no clock of its own', () => {
    const stores = sources.filter(({ path }) => roleOf(path) === 'store');
    none([
      ...stores.flatMap((source) =>
        sqlIn(source)
          .filter(({ words }) =>
            /\b(now\s*\(\)|current_(timestamp|date|time)\b|localtime|clock_timestamp|statement_timestamp)/i.test(
              words,
            ),
          )
          .map(({ line }) => `${source.path}:${line} asks the database for the time`),
      ),
      ...stores.flatMap((source) => chancesIn(source)),
    ]);
  });

  it('a function that takes a CouncilReader writes nothing', () => {
    none(functions.filter(takesReader).flatMap((one) => writesIn(one)));
  });

  it('no session-level SET: what a transaction is pinned to ends with it', () => {
    none(
      sources.flatMap((source) =>
        sqlIn(source)
          .filter(
            ({ words }) =>
              /^\s*set\s+(?!local\b)\w/i.test(words) ||
              /set_config\([^)]*,\s*false\s*\)/i.test(words) ||
              /\bset\s+session\b/i.test(words),
          )
          .map(({ line }) => `${source.path}:${line}`),
      ),
    );
  });
});

describe('names', () => {
  const empty = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'service', 'data'];
  const lastWord = (name: string): string => (name.split(/(?=[A-Z])|[-._]/).at(-1) ?? '').toLowerCase();

  it('say what a thing is: never utils, helpers, common, manager, service or data', () => {
    none([
      ...sources
        .map(({ path }) => path)
        .filter((path) =>
          path.split(/[/]/).some((part) => empty.includes(lastWord(part.split('.')[0] ?? ''))),
        ),
      ...functions
        .filter(({ name }) => empty.includes(lastWord(name)))
        .map(({ source, line, name }) => `${source.path}:${line} ${name}`),
    ]);
  });

  it('are in kebab case', () => {
    none(
      sources
        .map(({ path }) => path)
        .filter(
          (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(store|routes|forms|pages))?\.tsx?$/.test(basename(path)),
        ),
    );
  });
});

describe('budgets', () => {
  it('files: half within 60 lines of code, nine in ten within 150, none over 300 lines of any kind', () => {
    const code = sources.map((source) => ({ path: source.path, lines: codeLines(source) }));
    const lines = code.map(({ lines }) => lines);
    say(
      'files, every line',
      sources.map((source) => source.lines),
    );
    say('files, lines of code', lines);
    none(over(sources, 300));
    within('half of all files', percentile(lines, 50), budget.file.half, longest(code));
    within('nine files in ten', percentile(lines, 90), budget.file.most, longest(code));
  });

  it('functions: half within 10 lines, nine in ten within 30, none over 60', () => {
    const named = functions.filter(({ name }) => name !== '');
    const lines = named.map(({ lines }) => lines);
    say('named functions', lines);
    const listed = functions.map(({ source, line, name, lines }) => ({
      path: `${source.path}:${line} ${name}`,
      lines,
    }));
    none(over(listed, 60));
    within('half of all functions', percentile(lines, 50), budget.function.half, longest(listed));
    within('nine functions in ten', percentile(lines, 90), budget.function.most, longest(listed));
  });

  it('platform stays small, and so do the parts of it held to something outside (decisions 0005 and 0033)', () => {
    const platform = sources.filter(({ path }) => domainOf(path) === 'platform');
    const part = (path: string) =>
      Object.entries(heldOutside).find(([, where]) => where.test(path))?.[0] ?? 'own';
    for (const [name, most] of Object.entries(budget.platform)) {
      const files = platform.filter(({ path }) => part(path) === name);
      const lines = files.reduce((sum, one) => sum + one.lines, 0);
      console.log(`platform, ${name}: ${lines} lines in ${files.length} files`);
      within(`platform, ${name}`, lines, most, longest(files));
    }
  });

  it('a folder of a domain holds at most fifteen files, tests and README apart', () => {
    const folders = new Map<string, number>();
    for (const path of globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(ships))
      if (isDomain(path)) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
    none([...folders].filter(([, files]) => files > 15).map(([folder, files]) => `${folder}: ${files}`));
  });
});

interface Crossing {
  source: Source;
  line: Import;
  from: string;
  to: string;
}

/** Imports from one domain to another that a rule forbids, in words. */
function crossings(isForbidden: (crossing: Crossing) => boolean): string[] {
  return sources
    .filter(({ path }) => isDomain(path))
    .flatMap((source) =>
      importsIn(source)
        .filter(({ path }) => path !== null && isDomain(path) && domainOf(path) !== domainOf(source.path))
        .map((line) => ({
          source,
          line,
          from: domainOf(source.path) ?? '',
          to: domainOf(line.path ?? '') ?? '',
        }))
        .filter(isForbidden)
        .map(({ line }) => `${source.path} imports ${line.from}`),
    );
}

/** True for what a rule or a page may never hold: a store, the database, the web server, the machine. */
function reachesOut(from: string, path: string | null): boolean {
  if (path === null)
    return /^(kysely|pg|fastify|@fastify\/.*|pino|node:(fs|net|http|https|dns|child_process).*)$/.test(from);
  return (
    roleOf(path) === 'store' || (/^src\/platform\/(db|http)\//.test(path) && !pureReading.includes(path))
  );
}

/** Where a file asks the machine's clock or throws dice. */
function chancesIn(source: Source): string[] {
  const found: string[] = [];
  for (const node of walk(source.tree)) {
    const isNow =
      (is.isNewExpression(node) && textOf(source, node.expression) === 'Date' && !node.arguments?.length) ||
      (is.isCallExpression(node) &&
        ['Date.now', 'Math.random', 'Date', 'performance.now'].includes(textOf(source, node.expression)));
    if (isNow) found.push(`${source.path}:${lineOf(source, node)} ${textOf(source, node)}`);
  }
  return found;
}

function callsOf(source: Source, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const node of walk(source.tree))
    if (is.isPropertyAccessExpression(node) && names.includes(node.name.text))
      found.push(`${source.path}:${lineOf(source, node)} .${node.name.text}`);
  return found;
}

/** Every statement in a file: templates tagged `sql`, and texts given to `query`. */
function sqlIn(source: Source, within: Parameters<typeof walk>[0] = source.tree) {
  const found: { words: string; line: number }[] = [];
  for (const node of walk(within)) {
    const statement = is.isTaggedTemplateExpression(node)
      ? textOf(source, node.tag) === 'sql' && node.template
      : is.isCallExpression(node) &&
        /\.(query|raw)$/.test(textOf(source, node.expression)) &&
        node.arguments[0];
    if (statement)
      found.push({ words: textOf(source, statement).slice(1, -1), line: lineOf(source, statement) });
  }
  return found;
}

function takesReader({ source, node }: MeasuredFunction & { source: Source }): boolean {
  return (
    'parameters' in node &&
    [...(node.parameters as Iterable<Parameters<typeof textOf>[1]>)].some((parameter) =>
      /:\s*CouncilReader\b/.test(textOf(source, parameter)),
    )
  );
}

/** Where a function writes: through the builder, or in words. */
function writesIn({ source, node, name }: MeasuredFunction & { source: Source }): string[] {
  const found: string[] = [];
  for (const below of walk(node))
    if (is.isPropertyAccessExpression(below) && writers.includes(below.name.text))
      found.push(`${source.path}:${lineOf(source, below)} ${name} .${below.name.text}`);
  for (const { words, line } of sqlIn(source, node))
    if (/\b(insert\s+into|delete\s+from|update\s+[\w"]+(\s+\w+)?\s+set|for\s+update)\b/i.test(words))
      found.push(`${source.path}:${line} ${name} writes or locks in SQL`);
  return found;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0;
}

interface Long {
  path: string;
  lines: number;
}

const over = (all: readonly Long[], most: number): string[] =>
  all
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${most}`);

const longest = (all: readonly Long[]): string =>
  all
    .toSorted((one, other) => other.lines - one.lines)
    .slice(0, 25)
    .map(({ path, lines }) => `  ${lines} ${path}`)
    .join('\n');

function within(what: string, is: number, most: number, longest: string): void {
  assert.ok(is <= most, `${what}: ${is} lines, at most ${most}. The longest:\n${longest}`);
}

function say(what: string, lines: readonly number[]): void {
  console.log(
    `${what}: ${lines.length}, half up to ${percentile(lines, 50)} lines, nine in ten up to ${percentile(lines, 90)}, longest ${Math.max(...lines)}`,
  );
}
