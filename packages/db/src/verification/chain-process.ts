// One process of a verification: takes ranges, on a connection of its own that sees what the others see.
import { checkRange } from './check-range.ts';
import type { FromProcess, ToProcess } from './processes.ts';
import { openReader, type Reader } from './reader.ts';

const tell = (message: FromProcess): void => void process.send?.(message);

let reader: Reader | null = null;

async function take(message: ToProcess): Promise<void> {
  if (message.kind === 'end') {
    await reader?.close();
    process.disconnect();
    return;
  }
  if (message.kind === 'begin') {
    reader = await openReader(message.databaseUrl, message.snapshot);
    tell({ kind: 'done', seen: { rows: 0, streams: 0 } });
    return;
  }
  if (reader === null) throw new Error('a range came before the beginning');
  const seen = await checkRange(reader.client, message.range, {
    found: (broken) => tell({ kind: 'found', broken }),
    surplus: (chain, stream, rows) => tell({ kind: 'surplus', chain, stream, rows }),
  });
  tell({ kind: 'done', seen });
}

process.on('message', (message) => {
  void take(message as ToProcess); // sent by processes.ts
});
process.on('disconnect', () => process.exit()); // whoever asked is gone
