import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'worker-units',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
  },
});
