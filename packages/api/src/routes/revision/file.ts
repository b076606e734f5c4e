import { changes, visibleRevision } from '@lianban/db/queries/revisions';
import { personStream, recordAct } from '@lianban/db/audit';
import { instant } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { changesFile } from '../../presentation/changes-file.ts';
import { routeFor } from '../../trpc.ts';

/** More than any office has open at once; a file beyond it would open in no spreadsheet. */
const MOST_ROWS = 500_000;

/** Everything that a revision changes in the province, as a file; the export is noted in the audit. */
export const file = routeFor('revision.file')
  .input(z.object({ revisionId: z.uuid() }))
  .output(z.object({ name: z.string(), content: z.string() }))
  .mutation(async ({ ctx: { services, identity }, input: { revisionId } }) => {
    const { pool } = services.database;
    const { province } = identity.post;
    await visibleRevision(pool, revisionId, province);
    const { rows } = await changes(pool, { revisionId, province, limit: MOST_ROWS });
    const by = actorOf(identity);
    const detail = { revisionId, rows: rows.length };
    const at = instant(Date.now());
    await recordAct(pool, { stream: personStream(by.personId), at, action: 'revision.export', by, detail });
    return { name: `期限变动-${revisionId.slice(0, 8)}.csv`, content: changesFile(rows) };
  });
