import { existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logFolder } from './paths.mjs';

/** Opens an empty log, keeping the one before as `<name>.previous.log`. */
export function openLog(name) {
  const path = join(logFolder, `${name}.log`);
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) renameSync(path, join(logFolder, `${name}.previous.log`));
  return { path, descriptor: openSync(path, 'w') };
}

/** The last `lines` lines of a log. */
export function tailOf(path, lines = 40) {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
