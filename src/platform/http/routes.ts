import type { JSX } from 'preact';
import type { z } from 'zod';
import type { CouncilDb } from '../db/council.ts';
import type { Receipt } from '../db/ledger.store.ts';
import type { Refusal } from '../refusal.ts';
import type { Frame } from '../ui/frame.ts';
import type { Problem, Typed } from './problems.ts';
import type { Visit } from './visits.ts';

/** What a route answers with: a value for the page and the JSON, and everybody it names. */
export interface Shown<Value> {
  value: Value;
  /** The people this answer names; each gets a line in who looked. */
  about: readonly string[];
  /** Why the record could be opened, when that was out of the ordinary. */
  reason?: string;
}

/** What a change answers with: where to go next, what was made, and whom it touched. */
export interface Done {
  done: Receipt;
  about: readonly string[];
}

export interface Asked<Params, Query> {
  db: CouncilDb;
  visit: Visit;
  params: Params;
  query: Query;
}

/** How a form comes back when something in it needs another look. */
export interface Again {
  typed: Typed;
  problems: Problem[];
  refusal: Refusal | null;
}

/** In `may`: a page open to all. Nobody is signed in there, whoever comes. */
export const anybody = 'anybody';

interface RouteShared<Params, Query> {
  /** What this is, in a few plain words: for OpenAPI and for who looked. */
  name: string;
  /** The roles that may use it. */
  may: readonly string[];
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
}

/** A file to keep: its name, what it is, and its text or bytes. */
export interface TextFile {
  name: string;
  type: string;
  text: string | Uint8Array;
}

export interface Reading<Params, Query, Value> extends RouteShared<Params, Query> {
  act: (asked: Asked<Params, Query>) => Promise<Shown<Value>>;
  page: (value: Value, frame: Frame, again?: Again) => JSX.Element;
  /** The JSON face when it is not the page's own value. */
  json?: (value: Value) => unknown;
  /** Answers with a file to keep instead of a page. */
  file?: (value: Value) => TextFile | Promise<TextFile>;
  audit?: 'print' | 'address';
  /** Answers as JSON whatever is asked for. */
  isData?: boolean;
  /** Headers of this answer's own; null takes one of ours away. */
  headers?: Readonly<Record<string, string | null>>;
  /** Of data: when what it tells last changed. */
  changedAt?: (value: Value) => Date | null;
}

export interface Changing<Params, Query, Body, Value> extends RouteShared<Params, Query> {
  body: z.ZodType<Body>;
  /** Meant to be sent again and again, like unfinished writing: it claims no submission and keeps no receipt. */
  isRepeatable?: boolean;
  /** Problems are what only the record can tell is wrong with a field; nothing may be written before them. */
  act: (asked: Asked<Params, Query> & { body: Body }) => Promise<Done | Refusal | Problem[]>;
  /** The page this form came from, made again with what was typed. */
  again: (asked: Asked<Params, Query> & { typed: Typed }) => Promise<Shown<Value>>;
  page: (value: Value, frame: Frame, again?: Again) => JSX.Element;
}

/** One line of the contents page: what OpenAPI and the access matrix are made from. */
export interface RouteRecord {
  method: 'GET' | 'POST';
  url: string;
  name: string;
  may: readonly string[];
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  headers?: Readonly<Record<string, string | null>>;
}

/** Answers a reading. `about` names every person whose record the answer shows. */
export function shown<Value>(value: Value, about: readonly string[] = [], reason?: string): Shown<Value> {
  return { value, about, ...(reason ? { reason } : {}) };
}

/** Answers a change: go to `location`; `said` is read out there once; `made` is the JSON face. */
export function done(
  location: string,
  about: readonly string[],
  said?: string,
  made?: Record<string, unknown>,
): Done {
  return { done: { location, ...(said ? { said } : {}), ...(made ? { made } : {}) }, about };
}
