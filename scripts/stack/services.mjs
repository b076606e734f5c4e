import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typescript } from './build.mjs';
import { logFolder } from './paths.mjs';
import { secretKey } from './secret-key.mjs';
import { StackError } from './stack-error.mjs';

/** Where a stack is reached. @typedef {{ databaseUrl: string, temporalAddress: string, bundle: string }} Place */

const environmentOf = ({ databaseUrl, temporalAddress, bundle }) => ({
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: temporalAddress,
  LIANBAN_WORKFLOW_BUNDLE: bundle,
});

/** Starts the worker that moves the cases. */
export function startWorker(stack, { place, logs = '' }) {
  const log = `${logs}worker`;
  return stack.serve(
    {
      name: 'the worker',
      log,
      program: process.execPath,
      args: typescript('apps/worker/src/main.ts'),
      env: environmentOf(place),
    },
    { ask: async () => readFileSync(join(logFolder, `${log}.log`), 'utf8').includes('worker ready'), withinMs: 60_000 },
  );
}

async function isOk(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Starts the API, which also serves the console when `web` names its folder.
 * @returns {Promise<string>} its address
 */
export async function startApi(stack, { place, port, web, folder, rates = 1, logs = '' }) {
  const url = `http://localhost:${port}`;
  await stack.serve(
    {
      name: 'the API',
      log: `${logs}api`,
      program: process.execPath,
      args: typescript('packages/api/src/main.ts'),
      env: {
        ...environmentOf(place),
        ...{ HOST: '127.0.0.1', PORT: String(port), LIANBAN_WEB: web, LIANBAN_DEMO: '1', LIANBAN_RATES: String(rates) },
        // The accounts of the demonstration belong to nobody's phone.
        ...{ LIANBAN_SECOND_FACTOR: 'offered', LIANBAN_SECRET_KEY: secretKey(folder) },
      },
    },
    { ask: () => isOk(`${url}/healthz`), withinMs: 60_000 },
  );
  if (web !== undefined && !(await isOk(url)))
    throw new StackError(`The API is up, but ${url} does not show the console.`);
  return url;
}

const installDemoProgram = fileURLToPath(new URL('install-demo.mjs', import.meta.url));

/** Brings the database to the present schema, with the demonstration in it, and gives the accounts. */
export async function installDemo(stack, { databaseUrl, temporalAddress, hasCases, logs = '' }) {
  const printed = await stack.run({
    name: 'schema and demo data',
    log: `${logs}install-demo`,
    program: process.execPath,
    args: [...typescript(installDemoProgram), ...(hasCases ? [] : ['--without-cases'])],
    env: { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress },
  });
  return JSON.parse(printed.trim().split('\n').at(-1));
}
