import { parseArgs } from 'node:util';
import { codePoints, isSafeText } from '@lianban/domain/characters';
import { resetFactor } from '@lianban/db/sign-in/reset-factor';
import type { Pool } from 'pg';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';
import { Refusal } from './refusal.ts';

const help = `npm run -s cli -- admin reset-factor --user ACCOUNT --reason REASON

某人的手机和恢复码都丢失时，核实身份后移除其双因素验证，并结束其全部登录。下次登录只需密码，岗位须用双因素验证的，登录后先重新设置。
For somebody who has lost phone and recovery codes, once it is sure who they are: takes the second factor away and ends all
their sessions. The next sign-in takes the password alone, and whose post asks for a second factor sets one up first. The
reason stands in the trail: how the person was identified. Needs DATABASE_URL.
`;

const LONGEST_REASON = 200;

interface Options {
  readonly user: string;
  readonly reason: string;
}

/** 重设双因素验证: the way back in for somebody who has lost everything but the password. */
export const adminResetFactor: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => optionsIn(words) }, surroundings, (pool, options) =>
      reset(pool, options, surroundings),
    ),
};

function optionsIn(words: readonly string[]): Options {
  const { user = '', reason = '' } = valuesIn(words);
  if (user.trim() === '') throw new Misuse('需要账号 / an account is needed: --user ACCOUNT');
  const length = codePoints(reason.trim());
  if (length === 0 || length > LONGEST_REASON || !isSafeText(reason))
    throw new Misuse('需要理由（如何核实身份） / a reason is needed, how the person was identified: --reason REASON');
  return { user: user.trim(), reason: reason.trim() };
}

function valuesIn(words: readonly string[]): { user?: string; reason?: string } {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...words], options: { user: option, reason: option } }).values;
  } catch {
    throw new Misuse(`没有这个选项 / no such option: ${words.join(' ')}`);
  }
}

const refusals = { noUser: 'NO_SUCH_USER', noFactor: 'NO_FACTOR' } as const;

async function reset(pool: Pool, { user, reason }: Options, { output }: Surroundings): Promise<ExitCode> {
  const done = await resetFactor(pool, { user, reason });
  if (done.result !== 'reset') {
    const { code, field, text: message } = new Refusal(refusals[done.result], 'user');
    output.write(`${JSON.stringify({ error: { code, field, line: null, message } })}\n`);
    return exitCodes.refused;
  }
  output.write(`${JSON.stringify({ user, endedSessions: done.endedSessions })}\n`);
  return exitCodes.done;
}
