import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

/** Writes the files of a made-up account, of a named size or of the numbers given, into a new folder and gives it to `use`; the folder is gone afterwards. */
export async function withAccount(named, use) {
  const folder = mkdtempSync(join(tmpdir(), 'iam-dossier-bench-'));
  try {
    const { accountFiles, sizes } = await fixtures();
    const size = typeof named === 'string' ? sizes[named] : named;
    const files = accountFiles(size);
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    return await use({ folder, bytes: files.reduce((sum, file) => sum + file.bytes.byteLength, 0), size });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The fixtures are TypeScript: the test runner's own loader reads them. */
async function fixtures() {
  const server = await createViteServer({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await server.ssrLoadModule('/fixtures/account.ts');
  } finally {
    await server.close();
  }
}
