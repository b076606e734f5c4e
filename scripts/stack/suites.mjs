import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * A body of tests that is run and counted by itself.
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} [folder] of its vitest configuration; without one it is the static check
 * @property {readonly string[]} needs what has to be there, as test-servers.mjs calls it
 * @property {boolean} isAlone whether it takes the whole machine
 */

const ENGINE = ['postgres', 'temporal', 'bundle'];

/** Every suite, in the order in which they are started. @type {readonly Suite[]} */
const all = [
  { name: 'check', needs: [], isAlone: true },
  { name: 'domain', folder: 'packages/domain', needs: [], isAlone: false },
  { name: 'workflows', folder: 'packages/workflows', needs: [], isAlone: false },
  { name: 'web', folder: 'apps/web', needs: [], isAlone: false },
  { name: 'guard', folder: 'test/guard', needs: ['console'], isAlone: false }, // looks at what was built
  { name: 'db', folder: 'packages/db', needs: ['postgres'], isAlone: false },
  { name: 'api-units', folder: 'packages/api', needs: ['postgres'], isAlone: false },
  { name: 'worker-units', folder: 'apps/worker', needs: ENGINE, isAlone: false },
  { name: 'replay', folder: 'test/replay', needs: ['bundle'], isAlone: false },
  { name: 'api', folder: 'test/api', needs: ENGINE, isAlone: false },
  { name: 'workflow', folder: 'test/workflow', needs: ENGINE, isAlone: true },
  { name: 'faults', folder: 'test/faults', needs: ENGINE, isAlone: true },
  { name: 'e2e', folder: 'test/e2e', needs: [...ENGINE, 'console', 'browser'], isAlone: true },
];

const hasTests = ({ folder }) =>
  folder === undefined ||
  readdirSync(join(root, folder), { withFileTypes: true }).some((entry) =>
    entry.isDirectory()
      ? entry.name !== 'node_modules' && hasTests({ folder: join(folder, entry.name) })
      : /\.test\.tsx?$/.test(entry.name),
  );

/** Names of all suites. */
export const suiteNames = all.map(({ name }) => name);

/** The suites with these names, or all; without those that have no test yet. */
export const suitesOf = (names) =>
  all.filter((suite) => (names.length === 0 || names.includes(suite.name)) && hasTests(suite));
