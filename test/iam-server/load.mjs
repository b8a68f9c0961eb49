import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

/** Gives `use` the server's modules and the made-up accounts. Both are TypeScript: the test runner's own loader reads them. */
export async function withIamServer(use) {
  const loader = await createViteServer({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const [server, everything, fixtures] = await Promise.all(
      ['/iam-server/index.ts', '/iam-server/account/everything.ts', '/fixtures/account.ts'].map((path) => loader.ssrLoadModule(path)),
    );
    return await use({ ...server, ...everything, ...fixtures });
  } finally {
    await loader.close();
  }
}
