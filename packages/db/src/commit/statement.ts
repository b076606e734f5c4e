import { LianbanError } from '@lianban/domain/error';
import { NOTICE_CHANNEL } from '../notice.ts';
import { dutyOfTurn } from '../queries/duty-columns.ts';
import { Parameters } from '../queries/parameters.ts';
import { selectOne, type Queryable, type Statement } from '../queryable.ts';
import type { Part } from './part.ts';
import { partsOf } from './parts.ts';
import type { TurnRows } from './rows.ts';

/**
 * Writes the rows in one statement. False when a row already stands at that version; then nothing was written.
 * @throws LianbanError INTERNAL when the projections do not hold what the turn changes; the transaction must end.
 */
export async function writeTurn(db: Queryable, rows: TurnRows): Promise<boolean> {
  const parts = partsOf(rows);
  const { appended, changed } = await selectOne<{ appended: number; changed: number }>(
    db,
    statementOf(parts, answerOf(parts)),
  );
  if (appended === 0) return false;
  const expected = parts.reduce((sum, { changes = 0 }) => sum + changes, 0);
  if (changed !== expected)
    throw new LianbanError('INTERNAL', { reason: 'projection differs from ledger', expected, changed });
  return true;
}

/** Names of the texts met so far: each set of parts is planned once per connection. */
const names = new Map<string, string>();

/** The parts and the answer to them as one statement. */
export function statementOf(parts: readonly Part[], answer: string): Statement {
  const parameters = new Parameters();
  const placeholders = new Map<string, string>();
  const bind = ({ name, sql, values }: Part): string => {
    for (const [key, value] of Object.entries(values))
      placeholders.set(key, `${parameters.add(JSON.stringify(value))}::jsonb`);
    return `${name} AS (\n  ${sql.replace(/\{(\w+)\}/g, (_, key: string) => placeholders.get(key) ?? '')}\n)`;
  };
  const text = `WITH ${parts.map(bind).join(', ')}\n${answer}`;
  const name = names.get(text) ?? `commit-turn-${names.size + 1}`;
  names.set(text, name);
  return { name, text, values: parameters.values };
}

/** What was written, and the notice that tells of it once it is committed. */
function answerOf(parts: readonly Part[]): string {
  const named = (wanted: (part: Part) => boolean): readonly string[] => parts.filter(wanted).map(({ name }) => name);
  const changed = named(({ changes }) => changes !== undefined).map((name) => `(SELECT count(*) FROM ${name})`);
  const told = named(({ tells }) => tells === true).map((name) => `SELECT unit_id, role FROM ${name}`);
  const touched = told.length > 0 ? told.join(' UNION ') : 'SELECT NULL AS unit_id, NULL AS role WHERE false';
  return `SELECT
  (SELECT count(*) FROM event) AS appended,
  ${['0::bigint', ...changed].join(' + ')} AS changed,
  (SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object(
     'caseId', e.case_id, 'request', h.request_id, 'version', e.version, 'number', f.number, 'procedure', f.procedure,
     'edition', f.edition, 'item', f.item, 'province', f.province, 'enterprise', f.enterprise_id,
     'secret', f.secret_since IS NOT NULL, 'units', t.units, 'roles', t.roles,
     'by', h.person_id, 'byName', h.person_name, 'byRole', h.role, 'forName', h.principal_name, 'duty', ${dutyOfTurn('h')}, 'outcome', coalesce(h.input ->> 'outcome', h.kind))::text)
   FROM event e, head h, file f, (
     SELECT coalesce(jsonb_agg(DISTINCT unit_id) FILTER (WHERE unit_id IS NOT NULL), '[]') AS units,
       coalesce(jsonb_agg(DISTINCT role), '[]') AS roles FROM (${touched}) d
   ) t) AS told`;
}
