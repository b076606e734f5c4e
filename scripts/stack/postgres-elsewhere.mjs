import { answers } from './ports.mjs';
import { StackError } from './stack-error.mjs';

/** Takes a PostgreSQL that somebody else runs. @throws StackError when the address is none or nobody answers there */
export async function usePostgres(databaseUrl) {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (url === null)
    throw new StackError('DATABASE_URL is not an address like postgres://user:password@host:5432/lianban.');
  const port = Number(url.port || 5432);
  if (await answers(port, url.hostname)) return databaseUrl;
  throw new StackError(`DATABASE_URL leads to ${url.hostname}, port ${port}, where nobody answers.`);
}
