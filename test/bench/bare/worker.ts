// The worker of the bare workflow, in a process of its own like the real one.
import { join } from 'node:path';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { required } from '../environment.ts';
import { bareLedger } from './ledger.ts';

const { code } = await bundleWorkflowCode({ workflowsPath: join(import.meta.dirname, 'workflow.ts') });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: required('TEMPORAL_ADDRESS') }),
  taskQueue: required('LIANBAN_BENCH_QUEUE'),
  workflowBundle: { code },
  activities: bareLedger(required('DATABASE_URL')),
  maxCachedWorkflows: 1_000,
});
process.once('SIGTERM', () => worker.shutdown());
const running = worker.run();
process.stdout.write('bare worker ready\n');
await running;
process.exit(0);
