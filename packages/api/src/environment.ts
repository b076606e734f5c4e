import { policyNamed, type SignInPolicy } from './identity/policy.ts';

/** What the service needs to know; read once at the start. */
export interface ApiEnvironment {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly host: string;
  readonly port: number;
  /** Folder of the built console; null when it is served elsewhere. */
  readonly console: string | null;
  readonly demo: boolean;
  readonly signInPolicy: SignInPolicy;
  /** How long somebody waits for their act to be recorded before they are told that it is being recorded; 0 not at all. */
  readonly patienceMs: number;
  readonly logLevel: string;
}

/** @throws Error naming the variable that is missing, no number, or names no policy. */
export function readEnvironment(env: NodeJS.ProcessEnv): ApiEnvironment {
  const required = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${env['PORT']}`);
  return {
    databaseUrl: required('DATABASE_URL'),
    temporalAddress: required('TEMPORAL_ADDRESS'),
    namespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
    host: env['HOST'] ?? '127.0.0.1',
    port,
    console: env['LIANBAN_WEB'] ?? null,
    demo: env['LIANBAN_DEMO'] === '1',
    signInPolicy: policyNamed(env['LIANBAN_SIGN_IN_POLICY']),
    patienceMs: Number(env['LIANBAN_PATIENCE_MS'] ?? '8000'),
    logLevel: env['LIANBAN_LOG_LEVEL'] ?? 'info',
  };
}
