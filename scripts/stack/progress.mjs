import { Listr } from 'listr2';

/** Works through steps with a list that shows how far it is; gives what they found out. @throws what the first that failed threw */
export async function workThrough(steps) {
  const found = {};
  const list = new Listr(steps, {
    ctx: found,
    fallbackRenderer: 'simple',
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false, showErrorMessage: false },
    fallbackRendererOptions: { showErrorMessage: false },
  });
  try {
    return await list.run();
  } catch (failure) {
    throw found.failure ?? failure;
  }
}
