import { text, type Text } from './text.ts';

/** The laws, regulations and documents cited by the procedures and rules, under the names they are shown by. */
export const laws = {
  LIC: text('行政许可法', 'Administrative Licensing Law'),
  REV: text('行政复议法', 'Administrative Reconsideration Law'),
  LIT: text('行政诉讼法', 'Administrative Litigation Law'),
  PEN: text('行政处罚法', 'Administrative Penalties Law'),
  CIV: text('民法典', 'Civil Code'),
  DAL: text('药品管理法', 'Drug Administration Law'),
  MDR: text('医疗器械监督管理条例', 'Regulations on the Supervision of Medical Devices'),
  COSR: text('化妆品监督管理条例', 'Regulations on the Supervision of Cosmetics'),
  OBE: text('优化营商环境条例', 'Regulations on Improving the Business Environment'),
  CQOBE: text('重庆市优化营商环境条例', 'Chongqing Regulations on Improving the Business Environment'),
  ONLINE: text('国务院关于在线政务服务的若干规定', 'State Council Provisions on Online Government Services'),
  HOLREG: text('全国年节及纪念日放假办法', 'Measures for National Festivals and Memorial Days'),
  O9: text('互联网药品信息服务管理办法', 'Measures for Internet Drug Information Services'),
  O46: text('化妆品生产经营监督管理办法', 'Measures for the Supervision of Cosmetics Production and Distribution'),
  CQBL: text(
    '重庆市医疗器械注册与生产许可并联审批措施（2022年3月11日起施行）',
    'Chongqing Arrangement for the Parallel Approval of Device Registration and Production (from 11 March 2022)',
  ),
  QMS63: text('食药监械管〔2015〕63号', 'Document No. 63 of 2015 on the Verification of Quality Systems'),
  O27: text('药品注册管理办法', 'Measures for Drug Registration'),
  O28: text('药品生产监督管理办法', 'Measures for the Supervision of Drug Production'),
  O47: text('医疗器械注册与备案管理办法', 'Measures for the Registration and Filing of Medical Devices'),
  O45: text('市场监督管理行政处罚信息公示规定', 'Provisions on the Publication of Administrative Penalties'),
  O53: text('医疗器械生产监督管理办法', 'Measures for the Supervision of Medical Device Production'),
  O54: text('医疗器械经营监督管理办法', 'Measures for the Supervision of Medical Device Distribution'),
  O84: text('药品经营和使用质量监督管理办法', 'Measures for the Quality of Drug Distribution and Use'),
  PP: text('市场监督管理行政处罚程序规定', 'Procedure for Administrative Penalties in Market Regulation'),
  TR310: text('行政执法机关移送涉嫌犯罪案件的规定', 'Provisions on the Transfer of Suspected Crimes'),
  CHG: text('药品上市后变更管理办法（试行）', 'Measures for Changes to Marketed Drugs (Trial)'),
  MAH132: text('国家药监局公告2023年第132号', 'NMPA Announcement No. 132 of 2023'),
  INSP: text('药品检查管理办法（试行）', 'Measures for Drug Inspections (Trial)'),
  COMP: text('市场监督管理投诉举报处理暂行办法', 'Interim Measures for Complaints and Reports in Market Regulation'),
  RQ: text('地方容缺受理规定', 'Local rules on acceptance with deferred materials'),
  CQ69: text('渝药监〔2024〕69号', 'Chongqing Drug Administration Document No. 69 of 2024'),
  GZ42: text('国办发〔2020〕42号', 'State Council General Office Document No. 42 of 2020'),
  GF7: text('国发〔2021〕7号', 'State Council Document No. 7 of 2021'),
  GZCQ: text('渝府办发〔2021〕23号', 'Chongqing Government Office Document No. 23 of 2021'),
  GZCY: text('川渝地区药品监管领域行政审批告知承诺工作规程', 'Sichuan–Chongqing Rules on Drug Approvals by Commitment'),
} as const satisfies Record<string, Text>;

/** Code of a cited law. */
export type LawCode = keyof typeof laws;

/** A place in a law: `42`, an item of an article `32(4)`, a range `47-48`; empty for the law as a whole. */
export interface Citation {
  readonly law: LawCode;
  readonly article: string;
  /** What the reader must know about the citation, for example that it applies by analogy. */
  readonly note?: Text;
}

/** Cites a place in a law; see {@link Citation} for how articles are written. */
export const cite = (law: LawCode, article: string, { note }: { readonly note?: Text } = {}): Citation =>
  note === undefined ? { law, article } : { law, article, note };

/** The citation in words: 行政许可法第四十二条, Administrative Licensing Law, Art. 42. */
export function citationText({ law, article, note }: Citation): Text {
  const title = laws[law];
  const place = placeOf(article);
  const remark = note === undefined ? text('', '') : text(`（${note.zh}）`, ` (${note.en})`);
  return text(`${title.zh}${place.zh}${remark.zh}`, `${title.en}${place.en}${remark.en}`);
}

function placeOf(article: string): Text {
  if (article === '') return text('', '');
  const [, first = article, item, last] = /^(\d+)(?:\((\d+)\)|-(\d+))?$/.exec(article) ?? [];
  const zhFirst = `第${chineseNumeral(first)}条`;
  if (item !== undefined) return text(`${zhFirst}第${chineseNumeral(item)}项`, `, Art. ${first}(${item})`);
  if (last !== undefined) return text(`${zhFirst}至第${chineseNumeral(last)}条`, `, Arts ${first}–${last}`);
  return text(zhFirst, `, Art. ${first}`);
}

const DIGITS = '零一二三四五六七八九';
const digit = (value: number): string => DIGITS.charAt(value);

/** Numbers of 1 to 9999 as articles are written in Chinese; anything else as it stands. */
function chineseNumeral(written: string): string {
  if (!/^[1-9]\d{0,3}$/.test(written)) return written;
  const places = ['', '十', '百', '千'];
  const digits = [...written].map(Number);
  const words = digits.map((value, at) => (value === 0 ? '零' : digit(value) + (places[digits.length - 1 - at] ?? '')));
  const joined = words.join('').replace(/零+/g, '零').replace(/零$/, '');
  return joined.startsWith('一十') ? joined.slice(1) : joined;
}
