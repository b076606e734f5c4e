import { clockNamed } from '@lianban/domain/limit-key';
import { text, type Text } from '@lianban/domain/text';

/** What the statutory clocks of the procedures are called, by the names that their flows give them. */
const titles: Readonly<Record<string, Text>> = {
  decision: text('许可决定时限', 'Time limit of the decision'),
  handling: text('诉求办理时限', 'Time limit of the handling'),
  check: text('举报核查时限', 'Time limit of the check'),
  cap: text('最长办理期', 'Longest handling'),
  review: text('技术审评时限', 'Time limit of the technical review'),
  nationalReview: text('国家局审评时限（登记）', 'Time limit of the national review, as recorded'),
  verification: text('体系核查时限', 'Time limit of the verification'),
  site: text('检查方案与现场检查时限', 'Time limit of plan and inspection'),
  evaluation: text('整改审核时限', 'Time limit of the review of the rectification'),
  returnable: text('可退回窗口的当日', 'Day on which the file may go back'),
  revocation: text('撤销决定时限', 'Time limit of the revocation decision'),
};

/** A clock that only says until when something may be done: it is no limit of the law, and is drawn nowhere. */
export const isStatutory = (name: string): boolean => name !== 'returnable';

/** What a clock is called. */
export const clockTitle = (name: string): Text => titles[name] ?? text('法定时限', 'Statutory time limit');

/** What the clock is called that a limit of this key belongs to. */
export const clockTitleOf = (key: string): Text => clockTitle(clockNamed(key) ?? key);
