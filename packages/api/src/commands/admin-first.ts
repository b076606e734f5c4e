import { parseArgs } from 'node:util';
import { codePoints, isSafeText } from '@lianban/domain/characters';
import type { Province } from '@lianban/domain/province';
import { makeFirstAdministrator } from '@lianban/db/sign-in/first-administrator';
import type { Pool } from 'pg';
import { newGivenPassword } from '../identity/given-password.ts';
import { USER_NAME } from '../identity/user-name.ts';
import { provinceCodes } from './calendars.ts';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';
import { Refusal } from './refusal.ts';

const help = `npm run -s cli -- admin first --user ACCOUNT --name NAME --province CQ|SC

在还没有管理员的系统里设立第一位管理员，印出一次性密码：72小时内有效，首次登录必须修改，修改前不能办理任何事项。
Makes the first administrator of an installation that has none, and prints a one-time password: it is valid for 72 hours
and has to be changed at the first sign-in, before anything else can be done. Asks nothing. Needs DATABASE_URL.
`;

interface Options {
  readonly user: string;
  readonly name: string;
  readonly province: Province;
}

/** 首位管理员: the one account that is not made by another. */
export const adminFirst: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => optionsIn(words) }, surroundings, (pool, options) =>
      make(pool, options, surroundings),
    ),
};

function optionsIn(words: readonly string[]): Options {
  const { user = '', name = '', province } = valuesIn(words);
  if (!USER_NAME.test(user))
    throw new Misuse(
      '账号为3至60个小写字母、数字、点、连字符 / an account is 3 to 60 lower-case letters, digits, dots, hyphens: --user',
    );
  const length = codePoints(name.trim());
  if (length === 0 || length > 60 || !isSafeText(name)) throw new Misuse('需要姓名 / a name is needed: --name NAME');
  const known = provinceCodes.find((code) => code === province);
  if (known === undefined) throw new Misuse(`需要省份 / a province is needed: --province ${provinceCodes.join('|')}`);
  return { user, name: name.trim(), province: known };
}

function valuesIn(words: readonly string[]): { user?: string; name?: string; province?: string } {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...words], options: { user: option, name: option, province: option } }).values;
  } catch {
    throw new Misuse(`没有这个选项 / no such option: ${words.join(' ')}`);
  }
}

const refusals = {
  exists: () => new Refusal('ADMINISTRATOR_EXISTS', null),
  userTaken: () => new Refusal('USER_TAKEN', 'user'),
  noUnit: () => new Refusal('NO_REFERENCE_DATA', 'province'),
} as const;

async function make(pool: Pool, { user, name, province }: Options, { output }: Surroundings): Promise<ExitCode> {
  const { password, passwordHash, validHours } = await newGivenPassword();
  const made = await makeFirstAdministrator(pool, { user, name, province, passwordHash, validHours });
  if (made.result !== 'made') {
    const { code, field, text: message } = refusals[made.result]();
    output.write(`${JSON.stringify({ error: { code, field, line: null, message } })}\n`);
    return exitCodes.refused;
  }
  output.write(`${JSON.stringify({ user, password, validHours })}\n`);
  return exitCodes.done;
}
