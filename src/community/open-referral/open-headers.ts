import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const ours = /^\/(?:at\/[^/?]+\/)?open-referral(?:[/?]|$)/;

const openToEverySite = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified',
  'cross-origin-resource-policy': 'cross-origin',
};

/** What a browser asks before it sends a condition along (`If-None-Match` is no simple header). */
const preflight = {
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Accept, Content-Type, If-None-Match, If-Modified-Since',
  'access-control-max-age': '86400',
};

/**
 * Any page of any site may read these addresses, and whatever goes wrong there is told as problem details: no address of
 * data answers with a page.
 */
export function openToEverySiteAt(server: FastifyInstance): void {
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!ours.test(request.url)) return;
    reply.headers(openToEverySite);
    request.headers.accept = 'application/json';
    if (request.method === 'OPTIONS') return reply.code(204).headers(preflight).send();
  });
}
