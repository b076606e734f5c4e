import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'worker-units',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // Some tests run a process of their own, which has to load before it answers, or clone a database.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
