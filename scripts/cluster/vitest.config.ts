import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** What needs the cluster, one file after the other: nodes share the machine with the tests. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['{packages,scripts}/**/*.cluster.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
