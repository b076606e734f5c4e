import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'db',
    root: import.meta.dirname,
    setupFiles: ['../../vitest.properties.ts'],
    include: ['src/**/*.test.ts'],
    // Every file clones a database of a real PostgreSQL; the first one may have to start the server.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
});
