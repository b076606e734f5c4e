import { once } from 'node:events';
import { instant } from '@lianban/domain/civil-date';
import { shifts } from '@lianban/domain/revision';
import type { Shift } from '@lianban/domain/recount';
import { caseNumbers } from '@lianban/db/queries/case-numbers';
import { consequencesOf, type Consequence } from '@lianban/db/revision/consequences';
import { proposalIn } from './calendar-file-argument.ts';
import { calendarOptions } from './calendar-options.ts';
import { overInstallation } from './installation.ts';
import { problemLines } from './problem-lines.ts';
import { exitCodes, type Command } from './command.ts';

const help = `npm run -s cli -- calendar preview FILE [--closures CQ|SC]

查看载入一个年度的放假安排（或一省的停止办公日）会改变哪些在办期限；不写入任何内容。
Which deadlines of open cases the file would change: one line each, then one with the totals. Writes nothing.
Needs DATABASE_URL.
`;

/** 预览影响: what a calendar file would change. */
export const calendarPreview: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => calendarOptions(words, []) }, surroundings, async (pool, { file }) => {
      const { output } = surroundings;
      const proposed = await proposalIn(pool, file);
      if (proposed.kind === 'refused') {
        output.write(problemLines(proposed.problems));
        return exitCodes.refused;
      }
      const consequences =
        proposed.value === null ? [] : await consequencesOf(pool, proposed.value, instant(Date.now()));
      const numbers = await caseNumbers(pool, [...new Set(consequences.map(({ limit }) => limit.caseId))]);
      for (const consequence of consequences) {
        const line = { case: numbers.get(consequence.limit.caseId), ...changeOf(consequence) };
        if (!output.write(`${JSON.stringify(line)}\n`)) await once(output, 'drain');
      }
      output.write(`${JSON.stringify(totalsOf(consequences, numbers.size))}\n`);
      return exitCodes.done;
    }),
};

const changeOf = ({ limit, due, shift }: Consequence) => ({
  ...{ province: limit.province, key: limit.key, shift },
  from: { on: limit.on, provisional: limit.provisional },
  to: { on: due.on, provisional: due.provisional },
});

function totalsOf(consequences: readonly Consequence[], cases: number): object {
  const count = (wanted: Shift): number => consequences.filter(({ shift }) => shift === wanted).length;
  const byShift = Object.fromEntries(shifts.map((shift) => [shift, count(shift)]));
  return { totals: { cases, limits: consequences.length, ...byShift } };
}
