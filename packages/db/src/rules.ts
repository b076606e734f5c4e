import type { Rule } from '@lianban/domain/rule';
import { select, type Queryable } from './queryable.ts';

/** The whole rule table, past and future rows included. */
export const allRules = (db: Queryable): Promise<readonly Rule[]> =>
  select<Rule>(db, {
    name: 'all-rules',
    text: `SELECT key, province, item, "limit", policy, mark, basis, starts, not_counted AS "notCounted",
        effective_from AS "effectiveFrom", effective_to AS "effectiveTo"
      FROM rule ORDER BY key, item NULLS FIRST, province NULLS FIRST, effective_from`,
  });
