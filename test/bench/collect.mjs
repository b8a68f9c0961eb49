// Calls and time that collecting takes, against the longest chain of pages. Reads the sources: the test server is TypeScript.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { withSources } from '../../scripts/lib/load-source.mjs';
import { ms, table, verdict } from './measure.mjs';

const LATENCY = Number(process.argv[2] ?? 100);
const MOST_CALLS = 30;
const MOST_TIMES = 1.3;
Object.assign(process.env, {
  AWS_ACCESS_KEY_ID: 'AKIATEST',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
});
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** Calls of one chain follow one another; the credential report's two calls are one. */
function longestChain(calls) {
  const chains = new Map();
  for (const { operation, params } of calls) {
    const chain = operation.endsWith('CredentialReport') ? 'report' : `${operation} ${JSON.stringify(params.Filter ?? '')}`;
    chains.set(chain, (chains.get(chain) ?? 0) + 1);
  }
  return Math.max(...chains.values());
}

const sources = ['packages/core/src/collector/index.ts', 'test/fixtures/account.ts', 'test/iam-server/index.ts'];
await withSources(sources, async ({ collect }, { makeAccount, sizes }, { startIamServer }) => {
  const run = async (size, options) => {
    const server = await startIamServer({ snapshot: makeAccount(size), report: 'ready', ...options });
    await collect({ endpoint: server.url });
    server.reset();
    const start = performance.now();
    const { attempts } = await collect({ endpoint: server.url });
    const time = performance.now() - start;
    const chain = longestChain(server.calls);
    await server.close();
    return { attempts, time, chain };
  };
  const rows = [];
  for (const [name, options] of Object.entries({
    'pages of 1,000': {},
    'pages of 100': { pageSize: 100 },
    'a report that is made': { report: 'absent' },
  })) {
    const { attempts, time, chain } = await run(sizes.medium, { ...options, latency: () => LATENCY });
    const times = time / (chain * LATENCY);
    const small = options.pageSize === undefined ? verdict(attempts <= MOST_CALLS) : '';
    rows.push([name, attempts, small, chain, ms(time), times.toFixed(2), verdict(times <= MOST_TIMES)]);
  }
  table(['200 users, 300 roles', 'calls', `at most ${MOST_CALLS}`, 'longest chain', 'time', 'against it', `at most ${MOST_TIMES}`], rows);
  const { attempts, time } = await run(sizes.quota, {});
  table(
    ['5,000 users, 5,000 roles, 10,000 policies', 'calls', 'memory'],
    [[ms(time), attempts, `${Math.round(process.memoryUsage().rss / 1e6)} MB`]],
  );
});
