// npm run bench [-- option …]: measures against servers as in production, on free ports, that keep what they acknowledge.
import { join } from 'node:path';
import { preflight } from './stack/preflight.mjs';

await preflight();
const { typescript } = await import('./stack/build.mjs');
const { liveSteps } = await import('./stack/live.mjs');
const { stateFolder } = await import('./stack/paths.mjs');
const { freePort } = await import('./stack/ports.mjs');
const { workThrough } = await import('./stack/progress.mjs');
const { withStack } = await import('./stack/stack.mjs');

const folder = join(stateFolder, `bench-${process.pid}`);

await withStack(async (stack) => {
  stack.removeAtEnd(folder);
  const ports = { postgres: await freePort(), temporal: await freePort(), api: await freePort() };
  // One person is measured as often as they can act.
  const plan = { folder, ports, hasConsole: false, hasCases: false, rates: 1_000, isTemporary: true, logs: 'bench-' };
  const live = await workThrough(liveSteps(stack, plan));
  await stack.run({
    name: 'the benchmark',
    log: 'bench-main',
    program: process.execPath,
    args: [...typescript('test/bench/main.ts'), ...process.argv.slice(2)],
    env: {
      LIANBAN_BENCH_API: live.url,
      DATABASE_URL: live.databaseUrl,
      // Where a part measures on a database of its own.
      LIANBAN_TEST_DATABASE_URL: live.databaseUrl,
      TEMPORAL_ADDRESS: live.temporalAddress,
      LIANBAN_WORKFLOW_BUNDLE: live.bundle,
    },
    isShown: true,
  });
  return 0;
});
