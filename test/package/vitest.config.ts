import { defineConfig } from 'vitest/config';

// Run by scripts/check-packages.mjs, which packs the packages first.
export default defineConfig({
  test: { include: ['test/package/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 },
});
