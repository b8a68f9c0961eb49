// The test server in a process of its own, so that its work is not counted as the collector's.
import process from 'node:process';
import { withSources } from '../../scripts/lib/load-source.mjs';

const { size, latency, options } = JSON.parse(process.argv[2]);
await withSources(['test/fixtures/account.ts', 'test/iam-server/index.ts'], async ({ makeAccount, sizes }, { startIamServer }) => {
  const server = await startIamServer({ snapshot: makeAccount(sizes[size]), report: 'ready', ...options, latency: () => latency });
  process.send({ url: server.url });
  await new Promise((resolve) => {
    process.on('message', (wish) => {
      if (wish === 'close') resolve();
      if (wish === 'reset') server.reset();
      process.send({ calls: server.calls });
    });
  });
  await server.close();
});
process.disconnect();
