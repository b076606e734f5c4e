import { readEnvironment } from './environment.ts';
import { startService } from './service.ts';

const service = await startService(readEnvironment(process.env));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.stop());
