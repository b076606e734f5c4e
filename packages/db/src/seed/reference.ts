import { calendarYears } from '@lianban/domain/calendar-years';
import { items } from '@lianban/domain/items';
import { matters } from '@lianban/domain/matters';
import { rules } from '@lianban/domain/rules';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { districts } from './districts.ts';
import { bureaus, units } from './units.ts';

const ITEMS = `
INSERT INTO item (code, province, edition, definition, effective_from, effective_to)
SELECT i ->> 'code', i ->> 'province', i ->> 'edition', i, (i ->> 'effectiveFrom')::date, (i ->> 'effectiveTo')::date
FROM jsonb_array_elements($1) i
ON CONFLICT (code, province, edition) DO UPDATE
SET definition = excluded.definition, effective_from = excluded.effective_from, effective_to = excluded.effective_to`;

const RULES = `
INSERT INTO rule (key, province, item, "limit", policy, mark, basis, starts, not_counted, effective_from, effective_to)
SELECT r ->> 'key', r ->> 'province', r ->> 'item', r -> 'limit', r ->> 'policy', r ->> 'mark', r -> 'basis',
  r -> 'starts', nullif(r -> 'notCounted', 'null'),
  (r ->> 'effectiveFrom')::date, (r ->> 'effectiveTo')::date
FROM jsonb_array_elements($1) r
ON CONFLICT (key, province, item, effective_from) DO UPDATE
SET "limit" = excluded."limit", policy = excluded.policy, mark = excluded.mark, basis = excluded.basis,
  starts = excluded.starts, not_counted = excluded.not_counted, effective_to = coalesce(rule.effective_to, excluded.effective_to)`;

const YEARS = `
INSERT INTO calendar_year (edition, year, revision, source, rest, work)
SELECT y ->> 'edition', (y ->> 'year')::int, split_part(y ->> 'edition', '#', 2)::int, y -> 'source', y -> 'rest', y -> 'work'
FROM jsonb_array_elements($1) y`;

const BUREAUS = `
INSERT INTO bureau (id, province, name_zh, name_en)
SELECT b ->> 'id', b ->> 'province', b ->> 'nameZh', b ->> 'nameEn' FROM jsonb_array_elements($1) b
ON CONFLICT (id) DO NOTHING`;

const DISTRICTS = `
INSERT INTO district (id, province, name_zh, name_en)
SELECT d ->> 'id', d ->> 'province', d ->> 'nameZh', d ->> 'nameEn' FROM jsonb_array_elements($1) d
ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`;

// What administrators have renamed, ended or given to another unit stays as they left it.
const UNITS = `
INSERT INTO unit (id, name_zh, name_en, province, bureau_id, phone)
SELECT u ->> 'id', u ->> 'nameZh', u ->> 'nameEn', u ->> 'province', lower(u ->> 'province'), u ->> 'phone' FROM jsonb_array_elements($1) u
ON CONFLICT (id) DO NOTHING`;

const UNIT_DUTIES = `
INSERT INTO unit_duty (province, role, item, unit_id)
SELECT u ->> 'province', r.role, NULL, u ->> 'id' FROM jsonb_array_elements($1) u, jsonb_array_elements_text(u -> 'roles') r (role)
ON CONFLICT (province, role, item) DO NOTHING`;

/**
 * Installs what the law and the organisation of the bureaus give: items, rules, calendar years, districts, units and their duties.
 * Repeatable; a year that is already known is left alone, because its edition names its content, and a rule that a revision
 * has ended stays ended.
 */
export async function seedReference(pool: Pool): Promise<void> {
  await inTransaction(pool, "SET LOCAL statement_timeout = '30s'", async (client) => {
    const known = await select<{ edition: string }>(client, { text: 'SELECT edition FROM calendar_year' });
    const editions = new Set(known.map(({ edition }) => edition));
    const missing = calendarYears.filter(({ edition }) => !editions.has(edition));
    if (missing.length > 0) await select(client, { text: YEARS, values: [JSON.stringify(missing)] });
    await select(client, { text: ITEMS, values: [JSON.stringify([...items, ...matters])] });
    await select(client, { text: RULES, values: [JSON.stringify(rules)] });
    await select(client, { text: BUREAUS, values: [JSON.stringify(bureaus)] });
    await select(client, { text: DISTRICTS, values: [JSON.stringify(districts)] });
    await select(client, { text: UNITS, values: [JSON.stringify(units)] });
    await select(client, { text: UNIT_DUTIES, values: [JSON.stringify(units)] });
  });
}
