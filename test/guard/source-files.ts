import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

const WRITTEN_BY_TOOLS = new Set(['node_modules', 'dist', 'generated', '.turbo', '.lianban', '.git', 'screenshots']);

/**
 * Paths of the files under `folder` that people wrote, relative to the root and in order.
 * @throws Error (ENOENT) when the folder does not exist, so that a guard cannot pass for lack of a subject.
 */
export function filesUnder(folder: string, ending = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return entry.name.endsWith(ending) ? [relative('.', path)] : [];
      return WRITTEN_BY_TOOLS.has(entry.name) ? [] : filesUnder(path, ending);
    })
    .sort();
}

/** Text of a file named relative to the root. @throws Error (ENOENT) */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
