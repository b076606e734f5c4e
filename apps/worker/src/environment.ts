/** What the worker process needs to know; read once at the start. */
export interface WorkerEnvironment {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** Path of the prebuilt workflow bundle. */
  readonly bundle: string;
  /** Case workflows kept in memory, at about 240 KB each. */
  readonly cachedCases: number;
}

/** @throws Error naming the variable that is missing. */
export function readEnvironment(env: NodeJS.ProcessEnv): WorkerEnvironment {
  const required = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  return {
    databaseUrl: required('DATABASE_URL'),
    temporalAddress: required('TEMPORAL_ADDRESS'),
    namespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
    bundle: required('LIANBAN_WORKFLOW_BUNDLE'),
    cachedCases: Number(env['LIANBAN_CACHED_CASES'] ?? '1000'),
  };
}
