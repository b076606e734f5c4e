import { exitCodes, type ExitCode, type Surroundings } from './command.ts';
import { commands, type CommandEntry } from './table.ts';

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'npm run -s cli -- <command> [--help]',
    '',
    ...rows,
    '',
    'docs/commands.md describes every field and every error.',
    '',
  ].join('\n');
}

/** The command that the first words name, and the words behind them; of two that fit the longer name. */
function named(words: readonly string[]): { readonly entry: CommandEntry; readonly options: readonly string[] } | null {
  const fitting = commands.filter(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  const [entry] = fitting.sort((a, b) => b.name.length - a.name.length);
  return entry === undefined ? null : { entry, options: words.slice(entry.name.split(' ').length) };
}

/** Runs the command that the words name. An unknown one is answered with the list of all, on standard error. */
export async function dispatch(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { output, errors } = surroundings;
  if (isHelp(words[0])) {
    output.write(overview());
    return exitCodes.done;
  }
  const called = named(words);
  if (called === null) {
    const reason = words.length === 0 ? '' : `没有这个命令 / no such command: ${words.join(' ')}\n\n`;
    errors.write(`${reason}${overview()}`);
    return exitCodes.misused;
  }
  const command = await called.entry.load();
  if (called.options.some(isHelp)) {
    output.write(command.help);
    return exitCodes.done;
  }
  return command.run(called.options, surroundings);
}
