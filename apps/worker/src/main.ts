import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { readEnvironment } from './environment.ts';
import { sweepLapses } from './lapses.ts';
import { createWorker } from './worker.ts';

// Of every promise in a workflow the SDK keeps a stack trace, which costs a turn more than the procedure does. Two frames
// name the place of a failure; the rest is seen by folding the ledger outside the engine. This thread keeps its own.
setFlagsFromString('--stack-trace-limit=2');

const log = pino({ name: 'worker' });
const environment = readEnvironment(process.env);
const worker = await createWorker(environment);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
const lapses = sweepLapses(environment.databaseUrl, log);
const running = worker.run();
log.info('worker ready');
await running;
await lapses.stop();
log.info('worker stopped');
