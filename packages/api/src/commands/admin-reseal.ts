import { resealAll } from '@lianban/db/sign-in/sealed-secrets';
import { readVariables } from '@lianban/domain/environment';
import { secretKeys } from '../environment.ts';
import { seal, unseal } from '../identity/secret-keys.ts';
import { exitCodes, type Command } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';

const help = `npm run -s cli -- admin reseal

把双因素验证的密钥全部改用LIANBAN_SECRET_KEY中的第一把密钥加密。更换密钥时，先把新的写在最前、旧的留在后面，重启各进程，再执行本命令，然后去掉旧的。
Seals the secrets of all second factors by the first key of LIANBAN_SECRET_KEY. To change keys, put the new one first and
leave the old one behind it, start the processes anew, run this, then take the old one away. May be run again. Needs
DATABASE_URL and LIANBAN_SECRET_KEY.
`;

/** 更换加密密钥: everything is sealed by the newest key afterwards. */
export const adminReseal: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => nothingIn(words) }, surroundings, async (pool) => {
      const { LIANBAN_SECRET_KEY: keys } = readVariables(surroundings.env, { LIANBAN_SECRET_KEY: secretKeys });
      const resealed = await resealAll(pool, keys.sealing, (owned) => seal(keys, owned.personId, unseal(keys, owned)));
      surroundings.output.write(`${JSON.stringify({ key: keys.sealing, resealed })}\n`);
      return exitCodes.done;
    }),
};

function nothingIn(words: readonly string[]): void {
  if (words.length > 0) throw new Misuse(`没有这个选项 / no such option: ${words.join(' ')}`);
}
