import type { Variation } from '@lianban/db/testing/recorded-case';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import type { RuleKey, Term } from '@lianban/domain/rule';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { openingOf } from '@lianban/workflows/testing/scenario';

/** An application for a retail licence, made today, whose limit under that rule is this one instead of the one in force. */
export function limited(key: RuleKey, limit: Term['limit']): Required<Pick<Variation, 'opening'>> {
  const { terms } = openingOf(informedCommitment, { item: 'otc-retail', receivedOn: civilDateOf(instant(Date.now())) });
  const term = terms[key];
  if (term === undefined) throw new Error(`the procedure has no ${key}`);
  return { opening: { terms: { ...terms, [key]: { ...term, limit } } } };
}
