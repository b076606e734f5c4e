import { join } from 'node:path';
import { bundleWorkflows, buildConsole, generateClient } from './build.mjs';
import { usePostgres } from './postgres-elsewhere.mjs';
import { startPostgres } from './postgres.mjs';
import { installDemo, startApi, startWorker } from './services.mjs';
import { useTemporal } from './temporal-elsewhere.mjs';
import { inFile, startTemporal } from './temporal.mjs';

/**
 * What a running Lianban consists of.
 * @typedef {object} Plan
 * @property {string} folder where the servers keep their data
 * @property {{ postgres?: number, temporal?: number, api: number }} ports
 * @property {string} [databaseUrl] of a PostgreSQL that is running already
 * @property {string} [temporalAddress] of a Temporal that is running already
 * @property {boolean} hasConsole
 * @property {boolean} hasCases whether the demonstration brings cases along
 * @property {number} [rates] how many times the usual rates an address and an account may call
 * @property {boolean} [isTemporary] whether the data go when everything has ended
 * @property {string} [logs] starts the names of the log files
 * @property {(text: string) => void} [note] hears what the person should know
 */

/**
 * A step of a progress list; what it finds out goes into `live`. The list shows that it failed, not the whole why, and
 * what is cut off because everything is being stopped has not failed.
 */
const step = (stack, title, work) => ({
  title,
  task: async (live, task) => {
    try {
      await work(live, (text) => (task.output = text));
    } catch (failure) {
      if (stack.isEnding) throw new Error('stopped', { cause: failure });
      live.failure ??= failure;
      throw new Error('see below', { cause: failure });
    }
  },
});

const together = (title, steps) => ({ title, task: (_, task) => task.newListr(steps, { concurrent: true }) });

/**
 * The steps that bring everything up, for listr2. Afterwards its context holds `databaseUrl`, `temporalAddress`,
 * `bundle`, `web`, `accounts` and `url`.
 * @param {import('./stack.mjs').Stack} stack
 * @param {Plan} plan
 */
export function liveSteps(stack, plan) {
  const { folder, ports, hasConsole, hasCases, rates, isTemporary = false, logs = '', note = () => undefined } = plan;
  const postgres = async (live) => {
    const ours = { data: join(folder, 'postgres'), port: ports.postgres, isTemporary, logs };
    live.databaseUrl = await (plan.databaseUrl ? usePostgres(plan.databaseUrl) : startPostgres(stack, ours));
  };
  const temporal = async (live, say) => {
    const ours = { port: ports.temporal, logs, storage: inFile(join(folder, 'temporal.db')), say };
    const { temporalAddress } = plan;
    live.temporalAddress = await (temporalAddress ? useTemporal(temporalAddress, note) : startTemporal(stack, ours));
  };
  const code = async (live) => {
    await generateClient(stack, logs);
    live.bundle = await bundleWorkflows(stack, logs);
    if (hasConsole) live.web = await buildConsole(stack, logs);
  };
  return [
    together('Servers and code', [
      step(stack, 'PostgreSQL', postgres),
      step(stack, 'Temporal', temporal),
      step(stack, hasConsole ? 'Database client, workflows and console' : 'Database client and workflows', code),
    ]),
    step(stack, 'Schema and demo data', async (live) => {
      const { databaseUrl, temporalAddress } = live;
      live.accounts = await installDemo(stack, { databaseUrl, temporalAddress, hasCases, logs });
    }),
    together('Lianban', [
      step(stack, 'Worker', (live) => startWorker(stack, { place: live, logs })),
      step(stack, 'API and console', async (live) => {
        live.url = await startApi(stack, { place: live, port: ports.api, web: live.web, folder, rates, logs });
      }),
    ]),
  ];
}
