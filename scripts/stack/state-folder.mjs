// Plain Node: nothing is installed yet.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { stateFolder } from './paths.mjs';
import { StackError } from './stack-error.mjs';

/** Makes the state folder. @throws StackError when nothing can be written there */
export function ensureStateFolder() {
  try {
    mkdirSync(stateFolder, { recursive: true });
    accessSync(stateFolder, constants.W_OK);
  } catch (failure) {
    throw new StackError(
      `Nothing can be written in ${stateFolder} (${failure.code}).\nMake it writable, or move the project to a place that is.`,
    );
  }
}
