import type { Proposal } from '@lianban/domain/revision';
import type { Rule, Term } from '@lianban/domain/rule';
import { termsFor } from '@lianban/domain/rules';
import type { Queryable } from '../queryable.ts';
import { allRules } from '../rules.ts';
import type { OpenLimit } from './limits.ts';

/** The term that a proposal brings for a limit; null where another row of the table is the more specific. */
type TermOf = (limit: Pick<OpenLimit, 'province' | 'item'>) => Term | null;

/** What a proposal about rules brings for the limits of cases under way; null when it is about the calendar. */
export async function termsProposed(db: Queryable, proposal: Proposal): Promise<TermOf | null> {
  if (proposal.kind === 'caseRule') return () => proposal.term;
  if (proposal.kind !== 'rule') return null;
  const proposed: Rule = { ...proposal.rule, effectiveTo: null };
  const { key, limit, mark, basis, effectiveFrom: on } = proposed;
  const rules = [...(await allRules(db)).filter((rule) => !isSameRow(rule, proposed)), proposed];
  return ({ province, item }) => {
    const winning = termsFor({ keys: [key], province, item, on, rules })[key];
    return winning?.limit === limit ? { limit, mark, basis } : null;
  };
}

/** The row that the proposed one replaces. */
const isSameRow = (a: Rule, b: Rule): boolean => a.key === b.key && a.province === b.province && a.item === b.item;
