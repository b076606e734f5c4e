import { once } from 'node:events';
import { exitCodes, type ExitCode, type Surroundings } from './command.ts';
import { Refusal } from './refusal.ts';

/** The answer to one line. @throws Refusal when it cannot be answered. */
export type Answer = (question: unknown) => object | Promise<object>;

const MAX_LINE_BYTES = 1_048_576;
const NEWLINE = 0x0a;

/**
 * Answers each line of the input by one line of the output, in order; empty lines have none. A line that is refused is
 * answered with its error, and the others all the same. Holds one chunk of the input at a time, and waits for whoever reads.
 */
export async function answerLines({ input, output, errors }: Surroundings, answer: Answer): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  for await (const lines of linesOf(input)) {
    const written: string[] = [];
    for (const { bytes, line } of lines) {
      try {
        const content = contentOf(bytes);
        if (content !== '') written.push(JSON.stringify(await answer(parsed(content))));
      } catch (failure) {
        if (!(failure instanceof Refusal))
          errors.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
        written.push(errorLine(failure instanceof Refusal ? failure : new Refusal('INTERNAL', null), line));
        code = exitCodes.refused;
      }
    }
    if (written.length > 0 && !output.write(`${written.join('\n')}\n`)) await once(output, 'drain');
  }
  return code;
}

const errorLine = ({ code, field, text: message }: Refusal, line: number): string =>
  JSON.stringify({ error: { code, field, line, message } });

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The line as text, without the byte order mark that some programs begin a file with. */
function contentOf(bytes: Uint8Array | null): string {
  if (bytes === null) throw new Refusal('TOO_LARGE', null, { max: `${MAX_LINE_BYTES} bytes` });
  const content = decoded(bytes);
  if (content.includes('\0')) throw new Refusal('INVALID_TEXT', null);
  return content.trim();
}

/** Bytes as text, without the byte order mark. @throws Refusal INVALID_TEXT for what is not UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal('INVALID_TEXT', null);
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw new Refusal('NOT_JSON', null);
  }
}

interface Line {
  /** Null when there were too many. */
  readonly bytes: Uint8Array | null;
  readonly line: number;
}

/** The lines that each chunk completes, counted from 1. One that is too long is let go while it comes in. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncIterable<readonly Line[]> {
  let begun: Uint8Array[] | null = [];
  let length = 0;
  let line = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > MAX_LINE_BYTES) begun = null;
    begun?.push(part);
  };
  const complete = (): Line => {
    const bytes = begun === null ? null : Buffer.concat(begun);
    [begun, length, line] = [[], 0, line + 1];
    return { bytes, line };
  };
  for await (const chunk of input) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      lines.push(complete());
      from = end + 1;
    }
    add(chunk.subarray(from));
    yield lines;
  }
  if (length > 0) yield [complete()];
}
