import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'api-units',
    root: import.meta.dirname,
    setupFiles: ['../../vitest.properties.ts'],
    include: ['src/**/*.test.ts'],
    // Some tests run a process of their own, which has to load before it answers, or clone a database.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
