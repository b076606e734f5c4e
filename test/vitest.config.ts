import { defineConfig } from 'vitest/config';

/** Every suite as a project; `vitest run --project guard` runs one. */
export default defineConfig({
  test: { projects: ['*/vitest.config.ts'] },
});
