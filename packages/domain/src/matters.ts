import { civilDate } from './civil-date.ts';
import type { Item } from './item.ts';
import { text, type Text } from './text.ts';

/** What a bureau works on without being applied to for a licence: it has cases, and stands in no catalogue of permits. */
const matter = (code: string, title: Text, summary: Text): Item => ({
  code,
  title,
  summary,
  province: 'CQ',
  edition: '2024-10',
  kind: 'matter',
  byCommitment: false,
  field: 'other',
  basis: text('渝药监〔2024〕69号', 'Chongqing Drug Administration Document No. 69 of 2024'),
  conditions: [],
  materials: [],
  window: null,
  verification: { mode: 'paper', windowed: false, rectifiable: false },
  laterConditions: false,
  licence: { title: text('无', 'None'), series: '无', validYears: 0 },
  effectiveFrom: civilDate('2024-10-10'),
  effectiveTo: null,
});

/** The item under which liaison requests are filed. */
export const LIAISON_REQUEST = 'liaison-request';
/** The item under which quarterly ledgers are filed. */
export const QUARTERLY_LEDGER = 'quarterly-ledger';

/** The item under which the meetings of a year with district leaders are filed. */
export const DISTRICT_MEETINGS = 'district-meetings';

/** Matters of the two bureaus. Document 69 is that of Chongqing; Sichuan has none like it, and answers what is asked of it for one. */
export const matters: readonly Item[] = [
  matter(
    LIAISON_REQUEST,
    text('区县联络诉求', 'Liaison request of a district'),
    text(
      '区县、园区、企业提出的产业发展诉求，由首接部门受理，按职责承办、逐级协调。',
      'What districts, parks and enterprises ask for: received by whoever is asked first, handled by duty, and carried upwards.',
    ),
  ),
  {
    ...matter(
      LIAISON_REQUEST,
      text('区县联络诉求来函协办', 'Liaison request on which the other bureau writes'),
      text(
        '重庆市药监局函请协助办理的、涉及四川区县的联络诉求。',
        'A liaison request about a district of Sichuan with which Chongqing asks for help by letter.',
      ),
    ),
    province: 'SC',
    // No published text: how the two bureaus help each other with such requests is our own design.
    basis: text('川渝药品监管协作', 'Cooperation of the two bureaus in drug regulation'),
  },
  matter(
    QUARTERLY_LEDGER,
    text('区县联络季度台账', 'Quarterly ledger of liaison requests'),
    text(
      '各区域联络组于每季度最后一个月20日前报送台账，由科标处汇总后向局领导报告。',
      'Each regional unit hands in its ledger by the 20th of the last month of the quarter; the section reports to the leaders.',
    ),
  ),
  matter(
    DISTRICT_MEETINGS,
    text('区县领导年度沟通', 'Meetings of the year with district leaders'),
    text(
      '各检查局、药审中心每年与所联络区县领导沟通1至2次，由科标处跟踪督促。',
      'Each inspectorate and the review centre meet the leaders of each of their districts once or twice a year; the section follows it.',
    ),
  ),
];
