import type { Refusal } from '../refusal.ts';

/** Something wrong with one field, in words that say what to do next. */
export interface Problem {
  field: string;
  message: string;
}

/** What was typed, kept so that nothing is lost when a form comes back. */
export type Typed = Record<string, string | string[] | undefined>;

/** No such thing, or not for this person to know of: the two look the same. */
export class Unknown extends Error {
  heading = 'There is nothing here for you';
}

/** What was asked could not be read; each problem says what would be. */
export class Misread extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super('What was asked could not be read');
    this.problems = problems;
  }
}

/** The person may not do this. `offer` says where to go instead. */
export class Forbidden extends Error {
  readonly offer: { href: string; text: string } | undefined;
  constructor(message: string, offer?: { href: string; text: string }) {
    super(message);
    this.offer = offer;
  }
}

/** Somebody else changed it first. Both texts are shown side by side; neither is lost. */
export class Conflict extends Error {
  readonly theirs: { who: string; words: string };
  readonly yours: string;
  constructor(message: string, theirs: { who: string; words: string }, yours: string) {
    super(message);
    this.theirs = theirs;
    this.yours = yours;
  }
}

/** RFC 9457 problem details, the JSON face of every answer that is not a yes. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: Problem[];
  rule?: string;
  satisfyBy?: string;
  theirs?: { who: string; words: string };
  yours?: string;
}

export function problemOfRefusal(refusal: Refusal): ProblemDetails {
  return {
    type: 'about:blank',
    title: `${refusal.refused} says not yet`,
    status: 409,
    detail: refusal.because,
    rule: refusal.refused,
    satisfyBy: refusal.satisfyBy,
  };
}

/** A failure as a status and a sentence. Never shows a stack or a value. */
export function problemOfError(error: unknown): ProblemDetails {
  const about = (status: number, title: string, detail?: string): ProblemDetails => ({
    type: 'about:blank',
    title,
    status,
    ...(detail ? { detail } : {}),
  });
  if (error instanceof Unknown) return about(404, error.heading, error.message || undefined);
  if (error instanceof Misread)
    return { ...about(400, titleOf(400), 'What each is for stands beside it.'), errors: error.problems };
  if (error instanceof Forbidden) return about(403, 'This is not open to you', error.message);
  if (error instanceof Conflict)
    return {
      ...about(409, 'Somebody changed this first', error.message),
      theirs: error.theirs,
      yours: error.yours,
    };
  const code = codeOf(error);
  const later = 'Nothing you typed is lost. Try again in a minute.';
  if (isDatabaseAway(code)) return about(503, 'We cannot reach the record just now', later);
  if (code === 'FST_UNDER_PRESSURE') return about(503, 'We are very busy just now', later);
  if (code.startsWith('22'))
    return about(
      422,
      'Something in that could not be read',
      'Check the dates, numbers and length of what you typed.',
    );
  if (code === '23505') return about(409, 'That has already been saved');
  const status = statusOf(error);
  if (status >= 400 && status < 500) return about(status, titleOf(status));
  return about(
    500,
    'Something went wrong on our side',
    'It has been noted. Nothing was half saved. Try again, or tell us what you were doing.',
  );
}

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error && 'statusCode' in error ? Number(error.statusCode) : 500;
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error && 'code' in error ? String(error.code) : '';

/** PostgreSQL connection failures (class 08, 57P), node's own, and pg's pool time-out. */
function isDatabaseAway(code: string): boolean {
  return /^(08|57P|53|ECONN|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code);
}

function titleOf(status: number): string {
  if (status === 404) return 'There is nothing here for you';
  if (status === 413) return 'That is longer than we can take at once';
  if (status === 415) return 'That came in a form we cannot read';
  if (status === 429) return 'That was a lot at once';
  return 'We could not read that';
}
