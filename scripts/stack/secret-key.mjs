import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that seals the secrets of second factors: made when there is none and kept beside the data, because what it has
 * sealed opens with nothing else. One that the environment names is used instead.
 */
export function secretKey(folder) {
  const given = process.env.LIANBAN_SECRET_KEY;
  if (given) return given;
  const file = join(folder, 'secret-key');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, `local:${randomBytes(32).toString('base64')}`, { flag: 'wx', mode: 0o600 });
  } catch (failure) {
    if (failure.code !== 'EEXIST') throw failure;
  }
  return readFileSync(file, 'utf8').trim();
}
