import type { Writable } from 'node:stream';

/** What a command is given to work with. */
export interface Surroundings {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Writable;
  readonly errors: Writable;
  readonly env: NodeJS.ProcessEnv;
}

/** How a command ended: all well; something of what it was given was refused; called wrongly; it could not do its work. */
export const exitCodes = { done: 0, refused: 1, misused: 2, failed: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What happens when somebody types its name. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /** `options` are what stands behind the name. */
  run(options: readonly string[], surroundings: Surroundings): Promise<ExitCode>;
}
