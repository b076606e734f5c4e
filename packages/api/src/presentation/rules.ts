import type { Rule, RuleKey } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { rulesView as schema } from '../views/supervise.ts';

/** What each limit is called. */
export const ruleTitles = {
  'commit.precheck': text('适用性与信用预检', 'Suitability and credit check'),
  'commit.draft': text('签署承诺', 'Signing the commitment'),
  'commit.decide': text('当场决定', 'Decision on the spot'),
  'commit.verify.window': text('事中事后核查期', 'Window of the verification'),
  'commit.verify.extend': text('核查期延长', 'Longer verification window'),
  'commit.rectify': text('限期整改', 'Rectification'),
  'commit.rectify.extend': text('整改期延长', 'Longer rectification'),
  'commit.conditions.extend': text('承诺条件达成延期', 'More time for promised conditions'),
  'permit.intake': text('受理或告知', 'Acceptance or notification'),
  'permit.supplement.applicant': text('申请人补正', 'Supplement by the applicant'),
  'permit.decide': text('作出许可决定', 'Decision on the licence'),
  'permit.decide.extend': text('延长许可决定期限', 'Longer limit of the decision'),
  'permit.assign': text('分派', 'Assignment'),
  'permit.deliver': text('制证送达', 'Issue and service of the licence'),
  'revoke.notice': text('拟撤销告知', 'Notice of intended revocation'),
  'revoke.statement': text('陈述申辩', 'Representations'),
  'revoke.weigh': text('复核陈述申辩', 'Weighing of representations'),
  'revoke.decide': text('作出撤销决定', 'Decision on revocation'),
  'revoke.aftermath': text('撤销后注销、登记与抄告', 'Deregistration, credit entry and letters'),
  'hearing.request': text('申请听证', 'Request for a hearing'),
  'hearing.arrange': text('安排听证', 'Arranging the hearing'),
  'hearing.notice': text('听证前通知', 'Notice before the hearing'),
  'hearing.hold': text('组织听证', 'Holding the hearing'),
  'internal.approval': text('内部审批', 'Internal approval'),
} as const satisfies Record<RuleKey, Text>;

/** The rule table as administrators see it. */
export const rulesView = (rules: readonly Rule[]): z.infer<typeof schema> =>
  rules.map((rule) => ({ ...rule, title: ruleTitles[rule.key] }));
