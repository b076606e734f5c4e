import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { LedgerActivities } from '@lianban/workflows/drivers/temporal';
import type { Input } from '@lianban/workflows/kernel/entry';
import { MemoryLedger } from '@lianban/workflows/testing/ledger';

/** Ledgers without a database, whose time is that of the inputs: for workflows whose time is skipped. */
export class MemoryLedgers {
  readonly #cases = new Map<string, { readonly ledger: MemoryLedger; readonly opening: Input }>();

  /** A case that has been received under this calendar and is not open yet. */
  receive(caseId: string, opening: Input, calendar: WorkingCalendar): MemoryLedger {
    const ledger = new MemoryLedger(calendar);
    this.#cases.set(caseId, { ledger, opening });
    return ledger;
  }

  /** The ledger as a worker reaches it. */
  activities(): LedgerActivities {
    return {
      loadCase: ({ caseId }) => {
        const { ledger, opening } = this.#caseOf(caseId);
        return Promise.resolve({ rows: [...ledger.rows], opening: ledger.rows.length === 0 ? opening : null });
      },
      commitTurn: (turn) => this.#caseOf(turn.caseId).ledger.commit(turn),
      rowsAfter: ({ caseId, version }) => this.#caseOf(caseId).ledger.rowsAfter(version),
    };
  }

  #caseOf(caseId: string): { readonly ledger: MemoryLedger; readonly opening: Input } {
    const received = this.#cases.get(caseId);
    if (received === undefined) throw new Error(`no case ${caseId}`);
    return received;
  }
}
