import type { CivilDate } from './civil-date.ts';
import type { ExpiryPolicy, Limit, Mark } from './limit.ts';
import type { Province } from './province.ts';
import type { Text } from './text.ts';

/** Key of a statutory or internal limit; its value, source and mark are rows of the rule table. */
export type RuleKey =
  | 'commit.precheck'
  | 'commit.draft'
  | 'commit.decide'
  | 'commit.verify.window'
  | 'commit.rectify'
  | 'commit.rectify.extend'
  | 'commit.conditions.extend'
  | 'commit.verify.extend'
  | 'permit.intake'
  | 'permit.supplement.applicant'
  | 'permit.decide'
  | 'permit.decide.extend'
  | 'permit.assign'
  | 'permit.deliver'
  | 'revoke.notice'
  | 'revoke.statement'
  | 'revoke.weigh'
  | 'revoke.decide'
  | 'revoke.aftermath'
  | 'hearing.request'
  | 'hearing.arrange'
  | 'hearing.notice'
  | 'hearing.hold'
  | 'internal.approval';

/** One row of the rule table. The most specific row (item, then province) valid on the day wins. */
export interface Rule {
  readonly key: RuleKey;
  readonly province: Province | null;
  readonly item: string | null;
  readonly limit: Limit;
  readonly policy: ExpiryPolicy;
  readonly mark: Mark;
  /** Where the number comes from, in words that may be shown. */
  readonly basis: Text;
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
}

/** A rule as frozen into a case when it opens. */
export type Term = Pick<Rule, 'limit' | 'mark' | 'basis'>;

/** Every limit a case may need, fixed for its life. */
export type Terms = Readonly<Partial<Record<RuleKey, Term>>>;
