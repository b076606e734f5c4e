import type { Rule } from '@lianban/domain/rule';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { JournalStyle } from './journal.ts';

/** What a script is played with: the procedure, the rules and the calendar in force, and how it is told. */
export interface Stage extends JournalStyle {
  readonly procedure: AnyProcedure;
  readonly rules: readonly Rule[];
}
