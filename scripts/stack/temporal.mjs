import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { askSystem } from './ask-system.mjs';
import { temporalProgram } from './temporal-program.mjs';

/** What operators look cases up by; see SEARCH_ATTRIBUTES in packages/workflows/src/messages.ts. */
export const SEARCH_ATTRIBUTES = ['LianbanProcedure', 'LianbanProvince'];

/** Clients are newer than servers and the other way round; the server need not compare. */
const ALWAYS = { 'frontend.enableServerVersionCheck': 'false' };

/** Tests move the clock and look for what they have just written. */
export const FOR_TESTS = {
  'frontend.WorkflowTimeSkippingEnabled': 'true',
  'system.forceSearchAttributesCacheRefreshOnRead': 'true',
};

/** Keeps the state of the server in a file, for a start after this one; the server makes the file, not its folder. */
export function inFile(path) {
  mkdirSync(dirname(path), { recursive: true });
  return ['--db-filename', path, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'];
}

/**
 * Starts Temporal's development server on 127.0.0.1, with the namespace `default`.
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ port: number, logs?: string, storage?: readonly string[], settings?: Record<string, string>,
 *   say?: (text: string) => void }} wanted without `storage` it forgets everything when it ends
 * @returns {Promise<string>} its address
 */
export async function startTemporal(stack, { port, logs = '', storage = [], settings = {}, say }) {
  const program = await temporalProgram(say);
  const address = `127.0.0.1:${port}`;
  const ask = ['operator', 'namespace', 'describe', 'default', '--address', address, '--command-timeout', '2s'];
  await stack.serve(
    {
      name: 'Temporal',
      log: `${logs}temporal`,
      program,
      args: [
        ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'],
        ...storage,
        ...SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
        ...Object.entries({ ...ALWAYS, ...settings }).flatMap(([key, value]) => [
          '--dynamic-config-value',
          `${key}=${value}`,
        ]),
      ],
    },
    { ask: async () => askSystem(program, ask).works, withinMs: 60_000 },
  );
  return address;
}
