/**
 * Something that the person at the keyboard can act on, so it is shown without a stack trace. The message says what is
 * wrong and what to do; `evidence` is what a program said about it.
 */
export class StackError extends Error {
  name = 'StackError';

  constructor(message, evidence = '') {
    super(message);
    this.evidence = evidence;
  }
}

/** The person, or the system, asked for the end. */
export class Interrupted extends Error {
  name = 'Interrupted';

  constructor(signal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}
