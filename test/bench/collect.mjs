// Calls and time that collecting takes, against its slowest chain of calls made alone. Reads the sources: the test server is TypeScript.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { withSources } from '../../scripts/lib/load-source.mjs';
import { ms, table, verdict } from './measure.mjs';

const LATENCY = Number(process.argv[2] ?? 200);
const MOST_CALLS = 30;
const MOST_TIMES = 1.3;
Object.assign(process.env, {
  AWS_ACCESS_KEY_ID: 'AKIATEST',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
});
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** The calls of each chain, in their order: pages of one list, the two calls of the report, a list and what is asked of its entries. */
function chainsOf(calls) {
  const chains = new Map();
  for (const call of calls) {
    const { operation, params } = call;
    const name = operation.endsWith('CredentialReport')
      ? 'report'
      : /OpenIDConnectProviders?$/.test(operation)
        ? 'providers'
        : `${operation} ${JSON.stringify(params.Filter ?? '')}`;
    chains.set(name, [...(chains.get(name) ?? []), call]);
  }
  return [...chains.values()];
}

/** Milliseconds of the slowest chain when nothing else is asked, by the SDK alone. */
async function slowestAlone(chains, send) {
  const most = Math.max(...chains.map((calls) => calls.length));
  const times = [];
  for (const calls of chains.filter(({ length }) => length >= most - 1)) {
    const start = performance.now();
    for (const { service, operation, params } of calls) await send(`${service}:${operation}`, params).catch(refused);
    times.push(performance.now() - start);
  }
  return Math.max(...times);
}

/** A call that the server refuses takes its time all the same. */
const refused = () => undefined;

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

const sources = ['packages/core/src/collector/index.ts', 'test/iam-server/client.test-helper.ts'];
await withSources(sources, async ({ collect }, { sender }) => {
  const run = async (size, options, latency, rounds) => {
    const server = fork(new URL('serve-account.mjs', import.meta.url), [JSON.stringify({ size, latency, options })]);
    const answer = async () => (await once(server, 'message'))[0];
    const { url } = await answer();
    const send = sender(url, { timeout: 60_000 });
    const [whole, alone] = [[], []];
    let row = {};
    for (let round = 0; round <= rounds; round += 1) {
      server.send('reset');
      await answer();
      const start = performance.now();
      const { attempts } = await collect({ endpoint: url });
      const time = performance.now() - start;
      server.send('calls');
      const { calls } = await answer();
      const chains = chainsOf(calls);
      row = { attempts, chain: Math.max(...chains.map((chain) => chain.length)) };
      // The first round loads the SDK, and the server its account.
      if (round > 0 || rounds === 0) whole.push(time);
      if (round > 0) alone.push(await slowestAlone(chains, send));
    }
    server.send('close');
    return { ...row, time: median(whole), alone: median(alone) };
  };
  const rows = [];
  for (const [name, options] of Object.entries({ 'pages of 1,000': {}, 'pages of 100': { pageSize: 100 } })) {
    const { attempts, time, chain, alone } = await run('medium', options, LATENCY, 7);
    const small = options.pageSize === undefined ? verdict(attempts <= MOST_CALLS) : '';
    rows.push([name, attempts, small, chain, ms(alone), ms(time), (time / alone).toFixed(2), verdict(time / alone <= MOST_TIMES)]);
  }
  table(
    [
      '200 users, 300 roles',
      'calls',
      `at most ${MOST_CALLS}`,
      'calls of a chain',
      'the slowest chain alone',
      'everything',
      'against it',
      `at most ${MOST_TIMES}`,
    ],
    rows,
  );
  const { attempts, time } = await run('quota', {}, 0, 0);
  table(
    ['5,000 users, 5,000 roles, 10,000 policies', 'calls', 'memory'],
    [[ms(time), attempts, `${Math.round(process.memoryUsage().rss / 1e6)} MB`]],
  );
});
