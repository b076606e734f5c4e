import { anyText, everyProcess, readVariables, wholeNumber, type Variables } from '@lianban/domain/environment';

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

const MOST_CACHED_CASES = 1_000_000;

const shape = {
  ...everyProcess,
  LIANBAN_WORKFLOW_BUNDLE: anyText,
  LIANBAN_CACHED_CASES: wholeNumber(1, MOST_CACHED_CASES).default(1_000),
};

/** @throws EnvironmentError naming every variable that is missing, unfit or unknown, without its value */
export function readEnvironment(env: Variables): WorkerEnvironment {
  const read = readVariables(env, shape);
  return {
    databaseUrl: read.DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    namespace: read.TEMPORAL_NAMESPACE,
    bundle: read.LIANBAN_WORKFLOW_BUNDLE,
    cachedCases: read.LIANBAN_CACHED_CASES,
  };
}
