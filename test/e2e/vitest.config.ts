import { defineConfig } from 'vitest/config';

// Every file has a browser, a service and a worker of its own; two of them fill the smallest machine in use.
export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
