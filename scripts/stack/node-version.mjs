// Runs on whatever Node is there, so nothing newer than the language of 2020 here.
import { readFileSync } from 'node:fs';

const numbers = (version) => version.split('.').map(Number);

/** Negative, zero or positive as `left` is older than, the same as or newer than `right`; missing parts are zero. */
function compare(left, right) {
  for (let part = 0; part < 3; part += 1) {
    const difference = (left[part] || 0) - (right[part] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether `version` lies in a range made of `>=`, `<` and `||`, which is all that package.json uses. */
function satisfies(version, range) {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .split(/\s+/)
      .every((comparator) => {
        const difference = compare(numbers(version), numbers(comparator.replace(/^[<>=]+/, '')));
        return comparator.startsWith('>=') ? difference >= 0 : difference < 0;
      }),
  );
}

/** Ends the process with an explanation when this Node is not one that the project runs on. */
export function requireNode() {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version = process.versions.node;
  if (satisfies(version, manifest.engines.node)) return;
  console.error(`Lianban needs Node ${manifest.engines.node}; this is Node ${version} (${process.execPath}).`);
  console.error('Install one from https://nodejs.org or with a version manager; .nvmrc names the version in use.');
  process.exit(1);
}
