import { cpus, release, totalmem } from 'node:os';

/** Half, nineteen in twenty and ninety-nine in a hundred were this quick or quicker, in milliseconds. */
export interface Spread {
  n: number;
  p50: number;
  p95: number;
  p99: number;
}

/** @example spreadOf([3, 1, 2]) // { n: 3, p50: 2, p95: 3, p99: 3 } */
export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** What a figure was measured on, without naming the machine. */
export function machineLine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Measured on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${memory} GiB, Linux ${release().split('-')[0]}, Node ${process.versions.node}`;
}

/** Milliseconds as they are read: 0.42, 7.4, 131. */
export function ms(value: number): string {
  if (Number.isNaN(value)) return '-';
  return value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0);
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Rows under headings, columns lined up; every column but the first to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}

/** Runs it and says how long it took. */
export async function timed<Value>(
  act: () => Promise<Value>,
): Promise<{ value: Value; milliseconds: number }> {
  const began = performance.now();
  const value = await act();
  return { value, milliseconds: performance.now() - began };
}
