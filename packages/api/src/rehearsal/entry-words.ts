import { text, type Text } from '@lianban/domain/text';
import type { BreachGround, LicenceAct } from '@lianban/workflows/vocabulary/proceeding';

/** What happens to a licence. */
export const licenceWords = {
  grant: text('颁发许可证', 'Licence granted'),
  grantRestricted: text(
    '颁发许可证，条件补齐前不得经营',
    'Licence granted, not to be used before the conditions are met',
  ),
  liftRestriction: text('解除经营限制', 'Restriction lifted'),
  revoke: text('撤销许可', 'Licence revoked'),
  deregister: text('注销许可', 'Licence deregistered'),
} as const satisfies Record<LicenceAct, Text>;

/** Why a failed commitment goes into the credit file. */
export const breachWords = {
  falseCommitment: text('虚假承诺', 'False commitment'),
  verificationRefused: text('拒绝核查', 'Verification refused'),
  rectificationFailed: text('逾期不整改或整改不合格', 'Rectification failed'),
  conditionsUnmet: text('条件未达成', 'Conditions unmet'),
  rectificationOverdue: text('并联审批逾期未整改', 'Not rectified in time in a parallel approval'),
  cureLapsed: text('容缺材料逾期未补齐', 'What was missing did not come in time'),
  falseApplication: text('申请材料虚假', 'False application'),
} as const satisfies Record<BreachGround, Text>;
