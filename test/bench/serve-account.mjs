// The test server in a thread of its own, so that its work is not counted as the collector's.
import { parentPort, workerData } from 'node:worker_threads';
import { withSources } from '../../scripts/lib/load-source.mjs';

const { size, latency, options } = workerData;
await withSources(['test/fixtures/account.ts', 'test/iam-server/index.ts'], async ({ makeAccount, sizes }, { startIamServer }) => {
  const server = await startIamServer({ snapshot: makeAccount(sizes[size]), report: 'ready', ...options, latency: () => latency });
  parentPort.postMessage({ url: server.url });
  await new Promise((resolve) => {
    parentPort.on('message', (wish) => {
      if (wish === 'close') resolve();
      if (wish === 'reset') server.reset();
      parentPort.postMessage({ calls: server.calls });
    });
  });
  await server.close();
});
parentPort.close();
