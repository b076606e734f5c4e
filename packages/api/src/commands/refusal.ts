import type { ErrorCode } from '@lianban/domain/error';
import type { RetractionRefusal } from '@lianban/domain/retraction';
import { text, type Text } from '@lianban/domain/text';

/** Why a line was not answered. Each is repaired in the line itself; docs/commands.md lists them. */
export type RefusalCode =
  | 'NOT_JSON'
  | 'NOT_AN_OBJECT'
  | 'TOO_LARGE'
  | 'INVALID_TEXT' // NUL, half a character, or bytes that are not UTF-8
  | 'UNKNOWN_FIELD'
  | 'MISSING_FIELD'
  | 'WRONG_TYPE'
  | 'OUT_OF_RANGE' // no whole number, below zero, or larger than any limit
  | 'TWO_LIMITS'
  | 'MALFORMED_DATE'
  | 'NO_SUCH_DATE'
  | 'MALFORMED_INSTANT'
  | 'ENDS_BEFORE_START'
  | 'TOO_FAR' // more than a hundred years after the start
  | 'CLOCK_EXPIRED' // a segment opens after the clock has run out
  | 'STILL_OPEN' // a segment without an end
  | 'LATER_THAN_TODAY'
  | 'UNKNOWN_ITEM'
  | 'NO_SUCH_ENTERPRISE'
  | 'KNOWN_OTHERWISE' // the same number was taken in with other facts
  | 'ADMINISTRATOR_EXISTS' // somebody can sign in as administrator: they make the others
  | 'USER_TAKEN'
  | 'NO_SUCH_USER'
  | 'NO_FACTOR' // the account has no second factor
  | 'NO_REFERENCE_DATA' // the units of the province are not installed
  | 'CALENDAR_GAP' // before the first year that the calendar knows
  | 'BEYOND_CALENDAR' // the count leaves the years that have dates
  | ScriptRefusal
  | 'INTERNAL';

/** Why a script is not played on. Where a case refuses an act, the code is that of the service. */
type ScriptRefusal =
  | 'UNKNOWN_PROCEDURE'
  | 'UNKNOWN_EDITION'
  | 'UNKNOWN_STEP'
  | 'UNKNOWN_OUTCOME'
  | 'TOO_EARLY' // a day in a form that has to be further ahead
  | 'GOES_BACK' // earlier than what was done before
  | 'NOT_REFUSED' // the script says that the act is refused, and it was taken
  | RefusedAct;

/** The codes with which cases refuse acts. */
export type RefusedAct = Extract<
  ErrorCode,
  | 'STALE_DUTY'
  | 'NO_SUCH_DUTY'
  | 'NO_SUCH_CASE'
  | 'OUTCOME_UNAVAILABLE'
  | 'CASE_CLOSED'
  | 'SEPARATION'
  | 'RIGHT_BLOCKED'
  | RetractionRefusal
>;

type Found = Readonly<Record<string, string | number>>;

const actSentences: Readonly<Record<RefusedAct, (found: Found) => Text>> = {
  STALE_DUTY: () => text('这一步已经办结或者届满', 'This step has been settled, or its limit has passed'),
  NO_SUCH_DUTY: () => text('这一步此时没有待办', 'This step is not open at that time'),
  NO_SUCH_CASE: () => text('还没有这件案件', 'There is no case yet'),
  OUTCOME_UNAVAILABLE: ({ zh, en }) =>
    text(
      `这个按钮此时不能用${zh === '' ? '' : `：${zh}`}`,
      `This button cannot be used at that time${en === '' ? '' : `: ${en}`}`,
    ),
  CASE_CLOSED: ({ zh, en }) => text(`案件已经办结（${zh}）`, `The case is over (${en})`),
  SEPARATION: ({ zh, en }) =>
    text(`岗位分离：同一人已办“${zh}”`, `Separation of duties: the same person has answered "${en}"`),
  RIGHT_BLOCKED: ({ zh, en }) =>
    text(`这项权利此时不能行使：${zh}`, `This right cannot be exercised at that time: ${en}`),
  RETRACT_NO_ACT: () => text('没有可以撤回的办理', 'There is no such act to take back'),
  RETRACT_NOT_OWN: () => text('只能撤回本人的办理', "Somebody else's act is not taken back"),
  RETRACT_OUTWARD: () => text('已对外生效，不能撤回', 'Something has gone out: it cannot be taken back'),
  RETRACT_ACTED_ON: () => text('已有人接着办理，不能撤回', 'Somebody has gone on from it: it cannot be taken back'),
  RETRACT_TOO_LATE: () =>
    text('这一步的期限已过，不能撤回', 'The limit of the step has passed: it cannot be taken back'),
  RETRACTED: () => text('已经撤回', 'It has been taken back already'),
};

