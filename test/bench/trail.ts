import { randomUUID } from 'node:crypto';
import { auditRow, AUDIT_COLUMNS, personStream, type AuditRow } from '@lianban/db/audit';
import { testDatabase } from '@lianban/db/testing/database';
import { actorOf } from '@lianban/db/testing/recorded-case';
import { verifyRecord } from '@lianban/db/verification/verify-record';
import { instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';

/** How fast the chains of a trail are recomputed. */
export interface TrailSeen {
  readonly rows: number;
  readonly perSecond: number;
}

/** As long as the trail of a case that lives for years. */
const ROWS_PER_STREAM = 20;
const STREAMS_AT_ONCE = 250;

/** Writes so many rows of the trail, and measures their verification, which is repeated; each time is given. */
export async function verifyTrail(rows: number, times: number): Promise<readonly TrailSeen[]> {
  const database = await testDatabase();
  const { url, pool } = database;
  try {
    for (let done = 0; done < rows; done += ROWS_PER_STREAM * STREAMS_AT_ONCE) await writeStreams(pool);
    await pool.query('ANALYZE audit');
    const seen: TrailSeen[] = [];
    for (let time = 0; time < times; time += 1) {
      const from = performance.now();
      const verified = await verifyRecord(url, (broken) => {
        throw new Error(`broken: ${JSON.stringify(broken)}`);
      });
      seen.push({ rows: verified.rows, perSecond: (verified.rows * 1000) / (performance.now() - from) });
    }
    return seen;
  } finally {
    await database.drop();
  }
}

/** Streams that grow together, as those of people at work do: their rows lie apart. */
async function writeStreams(pool: Pool): Promise<void> {
  const by = actorOf('OFF');
  const who = { name: '周敏', zh: '行政审批处', en: 'Permits section' };
  const ends = Array.from({ length: STREAMS_AT_ONCE }, () => ({ stream: personStream(randomUUID()) }));
  const heads = new Map<string, AuditRow>();
  const rows: AuditRow[] = [];
  for (let nth = 0; nth < ROWS_PER_STREAM; nth += 1)
    for (const { stream } of ends) {
      const act = { stream, at: instant(Date.now()), action: 'case.read', by, detail: { caseId: randomUUID() } };
      const row = auditRow(act, { head: heads.get(stream) ?? null, who, province: 'CQ' });
      heads.set(stream, row);
      rows.push(row);
    }
  await pool.query(
    `INSERT INTO audit (${AUDIT_COLUMNS}) SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_recordset(NULL::audit, $1)`,
    [JSON.stringify(rows)],
  );
}
