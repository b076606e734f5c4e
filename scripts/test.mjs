// npm test [-- suite …]: runs the suites against servers of their own and leaves nothing behind.
import { randomUUID } from 'node:crypto';
import { relative } from 'node:path';
import { preflight } from './stack/preflight.mjs';

await preflight();
const { endLeftBehind, RUN } = await import('./stack/left-behind.mjs');
const { logFolder, root } = await import('./stack/paths.mjs');
const { runSuite } = await import('./stack/run-suite.mjs');
const { StackError } = await import('./stack/stack-error.mjs');
const { withStack } = await import('./stack/stack.mjs');
const { suiteNames, suitesOf } = await import('./stack/suites.mjs');
const { provider } = await import('./stack/test-servers.mjs');

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !suiteNames.includes(name));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(', ')}. There are: ${suiteNames.join(', ')}`);
  process.exit(2);
}

/** How often the fault tests kill something: enough to notice in a full run, more when they are asked for. */
const KILLS = process.env.LIANBAN_KILLS ?? (chosen.includes('faults') ? '10' : '3');

/** At most this many suites at a time; two is what the smallest machine in use has cores for. */
const LANES = 2;

/** What comes up beside the first suites, because it leaves them the processor. */
const STARTED_EARLY = ['postgres', 'temporal', 'bundle', 'browser'];

const nothing = { passed: 0, failed: 0, skipped: 0 };
const countsOf = ({ passed, failed, skipped }) =>
  [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');

const failureOf = (failure) => ({
  ...nothing,
  failed: 1,
  complaint: failure instanceof StackError ? `${failure.message}\n${failure.evidence}`.trimEnd() : failure.stack,
});

async function resultOf(stack, provide, suite) {
  const run = randomUUID();
  try {
    const env = { ...(await provide(suite.needs)), LIANBAN_KILLS: KILLS, [RUN]: run };
    const fromMs = Date.now();
    const outcome = await runSuite(stack, { ...suite, env });
    const left = await endLeftBehind(run);
    for (const command of left) console.log(`        ${suite.name} left running: ${command}`);
    return { ...outcome, seconds: (Date.now() - fromMs) / 1000 };
  } catch (failure) {
    return { ...failureOf(failure), seconds: 0 };
  }
}

async function runAll(stack, results) {
  const provide = provider(stack, 'test-');
  const work = async (suite) => {
    const result = await resultOf(stack, provide, suite);
    const word = result.failed === 0 ? 'ok    ' : 'FAILED';
    console.log(`${word}  ${suite.name.padEnd(13)} ${countsOf(result).padEnd(34)} ${result.seconds.toFixed(1)} s`);
    results.push({ ...result, name: suite.name });
  };
  await provide(['client']);
  const queue = suitesOf(chosen);
  const early = queue.flatMap(({ needs }) => needs).filter((name) => STARTED_EARLY.includes(name));
  provide(early).catch(() => undefined); // whoever needs it hears of the failure
  const lane = async () => {
    while (queue.length > 0 && !queue[0].isAlone) await work(queue.shift());
  };
  while (queue.length > 0) {
    if (queue[0].isAlone) await work(queue.shift());
    else await Promise.all(Array.from({ length: LANES }, lane));
  }
}

/** What is worth reading of a failed suite. */
const complaintOf = ({ name, complaint }) =>
  `\n── ${name} ──\n${complaint}\n(all of it: ${relative(root, logFolder)}/test-${name}.log)`;

await withStack(async (stack) => {
  const fromMs = Date.now();
  const results = [];
  await Promise.race([runAll(stack, results), stack.lost]).catch((failure) =>
    results.push({ ...failureOf(failure), name: 'servers' }),
  );
  await stack.endAll();
  for (const result of results.filter(({ failed }) => failed > 0)) console.log(complaintOf(result));
  const total = { ...nothing };
  for (const result of results) for (const key of Object.keys(nothing)) total[key] += result[key];
  console.log(`\n${results.length} suites, ${Math.round((Date.now() - fromMs) / 1000)} s`);
  console.log(countsOf(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
