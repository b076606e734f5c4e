/** How a procedure can break the rules of the kernel. Each is a bug of the procedure, never of a case. */
export type MisuseCode =
  | 'AWAITS_SOMETHING_ELSE' // the strand neither waits on a word of the proceeding nor ends
  | 'NOT_AWAITED' // a word that waits was called and not awaited at once
  | 'ENDED_WITHOUT_CLOSE' // the flow returned, the case did not end
  | 'NO_SUCH_STEP'
  | 'NO_SUCH_ENDING'
  | 'NO_LIMIT' // the case carries no value for the rule a step names: the rule is newer than the case
  | 'NO_SUCH_CLOCK'
  | 'NOT_A_CHILD' // the row of the step names no procedure that does its work, or names one and was opened as a duty
  | 'NO_LETTER' // something is shared by a step whose row has no letter
  | 'NOT_ANSWERED' // the case was opened by a letter and ends without an answer to it
  | 'CLOCK_TWICE'
  | 'NEVER_HOLDS' // a strand waits for a condition, and nothing is open any more that could bring it about
  | 'IN_CIRCLES' // a strand goes on and on in one turn without ever waiting for anybody
  | 'WORD_IN_A_GUARD' // a condition does something or asks for the day, instead of reading what the flow keeps
  | 'OUTSIDE_A_TURN' // a word was used from a callback that the kernel did not start
  | 'DRIFT' // the present code reads the ledger differently from the code that wrote it
  | 'PROCEDURE_THREW';

/** Names the strand, the step and the broken rule. Thrown by the kernel; no procedure can swallow it. */
export class ProcedureMisuse extends Error {
  override name = 'ProcedureMisuse';
  readonly code: MisuseCode;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: MisuseCode, detail: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(`${code} ${JSON.stringify(detail)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}
