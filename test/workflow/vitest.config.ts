import { defineConfig } from 'vitest/config';

// Time skipping is global to a Temporal environment, so the files take turns.
export default defineConfig({
  test: {
    name: 'workflow',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
