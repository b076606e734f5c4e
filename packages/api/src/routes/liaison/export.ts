import { personStream, recordAct } from '@lianban/db/audit';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { ledgerCuts, type LedgerCut } from '@lianban/domain/liaison';
import { mayCall, type Action } from '@lianban/domain/permission';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { given } from '../../presentation/given.ts';
import { ledgerFile } from '../../presentation/ledger-file.ts';
import { routeFor } from '../../trpc.ts';
import { cutView, ledgerFilters } from '../../views/liaison.ts';
import { ledgerFor } from './ledger-for.ts';

/** The latest so many rows; who needs more narrows the days. */
const MOST_ROWS = 5_000;

const reading = {
  unit: 'liaison.unitLedger',
  region: 'liaison.regionalLedger',
  bureau: 'liaison.bureauLedger',
} as const satisfies Record<LedgerCut, Action>;

const input = ledgerFilters.extend({
  cut: cutView,
  reason: safeTextUpTo(200).refine((reason) => reason.trim() !== ''),
});

/** A ledger as a file, for whoever may read it. Who exported what, and why, is in the trail before the file is given. */
export const exportLedger = routeFor('liaison.exportLedger')
  .input(input)
  .output(z.object({ name: z.string(), content: z.string(), rows: z.number().int(), complete: z.boolean() }))
  .mutation(async ({ ctx, input: { cut, reason, ...filters } }) => {
    const { services, identity } = ctx;
    const action = reading[cut];
    if (!mayCall(identity.post.role, action)) throw new LianbanError('FORBIDDEN', { role: identity.post.role, action });
    const { rows, next } = await ledgerFor(ctx, { cut, filters, limit: MOST_ROWS });
    const at = instant(Date.now());
    const by = actorOf(identity);
    const detail = { cut, reason: reason.trim(), filters: given(filters), rows: rows.length, complete: next === null };
    await recordAct(services.database.pool, {
      stream: personStream(by.personId),
      at,
      action: 'liaison.export',
      by,
      detail,
    });
    const name = `${ledgerCuts[cut].zh}-${civilDateOf(at)}.csv`;
    return { name, content: ledgerFile(rows), rows: rows.length, complete: next === null };
  });
