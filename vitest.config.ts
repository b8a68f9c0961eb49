import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests read TypeScript sources through the `source` export condition, so they never see a stale build.
// The test of the packed packages is apart: it needs the build (see scripts/check.mjs).
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/bundle/**', 'test/package/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files of one worker share loaded modules: loading them anew for each file took longer than most tests do.
    // A process for each worker all the same, since tests change the time zone.
    pool: 'forks',
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    unstubEnvs: true,
  },
});
