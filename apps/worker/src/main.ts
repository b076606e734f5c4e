import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { whenEngineAnswers } from './engine-answers.ts';
import { readEnvironment } from './environment.ts';
import { sweepLapses } from './lapses.ts';
import { createWorker } from './worker.ts';

// Of every promise in a workflow the SDK keeps a stack trace, which costs a turn more than the procedure does. Two frames
// name the place of a failure; the rest is seen by folding the ledger outside the engine. This thread keeps its own.
setFlagsFromString('--stack-trace-limit=2');

const log = pino({ name: 'worker' });
const environment = readEnvironment(process.env);
const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());

const lapses = sweepLapses(environment.databaseUrl, log);
log.info('sweeping lapses');
try {
  const worker = await whenEngineAnswers(() => createWorker(environment), { log, signal: ended.signal });
  if (worker !== null) {
    const running = worker.run();
    ended.signal.addEventListener('abort', () => worker.shutdown());
    if (ended.signal.aborted) worker.shutdown();
    log.info('worker ready');
    await running;
  }
} finally {
  await lapses.stop();
}
log.info('worker stopped');