const scriptSentences: Readonly<Record<Exclude<ScriptRefusal, RefusedAct>, (found: Found) => Text>> = {
  UNKNOWN_PROCEDURE: ({ known }) => text(`没有这个程序，可用的是：${known}`, `No such procedure; there are: ${known}`),
  UNKNOWN_EDITION: ({ known }) => text(`没有这个版本，可用的是：${known}`, `No such edition; there are: ${known}`),
  UNKNOWN_STEP: ({ known }) => text(`没有这个步骤，可用的是：${known}`, `No such step; there are: ${known}`),
  UNKNOWN_OUTCOME: ({ known }) => text(`这一步没有这个按钮，可用的是：${known}`, `No such button; there are: ${known}`),
  TOO_EARLY: () => text('这一天太早', 'This day is too early'),
  GOES_BACK: ({ before }) => text(`早于此前的${before}`, `Earlier than ${before}, where the case stands`),
  NOT_REFUSED: ({ code }) =>
    text(`应当被拒绝（${code}），却办成了`, `Should have been refused (${code}), and was done`),
};

const sentences: Readonly<Record<RefusalCode, (found: Found) => Text>> = {
  ...actSentences,
  ...scriptSentences,
  NOT_JSON: () => text('不是有效的JSON', 'Not valid JSON'),
  NOT_AN_OBJECT: () => text('每行应为一个JSON对象', 'Each line has to be one JSON object'),
  TOO_LARGE: ({ max }) => text(`超过上限${max}`, `More than ${max}`),
  INVALID_TEXT: () =>
    text('含有NUL、不完整的字符或非UTF-8字节', 'Holds NUL, half a character, or bytes that are not UTF-8'),
  UNKNOWN_FIELD: ({ fields }) => text(`没有这个字段，可用的是：${fields}`, `No such field; there are: ${fields}`),
  MISSING_FIELD: () => text('缺少这个字段', 'This field is missing'),
  WRONG_TYPE: ({ zh, en }) => text(`应为${zh}`, `Has to be ${en}`),
  OUT_OF_RANGE: ({ max }) => text(`应为0到${max}的整数`, `Has to be a whole number from 0 to ${max}`),
  TWO_LIMITS: ({ fields }) => text(`只能写一种时限，写了：${fields}`, `One limit only; there are: ${fields}`),
  MALFORMED_DATE: () => text('日期应写成2026-02-12', 'A date is written like 2026-02-12'),
  NO_SUCH_DATE: ({ value }) => text(`没有${value}这一天`, `There is no day ${value}`),
  MALFORMED_INSTANT: () =>
    text(
      '时刻应带时区，如2026-02-12T09:30:00+08:00',
      'An instant is written with its offset, like 2026-02-12T09:30:00+08:00',
    ),
  ENDS_BEFORE_START: ({ start }) => text(`早于开始的日期${start}`, `Before its start, ${start}`),
  TOO_FAR: ({ last }) => text(`晚于起算日后一百年（${last}）`, `More than a hundred years after the start (${last})`),
  CLOCK_EXPIRED: ({ due }) =>
    text(
      `时限已于${due}届满，届满后不能再停止计时`,
      `The limit ran out on ${due}; a clock cannot be stopped after that`,
    ),
  STILL_OPEN: () =>
    text('停止计时尚未结束的案件，待恢复计时后再转入', 'The clock stands still: take the case in once it runs again'),
  LATER_THAN_TODAY: ({ today }) => text(`晚于今天${today}`, `Later than today, ${today}`),
  UNKNOWN_ITEM: ({ on }) => text(`${on}没有这个事项`, `There was no such item on ${on}`),
  NO_SUCH_ENTERPRISE: () => text('该省没有这家企业', 'The province knows no such enterprise'),
  KNOWN_OTHERWISE: () => text('这个编号已按其他内容转入', 'This number has been taken in with other facts'),
  ADMINISTRATOR_EXISTS: () =>
    text('已有管理员，新账号请由管理员设立', 'There is an administrator; other accounts are theirs to make'),
  USER_TAKEN: () => text('这个账号已被使用', 'Another person has this account'),
  NO_SUCH_USER: () => text('没有这个账号', 'There is no such account'),
  NO_FACTOR: () => text('这个账号没有设置双因素验证', 'The account has no second factor'),
  NO_REFERENCE_DATA: () =>
    text(
      '该省的机构尚未装入，请先装入基础数据',
      'The units of the province are missing: install the reference data first',
    ),
  CALENDAR_GAP: ({ on }) =>
    text(`工作日历中没有${on}所在的年份`, `The working calendar does not know the year of ${on}`),
  BEYOND_CALENDAR: () => text('计算超出公元1年至9999年', 'The count leaves the years 1 to 9999'),
  INTERNAL: () => text('内部错误', 'Internal error'),
};

/** Every code there is. */
export const refusalCodes = Object.keys(sentences);

/** A line that cannot be answered, with the field that is to blame: `segments[0].to`; null for the line as a whole. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly field: string | null;
  readonly text: Text;

  constructor(code: RefusalCode, field: string | null, found: Found = {}) {
    super(`${code} ${field ?? ''}`);
    this.code = code;
    this.field = field;
    this.text = sentences[code](found);
  }
}
