// Runs beside every stack and reads from it which processes it has started. When the stack ends without having ended
// them, be it killed, crashed or cut off, they are ended here.
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { endGroup } from './process-group.mjs';

const groups = new Map();
const folders = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const { started, ended, folder } = JSON.parse(line);
  if (started !== undefined) groups.set(started.pid, started);
  if (ended !== undefined) groups.delete(ended);
  if (folder !== undefined) folders.add(folder);
}

for (const group of [...groups.values()].reverse()) await endGroup(group);
for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
