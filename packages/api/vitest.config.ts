import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'api-units',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
  },
});
