// The service of the receipts, in a process of its own like any service: who measures does not take its turn.
import { policyNamed } from '@lianban/api/identity/policy';
import { startService } from '@lianban/api/service';
import { testKeys } from '../support/test-keys.ts';
import { required } from './environment.ts';

const service = await startService({
  ...{ databaseUrl: required('DATABASE_URL'), temporalAddress: required('TEMPORAL_ADDRESS'), namespace: 'default' },
  ...{ host: '127.0.0.1', port: 0, console: null, demo: true, patienceMs: 0, logLevel: 'silent' },
  ...{ proxies: [], rates: 1_000 },
  ...{ signInPolicy: policyNamed(undefined), secondFactor: 'offered', secretKeys: testKeys(), provider: null },
});
process.once('SIGTERM', () => void service.stop());
process.stdout.write(`${service.address}\n`);
