import { assertNever } from '@lianban/domain/assert-never';
import { readCalendarYear } from '@lianban/domain/calendar-file';
import { LianbanError } from '@lianban/domain/error';
import type { Limit } from '@lianban/domain/limit';
import type { Proposal } from '@lianban/domain/revision';
import type { Rule } from '@lianban/domain/rule';
import { termsFor } from '@lianban/domain/rules';
import { openCaseByNumber } from '@lianban/db/queries/case-numbers';
import { allRules } from '@lianban/db/rules';
import type { Pool } from 'pg';
import type { Identity } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import type { ProposedChange } from './change.ts';

/** What is asked for as it is proposed. @throws LianbanError MALFORMED naming the field, NO_SUCH_CASE, FORBIDDEN. */
export async function proposalOf(pool: Pool, change: ProposedChange, { post }: Identity): Promise<Proposal> {
  switch (change.kind) {
    case 'closures':
      return { ...change, province: post.province };
    case 'calendarYear': {
      const reading = readCalendarYear(change.content);
      if (reading.kind === 'refused') throw new LianbanError('MALFORMED', { problems: reading.problems });
      return { kind: 'calendarYear', year: reading.value };
    }
    case 'rule':
      return ruleOf(pool, change, post);
    case 'caseRule':
      return caseRuleOf(pool, change, post);
    default:
      return assertNever(change);
  }
}

type Asked<Kind> = Extract<ProposedChange, { kind: Kind }>;

/** The row that is replaced gives the unit, where it starts, what it leaves out and what happens at expiry; a province changes its own rows and common ones. */
async function ruleOf(pool: Pool, change: Asked<'rule'>, { province }: Identity['post']): Promise<Proposal> {
  const { row, count, mark, basis, effectiveFrom, running } = change;
  if (row.province !== null && row.province !== province)
    throw new LianbanError('FORBIDDEN', { province: row.province });
  const known = (await allRules(pool)).findLast((rule) => isRow(rule, row));
  if (known === undefined) throw new LianbanError('MALFORMED', { field: 'row' });
  const limit = counted(known.limit, count);
  if (limit === null) throw new LianbanError('MALFORMED', { field: 'count' });
  const { key, item, policy, starts, notCounted } = known;
  return {
    kind: 'rule',
    running,
    rule: { key, province: known.province, item, limit, policy, mark, basis, starts, notCounted, effectiveFrom },
  };
}

const isRow = (rule: Rule, row: Asked<'rule'>['row']): boolean =>
  rule.key === row.key && rule.province === row.province && rule.item === row.item;

/** So many of the unit that a limit counts in; null for one that counts nothing. */
function counted(limit: Limit, count: number): Limit | null {
  if ('workingDays' in limit) return { workingDays: count };
  if ('calendarDays' in limit) return { calendarDays: count };
  if ('months' in limit) return { months: count };
  return 'hours' in limit ? { hours: count } : null;
}

/** The row in force today, for a case that was opened under another. */
async function caseRuleOf(pool: Pool, change: Asked<'caseRule'>, { province }: Identity['post']): Promise<Proposal> {
  const caseNumber = change.caseNumber.trim();
  const found = await openCaseByNumber(pool, caseNumber, province);
  if (found === undefined) throw new LianbanError('NO_SUCH_CASE', { number: caseNumber });
  const rules = await allRules(pool);
  const key = rules.find((rule) => rule.key === change.key)?.key;
  const { today: on } = await presently(pool, province);
  const term = key === undefined ? undefined : termsFor({ keys: [key], province, item: found.item, on, rules })[key];
  if (key === undefined || term === undefined) throw new LianbanError('MALFORMED', { field: 'key' });
  return { kind: 'caseRule', province, caseId: found.caseId, caseNumber, key, term };
}
