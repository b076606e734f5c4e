import { join } from 'node:path';
import { httpCodes } from '@lianban/api/errors/http-codes';
import type { ErrorCode } from '@lianban/domain/error';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './source-files.ts';

/** Words of the sentence that say which rule refused, and those that say whom to ask or what to do oneself. */
interface Said {
  readonly rule: readonly [zh: string, en: string];
  readonly ask: readonly [zh: string, en: string];
}

const said = (rule: readonly [string, string], ask: readonly [string, string]): Said => ({ rule, ask });

/** Refusals of permission, separation, origin, rate and proof. */
const refusing: Partial<Record<ErrorCode, Said>> = {
  FORBIDDEN: said(['岗位没有这项权限', 'does not carry this right'], ['系统管理员', 'administrator']),
  SEPARATION: said(['职责分离', 'separation of duties'], ['同岗同事', 'colleague']),
  RECUSED: said(['利害关系', 'interest in the applicant'], ['处室负责人', 'head of section']),
  LEFT_POOL: said(['已调出联络员库', 'left the pool'], ['库内联络员', 'colleague']),
  NOT_IN_TEAM: said(['不在组内', 'not in it'], ['组内人员', 'members']),
  RETRACT_NOT_OWN: said(['办理人本人', 'Only the officer who acted'], ['与办理人联系', 'ask them']),
  OWN_RIGHTS: said(['自己的岗位和账号', 'their own posts'], ['另一位系统管理员', 'another administrator']),
  FOREIGN_ORIGIN: said(['其他网站', 'another site'], ['系统管理员', 'administrator']),
  TOO_MANY_ATTEMPTS: said(['次数过多', 'Too many'], ['系统管理员', 'administrator']),
  URGED_ENOUGH: said(['已到上限', 'as often as is allowed'], ['明天起', 'from tomorrow']),
  NOT_SIGNED_IN: said(['登录已失效', 'sign'], ['重新登录', 'sign in']),
  CODE_REQUIRED: said(['动态口令', 'code'], ['请填写', 'enter']),
  STEP_UP_REQUIRED: said(['再次验证身份', 'prove who you are'], ['再点一次', 'press once more']),
  PASSWORD_CHANGE_REQUIRED: said(['密码须先修改', 'has to be changed'], ['我的账号', 'My account']),
  FACTOR_REQUIRED: said(['双因素验证', 'second factor'], ['回到首页设置', 'set it up']),
};

/** Refusals that by design say the same whether the thing exists or not, and why it must not be told. */
const hiding: Partial<Record<ErrorCode, string>> = {
  NO_SUCH_CASE: 'a case of the other bureau, another enterprise, or under secrecy',
  NO_SUCH_DUTY: 'a duty of another unit, or of a case that is hidden',
  NO_SUCH_DRAFT: 'a draft of another enterprise',
  NO_SUCH_REVISION: 'a revision of the other bureau',
  NO_SUCH_REQUEST: 'a request about a secret case',
  NO_SUCH_INTEREST: 'what binds somebody of the other bureau',
  NO_SUCH_SESSION: 'a session of somebody else',
  NO_SUCH_PERSON: 'people of the other bureau',
  NO_SUCH_POST: 'posts of the other bureau',
  NO_SUCH_UNIT: 'units of the other bureau',
  NO_SUCH_ENTERPRISE: 'enterprises of the other bureau',
  NO_SUCH_DISTRICT: 'districts of the other province, told like one that does not exist',
  NO_SUCH_MEMBER: 'pools of the other bureau',
  NO_SUCH_QUALIFICATION: 'certificates of people in the pools of the other bureau',
  NO_SUCH_ATTACHMENT: 'files that are not open to the post',
  NO_SUCH_DELEGATION: 'who stands in elsewhere',
  NO_SUCH_FACTOR: 'how somebody else signs in',
  NOT_ASKED: 'what is asked of others',
  RETRACT_NO_ACT: 'an act in a case that is hidden',
  WRONG_CREDENTIALS: 'whether there is such an account',
};

/** Of the same statuses in HTTP, and about nothing that could be hidden. */
const neither: readonly ErrorCode[] = ['UNKNOWN_ITEM', 'NO_PROVIDER', 'NO_SUCH_PROCEDURE'];

const languages = ['zh-CN', 'en'] as const;
let words: readonly Readonly<Record<string, string>>[];
beforeAll(async () => {
  const files = languages.map((language) => join(root, 'apps/web/src/locales', language, 'errors.ts'));
  const loaded = await Promise.all(files.map((file) => import(file) as Promise<{ default: Record<string, string> }>));
  words = loaded.map((file) => file.default);
});

test('every code that HTTP tells as forbidden, unknown, not signed in or too often is a refusal with its rule, or hides on purpose', () => {
  const statuses: readonly string[] = ['FORBIDDEN', 'UNAUTHORIZED', 'TOO_MANY_REQUESTS', 'NOT_FOUND'];
  const known = [...Object.keys(refusing), ...Object.keys(hiding), ...neither];
  const unknown = Object.entries(httpCodes).filter(
    ([code, status]) => statuses.includes(status) && !known.includes(code),
  );
  expect(unknown).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});

describe.each(languages.map((language, at) => [language, at] as const))('in %s', (_, at) => {
  test.each(Object.entries(refusing))('%s says which rule refused, and whom to ask or what to do', (code, told) => {
    expect(words[at]?.[code]).toContain(told.rule[at]);
    expect(words[at]?.[code]).toContain(told.ask[at]);
  });

  test.each(Object.keys(hiding))('%s claims nothing that only somebody who sees it could know', (code) => {
    const sentence = words[at]?.[code] ?? '';
    expect(sentence).not.toBe('');
    // Neither that it is there and kept from them, nor whose it is.
    expect(sentence).not.toMatch(/存在但|属于其他|保密案件|belongs to|exists but|under secrecy|is secret/);
  });
});
