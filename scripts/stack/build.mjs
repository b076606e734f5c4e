import { join } from 'node:path';
import { root } from './paths.mjs';

/** Turbo remembers what it has built from the same sources. */
const turbo = (stack, { name, args, logs = '' }) =>
  stack.run({
    name,
    log: `${logs}${name.replaceAll(' ', '-')}`,
    program: join(root, 'node_modules/.bin/turbo'),
    args: ['run', ...args, '--output-logs=new-only', '--log-prefix=none', '--ui=stream'],
    env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  });

/** Writes the database client that everything else imports. */
export const generateClient = (stack, logs) => turbo(stack, { name: 'generate', args: ['generate'], logs });

/** Builds the console and gives the folder that holds it. */
export async function buildConsole(stack, logs) {
  await turbo(stack, { name: 'build console', args: ['build', '--filter=@lianban/web'], logs });
  return join(root, 'apps/web/dist');
}

/** Arguments with which Node runs one of our TypeScript programs. */
export const typescript = (path) => ['--import', 'tsx', path];

/** Bundles the workflows and gives the path of the bundle. */
export async function bundleWorkflows(stack, logs = '') {
  const printed = await stack.run({
    name: 'bundle workflows',
    log: `${logs}bundle-workflows`,
    program: process.execPath,
    args: typescript('apps/worker/src/bundle.ts'),
  });
  return printed.trim().split('\n').at(-1);
}
