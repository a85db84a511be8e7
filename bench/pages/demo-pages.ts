import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { openDatabase } from '../../src/platform/db/council.ts';
import { joinEmbedded } from '../../src/platform/db/embedded.ts';
import { kilobytes, ms, table } from '../measured.ts';
import { statementsOf } from './capture.ts';
import { everyPage, type Page } from './every-page.ts';
import type { Asked } from './large-pages.ts';
import { interleaved } from './load.ts';
import { type Served, startFloor, startShipped } from './processes.ts';

/** What a page may cost: milliseconds at 8 at once, bytes of HTML and of script before they are compressed. */
const limits = { p95: 100, html: 60_000, script: 60_000 };

/** What a page was measured with. */
interface Bench extends Asked {
  ours: Served;
  floor: Served;
  over: string[];
}

/** Every page that the demonstration council's own server lists, each as somebody who may see it, beside its own SQL behind a bare server. */
export async function demoPages(asked: Asked, say: (line: string) => void): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-demo-'));
  const ours = await startShipped(asked.main, { ALONGSIDE_DATA: folder });
  try {
    const joined = joinEmbedded(folder);
    if (!joined) throw new Error('the demonstration database is not where the server was told to keep it');
    const database = openDatabase(joined.serving);
    const opened = await everyPage(ours.origin, database).finally(() => database.destroy());
    const pages = opened.pages.filter(({ path }) => !asked.page || path === asked.page);
    const serving = joined.serving;
    const floor = await startFloor({ serving, pages: await statementsOf(serving, pages) });
    const over: string[] = [];
    say(`\nThe demonstration council, 8 at once, ${asked.rounds} rounds of ${asked.seconds} s each`);
    const rows: string[][] = [headings];
    for (const page of pages) rows.push(await measured(page, { ...asked, ours, floor, over }));
    await floor.stop();
    say(table(rows));
    if (opened.unseen.length)
      say(`Not measured, nothing in the demonstration opens it: ${opened.unseen.join(', ')}`);
    return over;
  } finally {
    await ours.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const headings = [
  ...['', 'N', 'p50 ms', 'p95 ms', 'p99 ms', 'a second', 'bare p95', 'p50 ÷ bare', 'processor ms', 'bare'],
  ...['HTML', 'gzip', 'brotli', 'script', 'script, gzip'],
];

async function measured(
  { path, url, cookie, html }: Page,
  { ours, floor, over, ...asked }: Bench,
): Promise<string[]> {
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' };
  const [page, bare] = await interleaved(
    [
      { name: path, url: ours.origin + url, headers, pid: ours.pid },
      { name: `${path}, bare`, url: floor.origin + url, headers: {}, pid: floor.pid },
    ],
    { connections: 8, ...asked },
  );
  if (!page || !bare) throw new Error('two targets were measured');
  const length = Buffer.byteLength(html);
  const script = await scriptBytes(html, ours.origin);
  if (page.p95 > limits.p95)
    over.push(`${path}: p95 ${ms(page.p95)} ms, ${limits.p95} allowed (${ms(bare.p95)} bare)`);
  if (length > limits.html)
    over.push(`${path}: ${kilobytes(length)} of HTML, ${kilobytes(limits.html)} allowed`);
  if (script.raw > limits.script)
    over.push(`${path}: ${kilobytes(script.raw)} of script, ${kilobytes(limits.script)} allowed`);
  const brotli = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
  const bytes = [length, gzipSync(html).length, brotli, script.raw, script.sent].map(kilobytes);
  const times = [ms(page.p50), ms(page.p95), ms(page.p99), page.perSecond.toFixed(0)];
  const beside = [
    ms(bare.p95),
    (page.p50 / bare.p50).toFixed(2),
    page.processor.toFixed(1),
    bare.processor.toFixed(1),
  ];
  return [path, String(page.n), ...times, ...beside, ...bytes];
}

/** All script a page asks for: its own lines, and the files they name. */
async function scriptBytes(html: string, origin: string): Promise<{ raw: number; sent: number }> {
  const inline = [...html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, text]) => text ?? '').join('');
  const files = await Promise.all(
    [...new Set(html.match(/\/assets\/[^"' ]+\.js/g) ?? [])].map(async (path) =>
      (await fetch(origin + path)).text(),
    ),
  );
  const all = [inline, ...files].map((text) => Buffer.from(text));
  return {
    raw: all.reduce((sum, { length }) => sum + length, 0),
    sent: all.reduce((sum, text) => sum + gzipSync(text).length, 0),
  };
}
