// Reads a made-up account over the AWS API: a test server on this machine stands for AWS, the SDK and the commands are the real ones.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './lib/generated.mjs';
import { withSources } from './lib/load-source.mjs';

const out = 'out/collect';
const bin = join(root, 'packages/cli/bin/iam-dossier.js');
/** Keys of nobody, and none of this machine's settings. */
const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Runs a command as a person would type it, and says so. */
async function iamDossier(allowed, ...args) {
  console.log(`\n$ iam-dossier ${args.join(' ')}`);
  const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...credentials } });
  const [code] = await once(child, 'exit');
  if (code !== 0 && code !== allowed) throw new Error(`iam-dossier ${args[0]} exited ${code}`);
}

const sources = ['test/fixtures/account.ts', 'test/iam-server/account/everything.ts', 'test/iam-server/index.ts'];
await withSources(sources, async ({ makeAccount, sizes }, { everythingOf }, { startIamServer }) => {
  const snapshot = everythingOf(makeAccount(sizes.medium));
  const server = await startIamServer({ snapshot, now: '2026-10-01T09:00:00Z', report: 'absent', latency: () => 100 });
  console.log(
    `A made-up account of ${snapshot.users.length} users and ${snapshot.roles.length} roles answers at ${server.url}, each call after 100 ms.`,
  );
  try {
    rmSync(join(root, out), { recursive: true, force: true });
    await iamDossier(0, 'collect', '--dry-run');
    await iamDossier(0, 'collect', '--endpoint-url', server.url, '--include', 'contacts,organization,identityCenter', '--store', `${out}/snapshots`);
    await iamDossier(0, 'snapshots', '--store', `${out}/snapshots`);
    await iamDossier(1, 'report', '--store', `${out}/snapshots`, '--issued-at', '2026-10-02', '-o', out);
    console.log(
      `\nThe server was asked ${server.calls.length} times, and ${server.writes.length} times to change something. The documents are in ${out}/.`,
    );
  } finally {
    await server.close();
  }
});
