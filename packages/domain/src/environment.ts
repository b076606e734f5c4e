import { z } from 'zod';

/** Every variable of ours, of whichever process: one that begins as ours do and is none of them is a slip of the pen. */
const OURS = new Set([
  'LIANBAN_API',
  'LIANBAN_CACHED_CASES',
  'LIANBAN_DEMO',
  'LIANBAN_KILLS',
  'LIANBAN_LOG_LEVEL',
  'LIANBAN_OIDC_CLIENT_ID',
  'LIANBAN_OIDC_CLIENT_SECRET',
  'LIANBAN_OIDC_ISSUER',
  'LIANBAN_OIDC_STAFF',
  'LIANBAN_OIDC_TITLE',
  'LIANBAN_OIDC_TRUSTED_ACR',
  'LIANBAN_OIDC_TRUSTED_AMR',
  'LIANBAN_ORIGIN',
  'LIANBAN_PATIENCE_MS',
  'LIANBAN_PORT',
  'LIANBAN_POSTGRES_PORT',
  'LIANBAN_PROXIES',
  'LIANBAN_RATES',
  'LIANBAN_RUN',
  'LIANBAN_SECOND_FACTOR',
  'LIANBAN_SECRET_KEY',
  'LIANBAN_SIGN_IN_POLICY',
  'LIANBAN_TEMPORAL_PORT',
  'LIANBAN_WEB',
  'LIANBAN_WORKFLOW_BUNDLE',
]);

/** What tests and benchmarks tell their own processes. */
const OF_TESTS = /^LIANBAN_(TEST|BENCH)_/;

/** Variables of a process by their names. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment of a process, by the names of the variables and without their values. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/**
 * The variables that `shape` asks for, each as its schema reads it; an empty one is none.
 * @throws EnvironmentError naming every variable that is missing or unfit, and every one that looks like ours and is not
 */
export function readVariables<Shape extends z.ZodRawShape>(env: Variables, shape: Shape): z.output<z.ZodObject<Shape>> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const { success, data, error } = z.object(shape).safeParse(set);
  const unfit = (error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0]);
    return Object.hasOwn(set, name) ? `${name} ${message}` : `${name} is not set`;
  });
  const unknown = Object.keys(set)
    .filter((name) => name.startsWith('LIANBAN_') && !OURS.has(name) && !OF_TESTS.test(name))
    .map((name) => `${name} is no variable of Lianban`);
  if (success && unknown.length === 0) return data;
  throw new EnvironmentError(`环境变量不可用 / the environment cannot be used: ${[...unfit, ...unknown].join('; ')}`);
}

/** A name or a path: whoever uses it says whether it is one. */
export const anyText = z.string();

/** A whole number between two others. */
export const wholeNumber = (from: number, to: number): z.ZodType<number> =>
  z
    .string()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `is no whole number from ${from} to ${to}`,
    })
    .transform(Number);

/** Where PostgreSQL is. */
export const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'is no address of the form postgres://user:password@host:port/database' });

/** Where a server is that is no web site: host and port. */
export const hostAndPort = z.string().regex(/^(\[[\da-f:.]+\]|[^\s/:@]+)(:\d{1,5})?$/i, {
  error: 'is no address of the form host:port',
});

/** The variables of every process that moves cases. */
export const everyProcess = {
  DATABASE_URL: postgresUrl,
  TEMPORAL_ADDRESS: hostAndPort,
  TEMPORAL_NAMESPACE: anyText.default('default'),
};
