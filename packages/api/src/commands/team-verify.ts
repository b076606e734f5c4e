import { parseArgs } from 'node:util';
import { caseByNumber } from '@lianban/db/queries/case-numbers';
import { verifyDraws } from '@lianban/db/team/verify-draws';
import type { Pool } from 'pg';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';

const help = `npm run -s cli -- team verify --case NUMBER

核验检查组抽取：按留存的名单和种子逐次重算，与记录的结果比对，最后一行为合计。只读，可在使用中运行。
Does every draw of inspectors of a case again from its list and seed: one line for each, "OK" or what differs, then one with
the totals. Reads only, and may run while everybody works. Ends with 1 when something differs.

  --case  the number of a case

Needs DATABASE_URL. docs/commands.md says how to do the same by hand.
`;

/** 核验抽取: whether the teams of a case are those that their lists and seeds give. */
export const teamVerify: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => numberIn(words) }, surroundings, (pool, number) =>
      verify(pool, number, surroundings),
    ),
};

function numberIn(words: readonly string[]): string {
  const { case: number } = valuesIn(words);
  if (number === undefined || number === '') throw new Misuse('--case 渝告承〔2026〕0001');
  return number;
}

function valuesIn(words: readonly string[]): { case?: string } {
  try {
    return parseArgs({ args: [...words], options: { case: { type: 'string' } } }).values;
  } catch (failure) {
    throw new Misuse(failure instanceof Error ? failure.message : String(failure));
  }
}

async function verify(pool: Pool, number: string, { output }: Surroundings): Promise<ExitCode> {
  const found = await caseByNumber(pool, number);
  if (found === undefined) throw new Misuse(`没有这个案号 / no such case: --case ${number}`);
  const draws = await verifyDraws(pool, found.caseId);
  for (const { differences, ...draw } of draws)
    output.write(`${JSON.stringify({ ...draw, result: differences.length === 0 ? 'OK' : differences })}\n`);
  const differing = draws.filter(({ differences }) => differences.length > 0).length;
  output.write(`${JSON.stringify({ verified: { draws: draws.length, differing } })}\n`);
  return differing === 0 ? exitCodes.done : exitCodes.refused;
}
