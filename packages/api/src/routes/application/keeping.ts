import { calendarOf } from '@lianban/db/calendar';
import { allRules } from '@lianban/db/rules';
import { civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import { termsFor } from '@lianban/domain/rules';
import type { Pool } from 'pg';

/** The last day on which a draft that is begun now is kept, by the rule `commit.draft`. */
export async function keptUntil(
  pool: Pool,
  { item, province }: { readonly item: string; readonly province: Province },
): Promise<CivilDate> {
  const startAt = instant(Date.now());
  const startOn = civilDateOf(startAt);
  const [rules, calendar] = await Promise.all([allRules(pool), calendarOf(pool, province)]);
  const term = termsFor({ keys: ['commit.draft'], province, item, on: startOn, rules })['commit.draft'];
  if (term === undefined) throw new LianbanError('INTERNAL', { reason: 'no rule in force', key: 'commit.draft' });
  const { on } = dueOf({ key: 'draft', limit: term.limit, extensions: [], startOn, startAt, spans: [] }, calendar);
  if (on === null) throw new LianbanError('INTERNAL', { reason: 'a count without pauses stands still' });
  return on;
}
