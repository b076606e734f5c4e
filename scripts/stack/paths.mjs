import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that running the project leaves on disk; removing this folder forgets all of it. */
export const stateFolder = join(root, '.lianban');

/** What is fetched once and kept. */
export const cacheFolder = join(stateFolder, 'cache');

export const logFolder = join(stateFolder, 'logs');
