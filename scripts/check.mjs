// `npm run check` runs every check that needs no server; `npm run check -- lint types` runs some of them.
import { availableParallelism } from 'node:os';
import { execa, parseCommandString } from 'execa';

/** Writes the code that everybody's types depend on. Remembered by turbo, so the second time costs nothing. */
const GENERATE = 'turbo run generate --output-logs=errors-only';

const TURBO = '--output-logs=errors-only --continue=always';
const REMEMBER = '--cache --cache-strategy=content';

const LINT = `--max-warnings=0 ${REMEMBER} --cache-location=node_modules/.cache/eslint`;

// Longest first, so that the short ones fill the gaps. ESLint remembers a file by its own content: when only the types
// it uses have changed, the compiler notices first, and CI starts without any memory.
const STEPS = {
  // Two, because one that knows the types of everything needs more memory than a process is given.
  lint: `eslint . --ignore-pattern=apps --ignore-pattern=test ${LINT}/packages/`,
  'lint-apps': `eslint apps test ${LINT}/apps/`,
  types: `turbo run typecheck ${TURBO}`,
  guards: 'vitest run --config=test/guard/vitest.config.ts --reporter=dot',
  units: `turbo run test --filter=@lianban/domain --filter=@lianban/workflows ${TURBO}`,
  format: `prettier --check . --log-level=warn ${REMEMBER}`,
  boundaries: 'depcruise apps packages test scripts --config=.dependency-cruiser.cjs',
  unused: 'knip --no-progress --no-config-hints',
  lock: 'node scripts/check-lock.mjs',
  asvs: 'node scripts/asvs.mjs',
};

/** Checks that read the generated code. */
const READ_GENERATED = ['lint', 'lint-apps', 'types', 'guards', 'unused'];

const env = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
};

/** Runs one command; gives what it printed when it failed, and null when it did not. */
async function complaintOf(command) {
  const [program, ...options] = parseCommandString(command);
  const { failed, all, shortMessage } = await execa(program, options, {
    all: true,
    env,
    preferLocal: true,
    reject: false,
  });
  return failed ? all || shortMessage : null;
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}

const startedAtMs = Date.now();
const secondsSince = (fromMs) => `${((Date.now() - fromMs) / 1000).toFixed(1)} s`;
const failures = [];
const queue = Object.entries(STEPS).filter(([name]) => chosen.length === 0 || chosen.includes(name));
const generates = queue.some(([name]) => READ_GENERATED.includes(name));
const asked = queue.length + Number(generates);

async function report(name, command) {
  const fromMs = Date.now();
  const output = await complaintOf(command);
  console.log(`${output === null ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${secondsSince(fromMs).padStart(7)}`);
  if (output !== null) failures.push({ name, output });
}

async function workThroughQueue() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await report(...next);
}

if (generates) await report('generate', GENERATE);
await Promise.all(Array.from({ length: Math.max(2, Math.floor(availableParallelism() / 2)) }, workThroughQueue));

for (const { name, output } of failures) console.error(`\n── ${name} ──\n${output}`);
console.log(`\ncheck: ${asked - failures.length} passed, ${failures.length} failed, ${secondsSince(startedAtMs)}`);
process.exitCode = failures.length === 0 ? 0 : 1;
