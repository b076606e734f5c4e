// Keeps test servers up, so that single test files can be run by hand:
//   source .lianban/dev.env && npx vitest run --config test/workflow/vitest.config.ts
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { preflight } from './stack/preflight.mjs';

await preflight();
const { claim } = await import('./stack/one-at-a-time.mjs');
const { root, stateFolder } = await import('./stack/paths.mjs');
const { withStack } = await import('./stack/stack.mjs');
const { provider } = await import('./stack/test-servers.mjs');

const environmentFile = join(stateFolder, 'dev.env');
const where = relative(root, environmentFile);

/** What is worth having even when the console or the browser cannot be had today. */
const OPTIONAL = ['console', 'browser'];

async function optional(provide, name) {
  try {
    return await provide([name]);
  } catch (failure) {
    console.error(`without the ${name}: ${failure.message}\n`);
    return {};
  }
}

await withStack(
  async (stack) => {
    await claim(stack, { script: 'dev-servers.mjs', hint: `Use it: source ${where}` });
    const provide = provider(stack, 'dev-');
    await provide(['client']);
    const servers = await provide(['postgres', 'temporal', 'bundle']);
    const rest = await Promise.all(OPTIONAL.map((name) => optional(provide, name)));
    const environment = Object.assign(servers, ...rest);
    const text = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'\n`);
    stack.removeAtEnd(environmentFile);
    await writeFile(environmentFile, text.join(''));
    console.log(`${text.join('')}\nIn another terminal: source ${where}. Ctrl-C stops the servers.`);
    return new Promise(() => undefined);
  },
  { onInterrupt: () => 0 },
);
