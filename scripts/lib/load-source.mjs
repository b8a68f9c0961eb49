import { join } from 'node:path';
import { createViteServer } from 'vitest/node';
import { root } from './generated.mjs';

/** Gives TypeScript modules, by paths below the repository, to `use`: no build needed, and none that could be stale. */
export async function withSources(paths, use) {
  const server = await createViteServer({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions: ['source'] },
    ssr: { resolve: { conditions: ['source'] } },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const modules = [];
    for (const path of paths) modules.push(await server.ssrLoadModule(join(root, path)));
    return await use(...modules);
  } finally {
    await server.close();
  }
}
