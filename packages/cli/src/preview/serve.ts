import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DossierError } from '@iam-dossier/core/errors';
import type { PreviewDocument } from './make.ts';
import { previewPage } from './page.ts';

/** What is shown now. `problem`: why the last change is not in it. */
export interface Shown {
  documents: readonly PreviewDocument[];
  problem: string;
}

export interface PreviewServer {
  url: string;
  /** Shows something else, and says so to every page that is open. */
  show: (shown: Shown) => void;
  close: () => Promise<void>;
}

const HOST = '127.0.0.1';
/** Where it is sought first; another port is taken when it is in use. */
export const USUAL_PORT = 4747;

/**
 * Serves documents to browsers on this machine alone. A page of another site that gives its own name this machine's address is
 * refused by the name it asks for.
 * @throws DossierError `usage` when the port that was asked for is in use
 */
export async function servePreview(first: Shown, port?: number): Promise<PreviewServer> {
  let shown = first;
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => answer(request, response, shown, open));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${taken}/`,
    show: (next) => {
      shown = next;
      const told = JSON.stringify({ problem: next.problem, names: next.documents.map(({ name }) => name) });
      for (const response of open) response.write(`data: ${told}\n\n`);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number | undefined): Promise<void> {
  try {
    server.listen(port ?? USUAL_PORT, HOST);
    await once(server, 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    if (port !== undefined) throw new DossierError('usage', `port ${port} is in use: name another with --port, or leave it out`, { cause });
    server.listen(0, HOST);
    await once(server, 'listening');
  }
}

function answer(request: IncomingMessage, response: ServerResponse, { documents, problem }: Shown, open: Set<ServerResponse>): void {
  const common = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
  const say = (status: number, text: string) => response.writeHead(status, { ...common, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  const html = (text: string, policy: string) =>
    response.writeHead(200, { ...common, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(text);
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) return void say(403, 'This is shown on this machine alone.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return void say(405, 'It can only be read.\n');
  const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
  if (pathname === '/changes') {
    response.writeHead(200, { ...common, 'Content-Type': 'text/event-stream' }).write(': open\n\n');
    open.add(response);
    return void request.on('close', () => open.delete(response));
  }
  if (pathname === '/') {
    const nonce = randomBytes(16).toString('base64');
    const own = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-src 'self'; connect-src 'self'; frame-ancestors 'none'`;
    return void html(previewPage(documents, problem, nonce), own);
  }
  const found = documents.find(({ name }) => pathname === `/documents/${encodeURIComponent(name)}`);
  if (found) return void html(found.html, "frame-ancestors 'self'");
  say(404, 'There is no such document.\n');
}
