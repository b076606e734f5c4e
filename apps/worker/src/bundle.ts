import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const sources = ['packages/workflows/src', 'packages/domain/src'].map((folder) => join(root, folder));
const target = join(root, 'apps/worker/dist/workflow-bundle.js');
const stamp = `${target}.hash`;

/** One hash over everything that can end up in the bundle, so that a second start need not bundle again. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(root, 'package-lock.json')));
  for (const folder of sources) {
    const files = (await readdir(folder, { recursive: true }))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort();
    for (const file of files)
      hash.update(relative(root, join(folder, file))).update(await readFile(join(folder, file)));
  }
  return hash.digest('hex');
}

const wanted = await fingerprint();
const present = await readFile(stamp, 'utf8').catch(() => '');
if (present !== wanted) {
  const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'packages/workflows/src/workflows.ts') });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
  await writeFile(stamp, wanted);
}
process.stdout.write(`${target}\n`);
