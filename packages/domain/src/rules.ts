import { civilDate, type CivilDate } from './civil-date.ts';
import { cite, citationText, type LawCode } from './law.ts';
import type { ExpiryPolicy, Limit } from './limit.ts';
import type { Province } from './province.ts';
import type { Rule, RuleKey, Term, Terms } from './rule.ts';
import { text } from './text.ts';

/** What a row says besides the number: where it applies and what it rests on. */
type Ground = Pick<Rule, 'mark' | 'basis'>;

const law = (code: LawCode, article: string): Ground => ({ mark: 'law', basis: citationText(cite(code, article)) });

/** A number of this system, which may be shown but not as law. */
const design = (zh: string, en: string): Ground => ({
  mark: 'design',
  basis: text(`本系统默认值：${zh}`, `Default of this system: ${en}`),
});

const analogy = (article: string, zh: string, en: string): Ground => {
  const { zh: placeZh, en: placeEn } = citationText(cite('LIC', article));
  return design(`类推适用${placeZh}，${zh}`, `by analogy to ${placeEn}; ${en}`);
};

/** A number nobody could verify. */
const uncertain = (zh: string, en: string): Ground => ({
  mark: 'uncertain',
  basis: text(`未经核实：${zh}`, `Unverified: ${en}`),
});

/** The 许可法 as amended is in force since this day. */
const LICENSING_LAW = civilDate('2019-04-23');
/** The 川渝 rules on commitment are of this month; the day is our own. */
const COMMITMENT_RULES = civilDate('2023-12-01');
/** 总局令46 is in force since this day. */
const COSMETICS_RULES = civilDate('2022-01-01');
/** 总局令53 is in force since this day. */
const DEVICE_RULES = civilDate('2022-05-01');
/** 总局令84 is in force since this day, as recalled. */
const RETAIL_RULES = civilDate('2024-01-01');

type Row = readonly [key: RuleKey, limit: Limit, policy: ExpiryPolicy, ground: Ground];

const rowsOf =
  (item: string | null, effectiveFrom: CivilDate) =>
  ([key, limit, policy, ground]: Row): Rule => ({
    key,
    province: null,
    item,
    limit,
    policy,
    ...ground,
    effectiveFrom,
    effectiveTo: null,
  });

const permitRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('LIC', '32(4)')],
  [
    'permit.supplement.applicant',
    { workingDays: 30 },
    'LAPSE',
    design(
      '许可法未规定申请人补正期限，参照药品注册补正的30个工作日',
      'the Licensing Law sets none; as for drug registration',
    ),
  ],
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('LIC', '42')],
  ['permit.decide.extend', { workingDays: 10 }, 'BREACH', law('LIC', '42')],
  ['permit.assign', { workingDays: 1 }, 'NUDGE', design('分派内部时限', 'internal target for assignment')],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('LIC', '44')],
  [
    'internal.approval',
    { workingDays: 3 },
    'NUDGE',
    design('内部审批、会签时限', 'internal target for approvals and countersigning'),
  ],
  [
    'hearing.request',
    { workingDays: 5 },
    'LAPSE',
    analogy(
      '47',
      '法律未写明日的单位，按工作日从宽理解',
      'the law names no unit: working days, in favour of the applicant',
    ),
  ],
  [
    'hearing.arrange',
    { workingDays: 5 },
    'NUDGE',
    design('自申请之日起确定听证时间并通知', 'from the request to fixing the day and giving notice'),
  ],
  [
    'hearing.notice',
    { workingDays: 7 },
    'NUDGE',
    analogy('48', '举行听证七日前通知，按工作日计算', 'notice seven working days before the hearing'),
  ],
  [
    'hearing.hold',
    { workingDays: 20 },
    'BREACH',
    analogy('47', '撤销程序中的听证', 'for hearings before a revocation'),
  ],
];

