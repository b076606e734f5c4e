// npm start: everything on this machine, one address at the end. Data stay in .lianban; Ctrl-C stops all of it.
import { preflight } from './stack/preflight.mjs';

await preflight();
const { liveSteps } = await import('./stack/live.mjs');
const { claim } = await import('./stack/one-at-a-time.mjs');
const { stateFolder } = await import('./stack/paths.mjs');
const { agreedPort } = await import('./stack/ports.mjs');
const { workThrough } = await import('./stack/progress.mjs');
const { withStack } = await import('./stack/stack.mjs');

const databaseUrl = process.env.DATABASE_URL || undefined;
const temporalAddress = process.env.TEMPORAL_ADDRESS || undefined;

const PORTS = {
  api: { variable: 'LIANBAN_PORT', usual: 3000, purpose: 'the console', usualHolder: 'another web application' },
  postgres: {
    ...{ variable: 'LIANBAN_POSTGRES_PORT', usual: 15_432, purpose: 'PostgreSQL' },
    usualHolder: 'another PostgreSQL',
  },
  temporal: {
    ...{ variable: 'LIANBAN_TEMPORAL_PORT', usual: 17_233, purpose: 'Temporal' },
    usualHolder: 'another Temporal',
  },
};

async function agreedPorts() {
  const wanted = ['api', ...(databaseUrl ? [] : ['postgres']), ...(temporalAddress ? [] : ['temporal'])];
  const ports = {};
  for (const name of wanted) ports[name] = await agreedPort(PORTS[name]);
  return ports;
}

function welcome({ url, accounts }, notes) {
  const [userWidth, passwordWidth] = ['user', 'password'].map((column) =>
    Math.max(column.length, ...accounts.map((account) => account[column].length)),
  );
  const line = ({ user, password, who }) => `  ${user.padEnd(userWidth)}  ${password.padEnd(passwordWidth)}  ${who}`;
  return [
    ...['', `Lianban is ready: ${url}`, ''],
    line({ user: 'user', password: 'password', who: 'who' }),
    ...accounts.map(line),
    ...['', ...notes, 'Ctrl-C stops it; the data stay in .lianban, and logs are in .lianban/logs.'],
  ].join('\n');
}

await withStack(
  async (stack) => {
    await claim(stack, { script: 'start.mjs', hint: 'Stop that one first, or use it.' });
    const notes = [];
    const plan = { folder: stateFolder, ports: await agreedPorts(), databaseUrl, temporalAddress };
    const rest = { hasConsole: true, hasCases: true, note: (text) => notes.push(text) };
    const live = await workThrough(liveSteps(stack, { ...plan, ...rest }));
    console.log(welcome(live, notes));
    return new Promise(() => undefined);
  },
  { onInterrupt: () => 0 },
);
