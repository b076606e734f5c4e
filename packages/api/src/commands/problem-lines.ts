import type { FileProblem } from '@lianban/domain/file-problem';

/** The mistakes of a file, one line of JSON each. */
export const problemLines = (problems: readonly FileProblem[]): string =>
  problems
    .map(({ code, field, line, text: message }) => `${JSON.stringify({ error: { code, field, line, message } })}\n`)
    .join('');