const commitmentRows: readonly Row[] = [
  [
    'commit.precheck',
    { workingDays: 1 },
    'NUDGE',
    design('适用性与信用人工预检', 'manual check of suitability and credit'),
  ],
  ['commit.draft', { calendarDays: 30 }, 'LAPSE', design('申请草稿保存期', 'how long an application draft is kept')],
  [
    'commit.decide',
    { workingDays: 1 },
    'NUDGE',
    design('当场决定，最迟受理次一工作日', 'decided on the spot, at the latest one working day after acceptance'),
  ],
  [
    'commit.verify.window',
    { months: 2 },
    'BREACH',
    uncertain(
      '各地自一个月至三个月不等，川渝规程未见文本，暂取两个月',
      'one to three months elsewhere; the Sichuan–Chongqing text was not found',
    ),
  ],
  [
    'commit.verify.extend',
    { months: 1 },
    'BREACH',
    design('因不可抗力延长核查期一次', 'one extension of the window for force majeure'),
  ],
  ['commit.rectify', { workingDays: 30 }, 'LAPSE', design('限期整改', 'rectification after a failed verification')],
  ['commit.rectify.extend', { workingDays: 10 }, 'LAPSE', design('整改延期一次', 'one extension of rectification')],
  [
    'commit.conditions.extend',
    { workingDays: 10 },
    'LAPSE',
    design('承诺条件达成延期一次', 'one extension for promised conditions'),
  ],
  [
    'revoke.notice',
    { workingDays: 5 },
    'NUDGE',
    design('自查实之日起发出拟撤销告知', 'from the finding to the notice of intended revocation'),
  ],
  ['revoke.statement', { workingDays: 5 }, 'LAPSE', design('陈述申辩期', 'time for representations')],
  [
    'revoke.weigh',
    { workingDays: 5 },
    'BREACH',
    design('陈述申辩、听证结束后复核意见', 'from the end of representations and hearing to weighing them'),
  ],
  [
    'revoke.decide',
    { workingDays: 20 },
    'BREACH',
    design('撤销决定，陈述申辩与听证期间不计', 'not counting representations and hearing'),
  ],
  [
    'revoke.aftermath',
    { workingDays: 7 },
    'NUDGE',
    design('注销公告、信用记录与抄告', 'deregistration, credit record and letters'),
  ],
];

const cosmeticsRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('O46', '21')],
  ['permit.decide', { workingDays: 10 }, 'BREACH', law('O46', '21')],
  [
    'permit.deliver',
    { workingDays: 5 },
    'BREACH',
    design(
      '参照化妆品生产经营监督管理办法第十三条；第二十一条要求自受理之日起10个工作日内换发新证',
      'by analogy to Art. 13 of the cosmetics measures; Art. 21 wants the new licence within 10 working days of acceptance',
    ),
  ],
];

const retailRows: readonly Row[] = [
  [
    'commit.decide',
    { onTheSpot: true },
    'NUDGE',
    uncertain('药品经营和使用质量监督管理办法：当日颁证（凭记忆）', 'licence on the same day under Order 84, recalled'),
  ],
  [
    'commit.verify.window',
    { months: 3 },
    'BREACH',
    uncertain(
      '药品经营和使用质量监督管理办法：颁证后三个月内核查（凭记忆）',
      'three months from issue under Order 84, recalled',
    ),
  ],
];

const informationRows: readonly Row[] = [
  [
    'commit.verify.window',
    { months: 2 },
    'BREACH',
    uncertain('川渝目录与核查期未见文本，暂取两个月', 'neither catalogue nor window of Sichuan–Chongqing was found'),
  ],
];

const deviceRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('O53', '11')],
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('O53', '13')],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('O53', '13')],
];

/** The rule table as it is first installed; a row applies from `effectiveFrom` to `effectiveTo`, both days included. */
export const rules: readonly Rule[] = [
  ...permitRows.map(rowsOf(null, LICENSING_LAW)),
  ...commitmentRows.map(rowsOf(null, COMMITMENT_RULES)),
  ...cosmeticsRows.map(rowsOf('cosmetics-production-renewal', COSMETICS_RULES)),
  ...retailRows.map(rowsOf('otc-retail', RETAIL_RULES)),
  ...informationRows.map(rowsOf('drug-information-service', COMMITMENT_RULES)),
  ...deviceRows.map(rowsOf('device-production-licence', DEVICE_RULES)),
];

/** What decides which row of the table applies. */
export interface TermsQuery {
  readonly keys: readonly RuleKey[];
  readonly province: Province;
  readonly item: string;
  readonly on: CivilDate;
  readonly rules: readonly Rule[];
}

/**
 * The terms of a case that opens on that day: for every key the most specific row in force, the item weighing more than
 * the province, of equals the later. A key without a row in force is left out.
 */
export function termsFor({ keys, rules: table, ...query }: TermsQuery): Terms {
  const terms: Partial<Record<RuleKey, Term>> = {};
  for (const key of keys) {
    const [row] = table.filter((rule) => rule.key === key && applies(rule, query)).sort(moreSpecificFirst);
    if (row !== undefined) terms[key] = { limit: row.limit, mark: row.mark, basis: row.basis };
  }
  return terms;
}

const applies = (rule: Rule, { province, item, on }: Pick<TermsQuery, 'province' | 'item' | 'on'>): boolean =>
  (rule.province ?? province) === province &&
  (rule.item ?? item) === item &&
  rule.effectiveFrom <= on &&
  (rule.effectiveTo === null || on <= rule.effectiveTo);

const specificity = (rule: Rule): number => (rule.item === null ? 0 : 2) + (rule.province === null ? 0 : 1);

const moreSpecificFirst = (a: Rule, b: Rule): number =>
  specificity(b) - specificity(a) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1);
