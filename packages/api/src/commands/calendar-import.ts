import { randomUUID } from 'node:crypto';
import { LianbanError } from '@lianban/domain/error';
import type { Proposal } from '@lianban/domain/revision';
import { holderOf } from '@lianban/db/queries/post-holder';
import { revisionCounts } from '@lianban/db/queries/revisions';
import { approve } from '@lianban/db/revision/decisions';
import { propose } from '@lianban/db/revision/proposals';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { proposalIn } from './calendar-file-argument.ts';
import { calendarOptions, type CalendarOptions } from './calendar-options.ts';
import { Misuse, overInstallation } from './installation.ts';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { problemLines } from './problem-lines.ts';

const help = `npm run -s cli -- calendar import FILE --reason TEXT --proposed-by ACCOUNT [--approved-by ACCOUNT] [--closures CQ|SC]

提出载入一个年度的放假安排（或一省的停止办公日）；给出另一位管理员时一并批准并生效。
Proposes the calendar of a year, or closures of a province; with a second administrator it is approved and applied.
Without one it waits for a decision in the console. Needs DATABASE_URL.
`;

const names = ['reason', 'proposed-by', 'approved-by'] as const;
type Options = CalendarOptions<(typeof names)[number]>;

/** 载入: proposes what a calendar file holds. */
export const calendarImport: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => calendarOptions(words, names) }, surroundings, (pool, options) =>
      importFile(pool, options, surroundings),
    ),
};

async function importFile(pool: Pool, options: Options, { output }: Surroundings): Promise<ExitCode> {
  const reason = options.values.reason?.trim() ?? '';
  if (reason === '') throw new Misuse('需要理由 / a reason is needed: --reason TEXT');
  const by = await administrator(pool, options, 'proposed-by');
  const approver =
    options.values['approved-by'] === undefined ? null : await administrator(pool, options, 'approved-by');
  const proposed = await proposalIn(pool, options.file);
  if (proposed.kind === 'refused') {
    output.write(problemLines(proposed.problems));
    return exitCodes.refused;
  }
  try {
    const answer = await imported(pool, { proposal: proposed.value, reason, by, approver });
    output.write(`${JSON.stringify(answer)}\n`);
    return exitCodes.done;
  } catch (failure) {
    if (!(failure instanceof LianbanError)) throw failure;
    output.write(
      `${JSON.stringify({ error: { code: failure.code, field: null, line: null, detail: failure.detail } })}\n`,
    );
    return exitCodes.refused;
  }
}

async function administrator(pool: Pool, { values }: Options, name: 'proposed-by' | 'approved-by'): Promise<Actor> {
  const account = values[name] ?? '';
  const actor = account === '' ? undefined : await holderOf(pool, account, { role: 'ADM' });
  if (actor === undefined)
    throw new Misuse(`没有这位管理员 / no such administrator: --${name} ${account === '' ? 'ACCOUNT' : account}`);
  return actor;
}

interface Importing {
  readonly proposal: Proposal | null;
  readonly reason: string;
  readonly by: Actor;
  readonly approver: Actor | null;
}

async function imported(pool: Pool, { proposal, reason, by, approver }: Importing): Promise<object> {
  if (proposal === null) return { state: 'unchanged' };
  if (approver?.personId === by.personId) throw new LianbanError('SEPARATION', { step: 'revision' });
  const revision = randomUUID();
  await propose(pool, { revisionId: revision, proposal, reason, by });
  if (approver !== null) await approve(pool, { revisionId: revision, by: approver, remark: null });
  return { revision, state: approver === null ? 'proposed' : 'applied', ...(await revisionCounts(pool, revision)) };
}
