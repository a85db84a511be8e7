import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemPage } from '../ui/problem-page.tsx';
import { answerPage, wantsJson } from './answers.ts';
import { type HouseParts, SignInFirst } from './house.ts';
import { type ProblemDetails, problemOfError, Unknown } from './problems.ts';
import { cleaned, typedOf } from './reading.ts';

/** The one place where failures become answers: a page or problem details, never a stack, never lost words. */
export function answerErrors(parts: HouseParts): void {
  parts.server.setErrorHandler((error, request, reply) => answerError(parts, error, request, reply));
  parts.server.setNotFoundHandler((request, reply) =>
    answerProblem(parts, problemOfError(new Unknown()), undefined, request, reply),
  );
}

function answerError(parts: HouseParts, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const isSignedOut = error instanceof SignInFirst;
  if (isSignedOut && !wantsJson(request) && !keptWords(request).length) return askToSignIn(request, reply);
  const problem = isSignedOut ? signInFirst : problemOfError(error);
  if (problem.status >= 500)
    request.log.error({ err: safe(error), route: request.routeOptions.url }, problem.title);
  return answerProblem(parts, problem, error, request, reply);
}

function answerProblem(
  parts: HouseParts,
  problem: ProblemDetails,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  reply.code(problem.status);
  if (problem.status === 503) reply.header('retry-after', '10');
  if (wantsJson(request)) return reply.type('application/problem+json').send(problem);
  const offer =
    typeof error === 'object' && error && 'offer' in error
      ? (error.offer as { href: string; text: string })
      : undefined;
  return answerPage(parts, request, reply, null, (frame) => (
    <ProblemPage problem={problem} frame={frame} kept={keptWords(request)} {...(offer ? { offer } : {})} />
  ));
}

const signInFirst = {
  ...{ type: 'about:blank', title: 'Sign in first', status: 401 },
  detail: 'You have been away for a while, or you signed out. Nothing was sent.',
};

function askToSignIn(request: FastifyRequest, reply: FastifyReply) {
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
  return reply.redirect(`/sign-in${next}`, 303);
}

const hidden = ['csrf', 'submission', 'version', 'number', 'old'];

/** What somebody typed, shown back so that it can be copied; the house's own fields are left out, and numbers kept secret. */
function keptWords(request: FastifyRequest): { field: string; words: string }[] {
  if (request.method === 'GET' || !request.body) return [];
  try {
    return Object.entries(typedOf(cleaned(request.body)))
      .filter(([field]) => !hidden.includes(field))
      .map(([field, value]) => ({ field, words: [value ?? ''].flat().join(', ') }))
      .filter(({ words }) => words.trim() !== '');
  } catch {
    return [];
  }
}

/** An error as it may be logged: name, code and place, never its values. */
function safe(error: unknown) {
  if (!(error instanceof Error)) return { name: 'unknown' };
  return {
    name: error.name,
    code: 'code' in error ? String(error.code) : undefined,
    stack: error.stack?.split('\n').slice(1, 8),
  };
}
