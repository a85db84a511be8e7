import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Node } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { findWords } from '../../src/conversations/writing/words.ts';
import { testDatabase } from '../database.ts';
import { lineOf, readSources, type Source, textOf, walk } from '../source.ts';
import { allowed } from './allowed-words.ts';
import { fullCouncils } from './full-council.ts';
import { addressOf, everybody, fullHouse } from './full-house.ts';
import { casesFor, nameOf, readMatrix } from './matrix.ts';

/** Files whose texts are not for screens, and why. */
const elsewhere: Record<string, string> = {
  'src/conversations/writing/words.ts': 'the list itself',
  'src/platform/db/': 'said to whoever runs the server, about servers',
  'src/platform/ui/govuk/': 'the names of GOV.UK classes and attributes',
  'src/community/finder/words/': 'words as people type them when they look for something',
  'src/evidence/brought/reading/': 'reads other systems’ files, in their own words',
  'src/community/feeds/': 'reads other people’s formats, which have their own names for things',
};

const sources = readSources().filter(
  ({ path }) => !Object.keys(elsewhere).some((place) => path.startsWith(place)),
);
const allow = Object.keys(allowed);

describe('the words on screens', () => {
  it('every text in a page, a form, a refusal, a notice, an address or a title says people, not cases', () => {
    const texts = sources.flatMap((source) => textsIn(source));
    none(texts.flatMap(({ where, words }) => hitsIn(words).map((hit) => `${where} ${hit}`)));
    console.log(`words: ${texts.length} texts in ${sources.length} files`);
    assert.ok(texts.length > 500, 'the texts are found');
  });

  it('every name in an address, a form or an answer does too', () => {
    const names = sources.flatMap((source) => namesIn(source));
    none(names.flatMap(({ where, words }) => hitsIn(words).map((hit) => `${where} ${hit}`)));
    console.log(`words: ${names.length} names of fields and keys`);
  });

  it('every page as it is shown does too, outside people’s own words', async () => {
    const test = await testDatabase();
    const [ours, theirs] = await fullCouncils(test);
    const home = await fullHouse(test);
    const readers = Object.values(await everybody(home, test, ours, theirs));
    const matrix = readMatrix();
    const read = new Map<string, string>();
    let shown = 0;
    for (const door of home.doors.filter(
      ({ method, url }) => method === 'GET' && !url.startsWith('/assets'),
    )) {
      const row = matrix.routes[nameOf(door)];
      const cases = row ? casesFor(door, row, matrix, readers, { ours, theirs }) : [];
      const asked = row
        ? [...new Map(cases.map((one) => [`${one.expected} ${one.kind}`, one])).values()]
        : [{ actor: readers[0], url: addressOf(door.url, 'nowhere') }];
      for (const { actor, url } of asked) {
        const answer = await actor?.visitor.get(url);
        if (!String(answer?.headers['content-type']).startsWith('text/html')) continue;
        shown += 1;
        for (const words of readable(answer?.body ?? '')) read.set(words, nameOf(door));
      }
    }
    none([...read].flatMap(([words, door]) => hitsIn(words).map((hit) => `${door} ${hit}`)));
    console.log(`words: ${shown} pages read, ${read.size} different lines`);
  });

  it('allows no phrase that holds no word to spare', () => {
    assert.deepEqual(
      allow.filter((phrase) => findWords(phrase).length === 0),
      [],
    );
  });
});

interface Text {
  where: string;
  words: string;
}

/** Texts written in code that may reach somebody: literals with a space or a capital, and words between tags. */
function textsIn(source: Source): Text[] {
  const found: Text[] = [];
  for (const node of walk(source.tree)) {
    const words = is.isJsxText(node)
      ? node.text
      : isSaid(source, node)
        ? textOf(source, node).slice(1, -1)
        : '';
    if (/\p{L}{3}/u.test(words))
      found.push({
        where: `${source.path}:${lineOf(source, node)}`,
        words: words.replace(/\$\{[^}]*\}/g, ' … '),
      });
  }
  return found;
}

/** A literal in prose, or an address; not an import, a class, SQL, a type or an error for us alone. */
function isSaid(source: Source, node: Node): boolean {
  const isText =
    is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node) || is.isTemplateExpression(node);
  if (!isText) return false;
  const { parent } = node;
  if (is.isImportDeclaration(parent) || is.isExportDeclaration(parent) || is.isLiteralTypeNode(parent))
    return false;
  if (is.isTaggedTemplateExpression(parent)) return false;
  if (
    is.isJsxAttribute(parent) &&
    /^(class|id|for|rel|type|autoComplete|autocomplete)$/.test(textOf(source, parent.name))
  )
    return false;
  if (is.isNewExpression(parent) && /^(Error|RangeError|TypeError)$/.test(textOf(source, parent.expression)))
    return false;
  const words = textOf(source, node).slice(1, -1);
  return /\p{L}\s+\p{L}|^[\p{Lu}][\p{L}’]+$|^\//u.test(words);
}

/** Names of fields in forms, of route addresses and of what JSON answers with. */
function namesIn(source: Source): Text[] {
  if (!/\.(forms|routes)\.tsx?$/.test(source.path)) return [];
  const found: Text[] = [];
  for (const node of walk(source.tree)) {
    const isName = is.isPropertyAssignment(node) || is.isShorthandPropertyAssignment(node);
    if (!isName || !node.name) continue;
    const words = textOf(source, node.name)
      .replace(/['"]/g, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[-_]/g, ' ');
    found.push({ where: `${source.path}:${lineOf(source, node)}`, words });
  }
  return found;
}

function hitsIn(words: string): string[] {
  return findWords(words, { allow }).map(({ startsAt, endsAt, say }) => {
    const around = words.slice(Math.max(0, startsAt - 30), endsAt + 30).replace(/\s+/g, ' ');
    return `“${around.trim()}”: say ${say}`;
  });
}

/** A page's words as somebody reads them, line by line: no tags, scripts or styles, and nobody's own words. */
function readable(body: string): string[] {
  return body
    .replace(/<(script|style|blockquote|textarea)[^>]*>.*?<\/\1>/gs, '\n')
    .replace(/<\/?(b|i|em|strong|a|span|time|u|mark)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/zq(ours|theirs)[a-z]?\s?\w*\s?\w*/g, ' … ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{L}{3}/u.test(line));
}

const none = (found: string[]): void =>
  assert.deepEqual(found, [], `${found.length} found:\n${found.slice(0, 60).join('\n')}\n`);
