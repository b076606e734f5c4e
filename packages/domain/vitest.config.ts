import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'domain',
    root: import.meta.dirname,
    setupFiles: ['../../vitest.properties.ts'],
    include: ['src/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
