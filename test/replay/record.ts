// Records the histories and ledgers of the chosen lives, for a release: `node --import tsx test/replay/record.ts <release> [procedure …]`.
// What has been recorded is never written again; a new release adds a folder.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { daysAhead, moved, movedCalendar } from '../support/later-years.ts';
import { lives } from '../support/lives.ts';
import { EnginePlayer } from '../support/play-on-engine.ts';
import { chosen } from './chosen.ts';

const [release = 'foundation-sdk-1.24.0', ...only] = process.argv.slice(2);
const today = civilDateOf(instant(Date.now()));
const player = await EnginePlayer.start();
try {
  for (const { procedure, scenarios } of lives) {
    if (only.length > 0 && !only.includes(`${procedure.id}-${procedure.edition}`)) continue;
    const folder = join(import.meta.dirname, 'histories', `${procedure.id}-${procedure.edition}`, release);
    await mkdir(folder, { recursive: true });
    for (const [name, rule] of Object.entries(chosen[`${procedure.id} ${procedure.edition}`] ?? {})) {
      const scenario = scenarios.find((known) => known.rule === rule);
      if (scenario === undefined) throw new Error(`no scenario: ${rule}`);
      const days = daysAhead(scenario.receivedOn, today);
      const { ledger, workflowId } = await player.play(procedure, moved(scenario, days), movedCalendar(days));
      const handle = player.client.workflow.getHandle(workflowId);
      const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
      const life = `${JSON.stringify({ rows: ledger.rows, history })}\n`;
      await writeFile(join(folder, `${name}.json`), life, { flag: 'wx' });
      if ((await handle.describe()).status.name === 'RUNNING') await handle.terminate('recorded');
    }
  }
} finally {
  await player.stop();
}
