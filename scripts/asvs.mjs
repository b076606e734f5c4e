// npm run asvs: counts the tests that carry the id of a requirement of OWASP ASVS 5.0 in their title, such as
// [ASVS v5.0.0-3.4.3], by chapter. Ends with 1 when a title names a requirement in another way, or one that is not in
// asvs-requirements.json, which has them in words of our own, and when one in there has no test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stack/paths.mjs';

const requirements = JSON.parse(readFileSync(new URL('asvs-requirements.json', import.meta.url), 'utf8'));

const CHAPTERS = {
  1: 'Encoding and Sanitization',
  2: 'Validation and Business Logic',
  3: 'Web Frontend Security',
  4: 'API and Web Service',
  5: 'File Handling',
  6: 'Authentication',
  7: 'Session Management',
  8: 'Authorization',
  9: 'Self-contained Tokens',
  10: 'OAuth and OIDC',
  11: 'Cryptography',
  12: 'Secure Communication',
  13: 'Configuration',
  14: 'Data Protection',
  15: 'Secure Coding and Architecture',
  16: 'Security Logging and Error Handling',
  17: 'WebRTC',
};

const TAG = /\[ASVS v5\.0\.0-(\d+\.\d+\.\d+)\]/g;
/** The standard with a number behind it, in any other way. */
const LOOSE = /\bASVS\b[^'"`]*?\d+\.\d+/i;

const testFiles = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : testFiles(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** Every title with a tag, and every line that names the standard in another way. Prettier keeps a title on one line. */
function read(path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const place = `${path}:${at + 1}`;
    const ids = [...line.matchAll(TAG)].map(([, id]) => id);
    return [
      ...(ids.length > 0 ? [{ place, ids }] : []),
      ...(LOOSE.test(line.replaceAll(TAG, ''))
        ? [{ place, ids: [], complaint: 'the tag is not [ASVS v5.0.0-x.y.z]' }]
        : []),
    ];
  });
}

const found = ['apps', 'packages', 'test'].flatMap(testFiles).flatMap(read);
const complaints = found.flatMap(({ place, ids, complaint }) => [
  ...(complaint === undefined ? [] : [`${place}: ${complaint}`]),
  ...ids
    .filter((id) => !Object.hasOwn(requirements, id))
    .map((id) => `${place}: ${id} is not in asvs-requirements.json`),
]);

const tests = new Map(Object.keys(requirements).map((id) => [id, 0]));
for (const id of found.flatMap(({ ids }) => [...new Set(ids)])) tests.set(id, (tests.get(id) ?? 0) + 1);
complaints.push(
  ...[...tests].filter(([, count]) => count === 0).map(([id]) => `asvs-requirements.json: no test for ${id}`),
);

for (const [chapter, name] of Object.entries(CHAPTERS)) {
  const inChapter = [...tests].filter(([id, count]) => count > 0 && id.startsWith(`${chapter}.`));
  if (inChapter.length === 0) continue;
  console.log(`V${chapter} ${name}`);
  for (const [id, count] of inChapter)
    console.log(`  ${id.padEnd(7)} ${String(count).padStart(3)}  ${requirements[id] ?? ''}`);
}
const titles = found.filter(({ ids }) => ids.length > 0).length;
console.log(
  `\n${titles} titles of tests carry ${[...tests.values()].filter((count) => count > 0).length} requirements of ASVS 5.0.0`,
);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
