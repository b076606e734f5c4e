import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { dispatch } from '../commands/dispatch.ts';

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** What a line was answered with. */
export type AnswerLine = Readonly<Record<string, unknown>>;

class Collected extends Writable {
  content = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.content += chunk.toString();
    done();
  }
}

/** Runs a command within this process, without a database. */
export async function typed(words: readonly string[], input: string | Iterable<Uint8Array> = ''): Promise<Ended> {
  const [output, errors] = [new Collected(), new Collected()];
  const chunks = typeof input === 'string' ? [Buffer.from(input)] : input;
  const code = await dispatch(words, { input: Readable.from(chunks), output, errors, env: {} });
  return { code, output: output.content, errors: errors.content };
}

export const answersIn = (output: string): readonly AnswerLine[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AnswerLine);

/** The answers to questions that are put as one line each. */
export async function asked(command: string, questions: readonly unknown[]): Promise<readonly AnswerLine[]> {
  const { output } = await typed([command], questions.map((question) => JSON.stringify(question)).join('\n'));
  return answersIn(output);
}

/** What refused each line: code and field, and nothing for a line that was answered. */
export const refusalsIn = (answers: readonly AnswerLine[]): readonly (string | null)[] =>
  answers.map(({ error }) => {
    if (error === undefined) return null;
    const { code, field } = error as { code: string; field: string | null };
    return `${code} ${field ?? '-'}`;
  });

const root = join(import.meta.dirname, '../../../..');

/** Runs a command as a process of its own, as `npm run -s cli` does. */
export async function run(words: readonly string[], input: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/api/src/commands/main.ts', ...words], {
    cwd: root,
    env: { ...inherited, ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.end(input);
  const [output, errors, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  return { code, output, errors };
}
