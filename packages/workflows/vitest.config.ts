import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'workflows',
    root: import.meta.dirname,
    setupFiles: ['../../vitest.properties.ts'],
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
