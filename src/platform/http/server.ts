import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { newRequestId } from './house.ts';

export interface ServerSettings {
  isSecure: boolean;
  logLevel: string;
  /** True when the process can serve: the database answers and is migrated. */
  isReady: () => Promise<boolean>;
  /** Behind by this many milliseconds, it asks callers to come back (503); 0 never does. */
  busyAfterMs?: number;
}

/**
 * A page is compressed in one call, not through a stream, with a window of the size of a page and little effort: a
 * tenth more bytes than brotli's fourth quality, and 0.7 ms less processor for each (bench/pages.ts).
 */
const compression = {
  threshold: 1_024,
  syncThreshold: 200_000,
  encodings: ['br', 'gzip'] satisfies ('br' | 'gzip')[],
  brotliOptions: {
    params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 18 },
  },
};

/** An empty Fastify with its guards on: sizes, times, headers, compression, health. Routes come later. */
export async function createServer(settings: ServerSettings): Promise<FastifyInstance> {
  const server = Fastify({
    genReqId: newRequestId,
    bodyLimit: 1_000_000,
    requestTimeout: 20_000,
    routerOptions: { maxParamLength: 200 },
    logger: {
      level: settings.logLevel,
      redact: ['req.headers', 'req.remoteAddress'],
      serializers: { req: lineOf },
    },
    logController: new LogController({ disableRequestLogging: settings.logLevel !== 'debug' }),
    return503OnClosing: true,
    frameworkErrors: answerUnreadable,
  });
  server.removeContentTypeParser('text/plain'); // Forms and JSON only: plain text is how another site would send one.
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 1_000_000 });
  await server.register(compress, compression);
  await server.register(helmet, headersFor(settings.isSecure));
  await server.register(underPressure, { maxEventLoopDelay: settings.busyAfterMs ?? 5_000, retryAfter: 5 });
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  server.get('/healthz', async () => ({ alive: true }));
  server.get('/readyz', async (_request, reply) =>
    (await settings.isReady()) ? { ready: true } : reply.code(503).send({ ready: false }),
  );
  return server;
}

/** An address that cannot even be read meets none of the guards below, so it is answered here with their headers. */
function answerUnreadable(
  error: { statusCode?: number },
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply
    .code(error.statusCode ?? 400)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    .type('text/plain; charset=utf-8')
    .send('There is nothing here for you');
}

/** A log line names the route and never what was asked of it: addresses can carry names. */
function lineOf(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions.url };
}

const fromOurselves = ['styleSrc', 'scriptSrc', 'fontSrc', 'imgSrc', 'mediaSrc', 'connectSrc', 'formAction'];

function headersFor(isSecure: boolean) {
  return {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        ...Object.fromEntries(fromOurselves.map((what) => [what, ["'self'"]])),
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000, includeSubDomains: true } : (false as const),
    crossOriginOpenerPolicy: { policy: 'same-origin' as const },
    referrerPolicy: { policy: 'same-origin' as const },
    xFrameOptions: { action: 'deny' as const },
  };
}
