import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from './account/served.ts';
import { Faults } from './faults.ts';
import type { Call, IamServer, IamServerOptions } from './options.ts';
import { openState } from './state.ts';
import { Exchange } from './exchange.ts';

export type { Call, Fault, FaultKind, IamServer, IamServerOptions, ReportState } from './options.ts';
export { mfaPicture, mfaSeed } from './operations/lists.ts';
export { sessionSecret, sessionToken, webIdentityToken } from './operations/sts.ts';

/** A server on the loopback that answers for an account as AWS would. Nothing of it can be changed over the API. */
export async function startIamServer(options: IamServerOptions): Promise<IamServer> {
  const served = [options.snapshot, ...(options.others ?? [])].map((source) => serve(source));
  const calls: Call[] = [];
  const writes: Call[] = [];
  const faults = new Faults();
  const state = openState(options, new Map(served.map((account) => [account.id, account])));
  const reset = () => {
    calls.length = 0;
    writes.length = 0;
    faults.clear();
    state.reports.clear();
    state.jobs.clear();
    state.sessions.clear();
  };
  for (const fault of options.faults ?? []) faults.add(fault);
  const started = performance.now();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => new Exchange({ state, faults, calls, writes, started }, request, response).run(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    writes,
    reset,
    addFault: (fault) => faults.add(fault),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
