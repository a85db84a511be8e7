import pg from 'pg';
import { SERVING } from '../../src/platform/db/logins.ts';

/** One statement as it was run, with what PostgreSQL did for it. */
export interface Ran {
  text: string;
  milliseconds: number;
  buffers: number;
  reads: Reading[];
}

/** One step of a plan that read a table. */
export interface Reading {
  how: string;
  table: string;
  /** Rows looked at, kept or not, over all its rounds. */
  rows: number;
  milliseconds: number;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Actual Total Time'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: PlanNode[];
}

/** Told of every statement while it runs, those inside functions too, by auto_explain; set by an administrator, run as the serving login. */
const TELLING = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
};

/**
 * One connection bound by row security like any that serves, whose plans are told to `told`. PostgreSQL plans with the
 * real values, as it does for our unnamed statements.
 */
export function explainingPool(administrator: pg.PoolConfig, told: (ran: Ran) => void): pg.Pool {
  const options = Object.entries(TELLING)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const pool = new pg.Pool({ ...administrator, options, max: 1 });
  pool.on('connect', (client) => {
    client.on('notice', ({ message }) => {
      const ran = ranIn(message ?? '');
      if (ran) told(ran);
    });
    void client.query(`set session authorization ${SERVING}`);
  });
  return pool;
}

function ranIn(message: string): Ran | null {
  const [, duration, json] = /^duration: ([\d.]+) ms\s+plan:\s*(\{[\s\S]*)$/.exec(message) ?? [];
  if (!json) return null;
  const { 'Query Text': text, Plan } = JSON.parse(json) as { 'Query Text': string; Plan: PlanNode };
  const nodes = [...below(Plan)];
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    milliseconds: Number(duration),
    buffers: (Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0),
    reads: nodes.flatMap(readingOf),
  };
}

function readingOf(node: PlanNode): Reading[] {
  const table = node['Relation Name'];
  if (!table) return [];
  const loops = node['Actual Loops'] ?? 0;
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return [
    {
      how: node['Node Type'],
      table,
      rows: Math.round(each * loops),
      milliseconds: (node['Actual Total Time'] ?? 0) * loops,
    },
  ];
}

function* below(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const one of node.Plans ?? []) yield* below(one);
}
