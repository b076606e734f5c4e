import type { Instant } from '@lianban/domain/civil-date';
import { appendAudit, caseStream, personStream } from '../audit.ts';
import type { Asker } from '../audit-note.ts';
import { selectOne, type Queryable } from '../queryable.ts';

/** An act of an emergency access as the trail keeps it. */
export interface AccessAct {
  readonly action: 'emergency.ask' | 'emergency.release' | 'emergency.refuse' | 'emergency.end';
  readonly at: Instant;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Writes the act on the chain of whoever does it. The number of the case stands in no row: auditors may not learn it. */
export const noteAccess = (db: Queryable, { by, who, province }: Asker, act: AccessAct): Promise<void> =>
  appendAudit(db, { stream: personStream(by.personId), by, ...act }, { who, province });

/** The same on the chain of the case; the transaction holds the locks of both. */
export async function noteAccessToCase(
  db: Queryable,
  asker: Asker,
  { caseId, act }: { readonly caseId: string | null; readonly act: AccessAct },
): Promise<void> {
  const { by, who, province } = asker;
  if (caseId !== null) await appendAudit(db, { stream: caseStream(caseId), by, ...act }, { who, province });
  await noteAccess(db, asker, act);
}

/** The moment by the clock of the record. */
export const presentMoment = (db: Queryable): Promise<{ readonly now: Instant }> =>
  selectOne(db, { name: 'access-now', text: "SELECT date_trunc('milliseconds', clock_timestamp()) AS now" });
