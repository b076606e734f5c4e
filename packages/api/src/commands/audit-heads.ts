import { once } from 'node:events';
import { presentEnds } from '@lianban/db/verification/kept-ends';
import { exitCodes, type Command } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';

const help = `npm run -s cli -- audit heads > FILE

列出审计日志每条链现在的末行，供另处保存；以后用 audit verify --heads 核对。
Where each stream of the trail ends now, one line each, to be kept out of reach of whoever runs the database; later
\`audit verify --heads FILE\` tells whether the trail still continues them. Needs DATABASE_URL.
`;

/** 链尾: what to keep elsewhere. */
export const auditHeads: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => withoutOptions(words) }, surroundings, async (pool) => {
      const { output } = surroundings;
      for await (const ends of presentEnds(pool))
        for (const end of ends) if (!output.write(`${JSON.stringify(end)}\n`)) await once(output, 'drain');
      return exitCodes.done;
    }),
};

function withoutOptions(words: readonly string[]): null {
  if (words.length > 0) throw new Misuse(`没有这个选项 / no such option: ${words.join(' ')}`);
  return null;
}
