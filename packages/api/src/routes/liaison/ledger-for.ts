import { liaisonLedger } from '@lianban/db/queries/liaison-ledger';
import { civilDate } from '@lianban/domain/civil-date';
import type { LedgerCut } from '@lianban/domain/liaison';
import type { z } from 'zod';
import type { SignedIn } from '../../answering.ts';
import { scopeOf } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import { given } from '../../presentation/given.ts';
import { ledgerRowView, type LedgerRowView } from '../../presentation/liaison-ledger.ts';
import type { ledgerFilters } from '../../views/liaison.ts';

/** What is looked for, and how far one has read. */
interface Asked {
  readonly cut: LedgerCut;
  readonly filters: z.infer<typeof ledgerFilters>;
  readonly limit: number;
  readonly cursor?: string;
}

/** Rows of a ledger as its reader sees them. */
export async function ledgerFor(
  { services, identity }: SignedIn,
  { cut, filters, limit, cursor }: Asked,
): Promise<{ readonly rows: LedgerRowView[]; readonly next: string | null; readonly total: number }> {
  const { pool } = services.database;
  const { receivedFrom, receivedTo, ...others } = filters;
  const days = given({
    receivedFrom: receivedFrom === undefined ? undefined : civilDate(receivedFrom),
    receivedTo: receivedTo === undefined ? undefined : civilDate(receivedTo),
  });
  const question = {
    scope: scopeOf(identity),
    cut,
    filters: { ...given(others), ...days },
    limit,
    ...given({ cursor }),
  };
  const [page, asOf] = await Promise.all([liaisonLedger(pool, question), presently(pool, identity.post.province)]);
  return { rows: page.rows.map((row) => ledgerRowView(row, asOf)), next: page.next, total: page.total };
}
