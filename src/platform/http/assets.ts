import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { assets } from '../ui/assets.ts';

/** Styles, scripts and letters, each at an address that changes with its content and may be kept for a year. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  for (const { url, path, type } of assets)
    server.get(url, (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('cross-origin-resource-policy', 'same-origin')
        .type(type)
        .send(createReadStream(path)),
    );
}
