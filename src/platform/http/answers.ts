import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import type { Receipt } from '../db/ledger.store.ts';
import { newId } from '../ids.ts';
import type { Frame } from '../ui/frame.ts';
import { renderPage } from '../ui/page.tsx';
import type { HouseParts } from './house.ts';
import { anybody, type TextFile } from './routes.ts';
import type { Visit } from './visits.ts';

const noticeCookie = 'alongside-said';

/** One route, two faces: JSON when it is asked for, a page otherwise. */
export function wantsJson(request: FastifyRequest): boolean {
  const { accept } = request.headers;
  return (accept?.includes('json') && !accept.includes('text/html')) ?? false;
}

export function answerPage(
  parts: HouseParts,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit | null,
  page: (frame: Frame) => JSX.Element,
): FastifyReply {
  const frame = frameOf(parts, request, reply, visit);
  return reply.type('text/html; charset=utf-8').send(renderPage(page(frame)));
}

/** Data, with a fingerprint of it: whoever has it already is told so and sent nothing (RFC 9110, section 13). */
export function answerMarked(
  request: FastifyRequest,
  reply: FastifyReply,
  value: unknown,
  changedAt: Date | null,
): FastifyReply {
  const text = JSON.stringify(value);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', etag);
  if (changedAt) reply.header('last-modified', changedAt.toUTCString());
  const { 'if-none-match': held, 'if-modified-since': since } = request.headers;
  const isHeld = held
    ? held.split(',').some((one) => [etag, '*'].includes(one.trim()))
    : changedAt && since && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= Date.parse(since);
  if (isHeld) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(text);
}

/** A file to keep. Its name is ours, never somebody's words. */
export function answerFile(reply: FastifyReply, file: TextFile): FastifyReply {
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .send(file.text);
}

/** After a change: a browser goes on to the next page and is told there, once, what was done. */
export function answerReceipt(
  parts: HouseParts,
  request: FastifyRequest,
  reply: FastifyReply,
  receipt: Receipt,
): FastifyReply {
  if (wantsJson(request)) return reply.code(200).send({ ...receipt.made, location: receipt.location });
  if (receipt.said) reply.setCookie(noticeCookie, receipt.said, noticeSettings(parts, 60));
  return reply.redirect(receipt.location, 303);
}

function frameOf(
  parts: HouseParts,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit | null,
): Frame {
  const notice = request.cookies[noticeCookie];
  if (notice) reply.setCookie(noticeCookie, '', noticeSettings(parts, 0));
  const path = request.url.split('?')[0] ?? '/';
  const isOpenToAll = visit?.actor.role === anybody;
  const phone = visit?.settings.phone;
  return {
    councilName: visit?.councilName ?? 'Alongside',
    said: parts.said,
    ...(visit?.csrf ? { accountName: visit.actor.name, csrf: visit.csrf } : {}),
    ...(visit ? { isDemo: visit.isDemo } : {}),
    origin: parts.publicUrl ?? `${parts.isSecure ? 'https' : 'http'}://${request.host}`,
    ...(isOpenToAll ? { home: `/at/${visit.councilSlug}` } : {}),
    ...(isOpenToAll && typeof phone === 'string' ? { phone } : {}),
    nav: visit
      ? parts.nav
          .filter(({ may }) => may.includes(visit.actor.role))
          .map(({ href, text }) => ({ href, text, isCurrent: path === href || path.startsWith(`${href}/`) }))
      : [],
    footer: parts.footer.filter(({ may }) => !may || (visit && may.includes(visit.actor.role))),
    submissionId: newId,
    nonce: reply.cspNonce?.script ?? '',
    ...(notice ? { notice } : {}),
  };
}

function noticeSettings(parts: HouseParts, maxAge: number) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: parts.isSecure, maxAge };
}
