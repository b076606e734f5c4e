import { personStream, recordAct } from '@lianban/db/audit';
import { auditTrail } from '@lianban/db/queries/audit-trail';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { given } from '../../presentation/given.ts';
import { trailFile } from '../../presentation/trail-file.ts';
import { routeFor } from '../../trpc.ts';
import { trailFilters } from '../../views/audit.ts';

/** The latest so many rows; who needs more narrows the days. */
const MOST_ROWS = 20_000;

const input = trailFilters.extend({ reason: safeTextUpTo(200).refine((reason) => reason.trim() !== '') });

/** Rows of the trail as a file. Who exported what, and why, is in the trail before the file is given. */
export const exportRows = routeFor('audit.export')
  .input(input)
  .output(z.object({ name: z.string(), content: z.string(), rows: z.number().int(), complete: z.boolean() }))
  .mutation(async ({ ctx: { services, identity }, input: { reason, ...asked } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    const filters = given(asked);
    const { rows, next } = await auditTrail(pool, { province, filters, limit: MOST_ROWS });
    const by = actorOf(identity);
    const at = instant(Date.now());
    const detail = { reason: reason.trim(), filters, rows: rows.length, complete: next === null };
    await recordAct(pool, { stream: personStream(by.personId), at, action: 'audit.export', by, detail });
    const name = `审计日志-${civilDateOf(at)}.csv`;
    return { name, content: trailFile(rows), rows: rows.length, complete: next === null };
  });
