import { pino } from 'pino';
import { readEnvironment } from './environment.ts';
import { createWorker } from './worker.ts';

const log = pino({ name: 'worker' });
const worker = await createWorker(readEnvironment(process.env));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
const running = worker.run();
log.info('worker ready');
await running;
log.info('worker stopped');
