import type { Province } from './province.ts';
import type { Role } from './role.ts';
import { text, type Text } from './text.ts';

/** A unit and the role in it that owes something, where a case and not the table of the province says which. */
export interface Place {
  readonly unit: string;
  readonly role: Role;
}

/** How a liaison request came in (渝药监〔2024〕69号, 三（四）): in daily liaison, from a district, or from an enterprise. */
export const requestSources = {
  daily: text('日常联络收集', 'Daily liaison'),
  district: text('区县提出', 'From the district'),
  enterprise: text('企业提出', 'From an enterprise'),
} as const satisfies Record<string, Text>;
/** One of the {@link requestSources}. */
export type RequestSource = keyof typeof requestSources;

/** What a request is; decides its limit. The kinds and their limits are our own, by analogy to the hotline 12345. */
export const requestCategories = {
  consult: text('咨询', 'Question'),
  help: text('求助', 'Help'),
  suggestion: text('建议', 'Suggestion'),
} as const satisfies Record<string, Text>;
/** One of the {@link requestCategories}. */
export type RequestCategory = keyof typeof requestCategories;

/** What the flow of a liaison request knows of it from the start; words and names stay in the record. */
export interface LiaisonRequest {
  readonly source: RequestSource;
  /** Code of the district. */
  readonly district: string;
  /** The province of the district: that of the other bureau is answered by a letter. */
  readonly districtProvince: Province;
  readonly category: RequestCategory;
  readonly sensitive: boolean;
  /** The unit that received it first and has to handle it (首接部门). */
  readonly receivedBy: string;
  /** The regional unit of the district, in whose ledger it stands (属地联络单位). */
  readonly regionalUnit: string;
  /** The regional units as they were then: they are served by district liaison officers, all others by those for industry. */
  readonly regionalUnits: readonly string[];
}

/** How high a request has climbed. */
export const requestLevels = {
  unit: text('受理单位', 'Accepting unit'),
  office: text('科标处', 'Science and standards section'),
  deputy: text('分管局领导', 'Deputy director-general'),
  meeting: text('党组会、局长办公会', 'Bureau meeting'),
} as const satisfies Record<string, Text>;
/** One of the {@link requestLevels}. */
export type RequestLevel = keyof typeof requestLevels;

/** What a case tells people of whom it asks nothing. */
export const notices = {
  requestReceived: text(
    '首接部门已受理辖区诉求，请知悉并纳入区域台账',
    'Another unit has received a request of your region',
  ),
  requestMerged: text('重复诉求已合并办理', 'Requests about the same matter are handled as one'),
  requestReopened: text('政策有变化，诉求重新办理', 'Policy has changed: the request is handled again'),
  requestReviewed: text('政策复核结论仍为暂不支持', 'Looked at again, policy still does not support it'),
  requestOverCap: text('诉求超过最长办理期', 'A request is beyond the longest handling'),
  opinionChanged: text(
    '对方省局的来函与已登记的答复不同，请核对并确认',
    'A letter of the other bureau contradicts its answer: it is to be read and acknowledged',
  ),
  ledgerLate: text('季度台账逾期未报，予以通报', 'A quarterly ledger is late and is named'),
  meetingCalled: text('请参加临时调度会，日期见本案', 'You are called to an ad-hoc meeting; its day is in the case'),
  meetingPostponed: text('临时调度会改期，日期见本案', 'The ad-hoc meeting is put off; its day is in the case'),
  meetingsAwaited: text(
    '本年度尚有区县未开展领导沟通，请及时安排',
    'The leaders of a district have not been met this year: please arrange it',
  ),
  meetingsMissed: text(
    '本年度有区县全年未开展领导沟通，已列报',
    'The leaders of a district were not met in the whole year, which is reported',
  ),
} as const satisfies Record<string, Text>;
/** One of the {@link notices}. */
export type NoticeKey = keyof typeof notices;

/** Systems outside this one that are written to through a port of their own; what goes to the other bureau is a letter. */
export const channels = {
  eightLists: text('“八张问题清单”数字平台', 'Platform of the eight lists'),
} as const satisfies Record<string, Text>;
/** One of the {@link channels}. */
export type Channel = keyof typeof channels;

/** What is written there: a request for an answer, and a reminder of it. */
export const dispatches = {
  ask: text('转办', 'Referral'),
  chase: text('催办', 'Reminder'),
} as const satisfies Record<string, Text>;
/** One of the {@link dispatches}. */
export type Dispatch = keyof typeof dispatches;

/** The three ledgers of liaison requests (三级台账): the same requests by who handles them, by region, and all of them. */
export const ledgerCuts = {
  unit: text('承办部门办理台账', 'Ledger of the handling unit'),
  region: text('属地联络单位区域台账', 'Ledger of the region'),
  bureau: text('科标处总台账', 'Ledger of the bureau'),
} as const satisfies Record<string, Text>;
/** One of the {@link ledgerCuts}. */
export type LedgerCut = keyof typeof ledgerCuts;

/** The quarter of a ledger and the regional units that hand in, as they were when it was opened. */
export interface LedgerQuarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
  readonly units: readonly string[];
}

/** A district whose leaders are to be met, and the regional unit that answers for it. */
export interface MeetingDistrict {
  readonly code: string;
  readonly name: Text;
  readonly unit: string;
}

/** The year of meetings with district leaders, and the districts with their units as they were when it was opened. */
export interface MeetingYear {
  readonly year: number;
  readonly districts: readonly MeetingDistrict[];
}
