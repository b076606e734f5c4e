import type { CivilDate } from '../civil-date.ts';
import { cite, citationText, type LawCode } from '../law.ts';
import type { ExpiryPolicy, Limit } from '../limit.ts';
import type { Rule, RuleKey } from '../rule.ts';
import { text, type Text } from '../text.ts';

/** What a row says besides the number: what it rests on, and whether that is law. */
export type Ground = Pick<Rule, 'mark' | 'basis'>;

/** A limit as the lists write it: the day that is not counted, and what is left out, come last. */
export type Row = readonly [
  key: RuleKey,
  limit: Limit,
  policy: ExpiryPolicy | null,
  ground: Ground,
  starts: Text,
  notCounted?: Text | null,
];

/** A number that stands in a law; several places are named one after the other. */
export function law(code: LawCode, ...articles: readonly string[]): Ground {
  const [first, ...more] = (articles.length === 0 ? [''] : articles).map((article) =>
    citationText(cite(code, article)),
  );
  const all = more.reduce((one, next) => text(`${one.zh}、${next.zh}`, `${one.en}; ${next.en}`), first ?? text('', ''));
  return { mark: 'law', basis: all };
}

/** A number of this system, which may be shown but not as law. */
export const design = (zh: string, en: string): Ground => ({
  mark: 'design',
  basis: text(`本系统默认值：${zh}`, `Default of this system: ${en}`),
});

/** A number of this system after one that the Licensing Law has for something else. */
export const analogy = (article: string, zh: string, en: string): Ground => {
  const { zh: placeZh, en: placeEn } = citationText(cite('LIC', article));
  return design(`类推适用${placeZh}，${zh}`, `by analogy to ${placeEn}; ${en}`);
};

/** A number nobody could verify. */
export const uncertain = (zh: string, en: string): Ground => ({
  mark: 'uncertain',
  basis: text(`未经核实：${zh}`, `Unverified: ${en}`),
});

/** Rows of an item, or of every item, that apply in both provinces from a day on. */
export const rowsOf =
  (item: string | null, effectiveFrom: CivilDate) =>
  ([key, limit, policy, ground, starts, notCounted = null]: Row): Rule => ({
    ...{ key, province: null, item, limit, policy, ...ground, starts, notCounted },
    ...{ effectiveFrom, effectiveTo: null },
  });

/** Days on which a count begins; none of them is counted itself (民法典201). */
export const from = {
  receipt: text('收到申请或补正材料之日', 'receipt of the application or its supplement'),
  acceptance: text('受理之日', 'acceptance'),
  decision: text('作出决定之日', 'the decision'),
  notice: text('收到通知之日', 'receipt of the notice'),
  arrival: text('收到之日', 'receipt'),
  endOfLimit: text('原期限届满之日', 'the end of the limit that is extended'),
  opening: text('任务产生之日', 'the day the task arises'),
  beforeExpiry: text('许可证有效期届满之日，倒算', 'counted back from the expiry of the licence'),
  beforeHearing: text('举行听证之日，倒算', 'counted back from the hearing'),
  filing: text('立案之日', 'the filing of the case'),
  report: text('报告之日', 'the report'),
} as const satisfies Readonly<Record<string, Text>>;

/** 听证、检验、检测、检疫、鉴定、专家评审 (许可法45). */
export const hearingsAndTests = text(
  '听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审',
  'hearings, tenders, auctions, tests, quarantine, appraisals, expert reviews',
);

/** 整改 of the applicant, where the special rule leaves it out. */
export const rectification = text('申请人整改', 'rectification by the applicant');
