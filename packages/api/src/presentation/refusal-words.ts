import type { DoorRule } from '@lianban/db/door-refusals';
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
  NO_SUCH_ATTACHMENT: text('没有其可见的这份材料文件', 'no such file within reach'),
  NO_SUCH_REQUEST: text('没有其可见的这项申请', 'no such request within reach'),
  NO_SUCH_REVISION: text('没有其可见的这项修订', 'no such revision within reach'),
  NO_SUCH_SESSION: text('没有本人的这处登录', 'no such session of the person'),
  NOT_ASKED: text('没有请其办理这一事项', 'this was not asked of the person'),
  SEPARATION: text('岗位分离', 'separation of duties'),
  RECUSED: text('应当回避', 'has to recuse'),
  LEFT_POOL: text('已调出联络员库', 'no longer in the pool of liaison officers'),
  NOT_IN_TEAM: text('不在检查组内', 'not in the inspection team'),
  NO_SUCH_INTEREST: text('没有本辖区的这项回避关系', 'no such interest in the province'),
  CLAIMED_BY_OTHER: text('已由他人认领', 'claimed by somebody else'),
  IDENTITY_TAKEN: text('统一身份已关联其他账号', 'the identity is linked to another account'),
  WRONG_IDENTITY: text('不是本账号关联的统一身份', 'not the identity that is linked to the account'),
  PROVIDER_REFUSED: text('统一身份平台的验证不充分', 'what the identity provider proved was not enough'),
  ATTEMPT_OVER: text('没有可接续的统一身份验证', 'no proof at the identity provider to go on from'),
  FOREIGN_ORIGIN: text('请求来自其他网站', 'the call came from another site'),
  TOO_MANY_ATTEMPTS: text('请求过于频繁', 'too many calls'),
  NOTHING_FOUND: text('查无结果', 'nothing was found'),
} as const satisfies Record<KeptRefusal | DoorRule | 'NOTHING_FOUND', Text>;

/** The rule in words; null for one that has none. */
export const refusalWords = (rule: string): Text | null =>
  Object.hasOwn(words, rule) ? words[rule as keyof typeof words] : null; // it is one of them
