// `npm ci` refuses a lock file that lacks a platform package of any optional dependency, on every platform. A registry
// that serves only part of a release produces exactly such a file, so it is checked before it is committed.
import { readFile } from 'node:fs/promises';

/** Where Node would look for `name` from the package installed at `place`, nearest first. */
function* lookups(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    yield at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (at === '') return;
  }
}

/** Every optional dependency that the lock file names without saying which version to install. */
function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => ![...lookups(place, name)].some((at) => packages[at]?.version !== undefined))
      .map(([name, range]) => `${place || '(root)'} wants ${name}@${range}`),
  );
}

/** Every direct dependency of a workspace that is not pinned to one version. */
function floating(packages) {
  return Object.entries(packages)
    .filter(([place]) => !place.includes('node_modules/'))
    .flatMap(([place, entry]) =>
      Object.entries({ ...entry.dependencies, ...entry.devDependencies })
        .filter(([name, range]) => !name.startsWith('@lianban/') && !/^(npm:.+@)?\d+\.\d+\.\d+[-+.\w]*$/.test(range))
        .map(([name, range]) => `${place || '(root)'} does not pin ${name} (${range})`),
    );
}

/** Families whose members only work together at one version. */
const FAMILIES = [/^@temporalio\//, /^(prisma|@prisma\/(client|adapter-pg))$/, /^(zod|pg|typescript)$/];

/** Members of a family that are installed in more than one version; `zod`, `pg` and `typescript` each by themselves. */
function split(packages) {
  const versions = new Map();
  for (const [place, { version }] of Object.entries(packages)) {
    const name = place.split('node_modules/').at(-1);
    const family = FAMILIES.findIndex((members) => members.test(name));
    if (version === undefined || family === -1 || !place.includes('node_modules/')) continue;
    const key = family === FAMILIES.length - 1 ? name : FAMILIES[family].source;
    versions.set(key, (versions.get(key) ?? new Set()).add(version));
  }
  return [...versions].filter(([, all]) => all.size > 1).map(([key, all]) => `${key}: ${[...all].join(' and ')}`);
}

const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
const problems = [...missingOptionals(lock.packages), ...floating(lock.packages), ...split(lock.packages)];
for (const problem of problems) console.error(problem);
console.log(`lock file: ${Object.keys(lock.packages).length} packages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
