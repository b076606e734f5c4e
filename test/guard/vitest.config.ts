import { defineConfig } from 'vitest/config';

// Reads the source tree, never writes to it.
export default defineConfig({
  test: {
    name: 'guard',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    exclude: ['fixtures/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
