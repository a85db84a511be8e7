import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** How somebody else's server answers. */
export type Answer = (request: URL, response: ServerResponse, message: IncomingMessage) => void;

/** A server of somebody else's, for as long as the test lasts. @returns its address, without a slash at the end */
export async function serverOf(test: Pick<TestContext, 'after'>, answer: Answer): Promise<string> {
  const server = createServer((message, response) =>
    answer(new URL(message.url ?? '/', 'http://feed'), response, message),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const json = (response: ServerResponse, body: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** One page of a version 3 list. */
export function pageOf(contents: unknown[], page = 1, pages = 1, said: number | null = null) {
  return {
    ...(said === null ? {} : { total_items: said }),
    total_pages: pages,
    page_number: page,
    last_page: page >= pages,
    contents,
  };
}
