import { text, type Text } from '@lianban/domain/text';
import type { KeptRefusal } from '../trail/refusals.ts';

/** Which rule refused, as an auditor reads it; whoever was refused reads other words. */
const words = {
  FORBIDDEN: text('岗位没有这项权限', 'the post does not carry the right'),
  PASSWORD_CHANGE_REQUIRED: text('须先修改密码', 'the password has to be changed first'),
  WRONG_PASSWORD: text('现在的密码不对', 'the present password was wrong'),
  NO_SUCH_CASE: text('没有其可见的这件案件', 'no such case within reach'),
  NO_SUCH_DUTY: text('没有属于其岗位的这项待办', 'no such duty of the post'),
  NO_SUCH_DRAFT: text('没有其可见的这份草稿', 'no such draft within reach'),
  NO_SUCH_REVISION: text('没有其可见的这项修订', 'no such revision within reach'),
  NO_SUCH_SESSION: text('没有本人的这处登录', 'no such session of the person'),
  SEPARATION: text('岗位分离', 'separation of duties'),
  CLAIMED_BY_OTHER: text('已由他人认领', 'claimed by somebody else'),
  NOTHING_FOUND: text('查无结果', 'nothing was found'),
} as const satisfies Record<KeptRefusal | 'NOTHING_FOUND', Text>;

/** The rule in words; null for one that has none. */
export const refusalWords = (rule: string): Text | null =>
  Object.hasOwn(words, rule) ? words[rule as keyof typeof words] : null; // it is one of them
