import { ownership } from '@lianban/db/organisation/ownership';
import type { Pool } from 'pg';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';

const help = `npm run -s cli -- organisation check

核查每一项待办是否都有能办理的人：逐处列出无人可办的待办，最后一行为合计，含同事间请办事项。只读，可在使用中运行。
Looks at every open duty: one line for each place whose duties nobody can do, or whose holder is gone, then one with the
totals, those of requests among colleagues too. Reads only, and may run while everybody works. Ends with 1 when a duty is
nobody's, or a request waits for somebody who may not act any more. Needs DATABASE_URL.
`;

/** 核查待办有无责任人: that no open duty is without an owner. */
export const organisationCheck: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => refuseOptions(words) }, surroundings, (pool) => check(pool, surroundings)),
};

function refuseOptions(words: readonly string[]): void {
  if (words.length > 0) throw new Misuse(`没有这个选项 / no such option: ${words.join(' ')}`);
}

async function check(pool: Pool, { output }: Surroundings): Promise<ExitCode> {
  const { duties, enterprisesWithoutAgent, unowned, lost, requests, stranded } = await ownership(pool);
  const tell = (line: object): unknown => output.write(`${JSON.stringify(line)}\n`);
  for (const { unit, ...place } of unowned) tell({ unowned: { ...place, unit: unit.zh } });
  for (const holder of lost) tell({ lost: holder });
  const nobodys = unowned.reduce((sum, place) => sum + place.duties, 0);
  const held = lost.reduce((sum, holder) => sum + holder.duties, 0);
  tell({ checked: { duties, unowned: nobodys, lost: held, enterprisesWithoutAgent, requests, stranded } });
  return nobodys + held + stranded === 0 ? exitCodes.done : exitCodes.refused;
}
