import type { Input } from './kernel/entry.ts';
import type { Acknowledgement } from './kernel/turn.ts';

/** The queue of all case workflows and their ledger activities. */
export const CASES_QUEUE = 'cases';

/** Id of the workflow that moves a case; exactly one per case. */
export const caseWorkflowId = (caseId: string): string => `case/${caseId}`;

/** The case behind a workflow id; null when the workflow is not a case. */
export const caseIdOf = (workflowId: string): string | null =>
  workflowId.startsWith('case/') ? workflowId.slice('case/'.length) : null;

/** Workflow type of a procedure edition: `informed-commitment`, `2023-12` → `informedCommitment_2023_12`. */
export const workflowType = (procedure: string, edition: string): string =>
  `${procedure.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}_${edition.replace('-', '_')}`;

/** Sole argument of a case workflow. Everything else is read from the ledger. */
export interface CaseWorkflowInput {
  readonly caseId: string;
  readonly procedure: string;
  readonly edition: string;
  /** History length at which the run is continued as a new one; for tests and operators. */
  readonly continueAfterEvents?: number;
  /** Time within which a workflow looks after its own lapse, should nobody have turned it; for tests and operators. */
  readonly lapseSpreadMs?: number;
}

/** Name of the Update that answers a duty, exercises a right, takes an act back or tells what another case or the other bureau has to say; update id = request id. */
export const ANSWER = 'answer';
/** Argument and result of {@link ANSWER}. A refusal is an ApplicationFailure whose type is the error code. */
export type AnswerArgument = Extract<
  Input,
  { kind: 'answer' | 'retract' | 'childEnded' | 'parentTold' | 'letterAnswered' | 'parentEnded' }
>;
export type AnswerResult = Acknowledgement;

/** Signal: the ledger has grown or been re-dated without this workflow; adopt what stands there. */
export const LEDGER_GREW = 'ledgerGrew';

/** Workflow type and Schedule of the sweep that sends the rungs of reminder ladders. */
export const SWEEP_LADDER = 'sweepLadder';
export const LADDER_SCHEDULE = 'reminder-ladder';

/** Workflow type and Schedule that open the cases that bureaus have for a quarter or a year. */
export const OPEN_BY_CALENDAR = 'openByCalendar';
export const CALENDAR_SCHEDULE = 'cases-by-calendar';

/** Search attributes, for operators only: screens read the record. */
export const SEARCH_ATTRIBUTES = { procedure: 'LianbanProcedure', province: 'LianbanProvince' } as const;
