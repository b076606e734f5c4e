import { requireNode } from './node-version.mjs';

/** What every command does first, with nothing but Node: the right Node, and the packages of the lock file. */
export async function preflight() {
  requireNode();
  const { ensureInstalled } = await import('./install.mjs');
  try {
    await ensureInstalled();
  } catch (failure) {
    if (failure.name === 'Interrupted') process.exit(130);
    console.error(failure.name === 'StackError' ? failure.message : failure);
    process.exit(1);
  }
}
