import { defineConfig } from 'vitest/config';

// A real PostgreSQL, one database per file.
export default defineConfig({
  test: {
    name: 'api',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    setupFiles: ['../support/away-from-midnight.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
