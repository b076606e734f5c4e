import { join } from 'node:path';
import { bundleWorkflows, buildConsole, generateClient } from './build.mjs';
import { chromium } from './chromium.mjs';
import { stateFolder } from './paths.mjs';
import { freePort } from './ports.mjs';
import { FORGETFUL, startPostgres } from './postgres.mjs';
import { FOR_TESTS, startTemporal } from './temporal.mjs';

async function startTestPostgres(stack, logs) {
  const folder = join(stateFolder, `test-${process.pid}`);
  stack.removeAtEnd(folder);
  const wanted = { data: join(folder, 'postgres'), port: await freePort(), logs, settings: FORGETFUL };
  const url = await startPostgres(stack, { ...wanted, isTemporary: true });
  return { LIANBAN_TEST_DATABASE_URL: url.replace(/lianban$/, 'postgres') };
}

const startTestTemporal = async (stack, logs) => ({
  LIANBAN_TEST_TEMPORAL: await startTemporal(stack, { port: await freePort(), logs, settings: FOR_TESTS }),
});

/** What a test can ask for, and how it comes about. Each gives environment variables. */
const MAKERS = {
  client: async (stack, logs) => {
    await generateClient(stack, logs);
    return {};
  },
  postgres: startTestPostgres,
  temporal: startTestTemporal,
  bundle: async (stack, logs) => ({ LIANBAN_WORKFLOW_BUNDLE: await bundleWorkflows(stack, logs) }),
  console: async (stack, logs) => ({ LIANBAN_WEB: await buildConsole(stack, logs) }),
  browser: async (stack, logs) => ({ CHROMIUM_PATH: await chromium(stack, { logs }) }),
};

/**
 * Makes each thing that tests ask for once, when the first one asks, and gives the environment variables for it.
 * @param {import('./stack.mjs').Stack} stack
 * @param {string} logs starts the names of the log files
 */
export function provider(stack, logs) {
  const made = new Map();
  const make = (name) => {
    if (!made.has(name)) made.set(name, MAKERS[name](stack, logs));
    return made.get(name);
  };
  return async (names) => Object.assign({}, ...(await Promise.all(names.map(make))));
}
