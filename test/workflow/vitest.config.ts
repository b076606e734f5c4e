import { defineConfig } from 'vitest/config';

// Every file has a namespace and a worker of its own, and time runs on in one workflow at a time (support/time-skipping.ts).
export default defineConfig({
  test: {
    name: 'workflow',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
