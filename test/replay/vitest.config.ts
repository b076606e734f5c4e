import { defineConfig } from 'vitest/config';

// No server: bundling the workflows once is the slow part.
export default defineConfig({
  test: {
    name: 'replay',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
