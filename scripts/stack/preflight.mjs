import { requireNode } from './node-version.mjs';

/** What every command does first, with nothing but Node: the right Node, a place to write in, and the packages. */
export async function preflight() {
  requireNode();
  const { ensureInstalled } = await import('./install.mjs');
  const { ensureStateFolder } = await import('./state-folder.mjs');
  try {
    ensureStateFolder();
    await ensureInstalled();
  } catch (failure) {
    if (failure.name === 'Interrupted') process.exit(130);
    console.error(failure.name === 'StackError' ? failure.message : failure);
    process.exit(1);
  }
}
