import { provinces, type Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';

/** A unit of a bureau and the roles whose duties it holds. */
export interface UnitSeed {
  readonly id: string;
  readonly province: Province;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
}

/** The bureau of a province. */
export interface BureauSeed {
  readonly id: string;
  readonly province: Province;
  readonly nameZh: string;
  readonly nameEn: string;
}

const bureauOf = (province: Province): BureauSeed => ({
  ...{ id: province.toLowerCase(), province },
  ...{ nameZh: provinces[province].bureau.zh, nameEn: provinces[province].bureau.en },
});

/** Both bureaus. */
export const bureaus: readonly BureauSeed[] = [bureauOf('CQ'), bureauOf('SC')];

type Blueprint = readonly [id: string, nameZh: string, nameEn: string, roles: readonly Role[]];

const blueprints: readonly Blueprint[] = [
  ['service-centre', '行政审批服务中心', 'Service centre', ['WIN']],
  ['permits', '行政审批处', 'Permits section', ['OFF', 'SEC']],
  ['inspectorate-2', '检查二局', 'Inspectorate 2', ['DISP', 'INS']],
  ['legal', '法规处', 'Legal section', ['LEG']],
  ['credit', '信用监管处', 'Credit section', ['CRD']],
  ['leaders', '局领导', 'Directors', ['DL', 'HEAD', 'BMO']],
  ['performance', '效能监督室', 'Performance supervision', ['SUP']],
  ['information', '信息中心', 'Information centre', ['ADM']],
  ['audit', '内部审计处', 'Internal audit', ['AUD']],
];

/** Telephone of the window; invented, like every unit that the seeds do not name. */
const windowPhones: Readonly<Record<Province, string>> = { CQ: '023-6000 0101', SC: '028-6000 0101' };

const unitsOf = (province: Province, of: readonly Blueprint[] = blueprints): readonly UnitSeed[] =>
  of.map(([id, nameZh, nameEn, roles]) => ({
    ...{ id: `${province.toLowerCase()}-${id}`, province, nameZh, nameEn, roles },
    phone: roles.includes('WIN') ? windowPhones[province] : null,
  }));

/** What liaison with the districts needs besides, in Chongqing alone (渝药监〔2024〕69号). */
const ofLiaison: readonly Blueprint[] = [
  ['standards', '科技标准处（科标处）', 'Science and standards section', ['TECH']],
  ['inspectorate-1', '检查一局', 'Inspectorate 1', []],
  ['inspectorate-3', '检查三局', 'Inspectorate 3', []],
  ['inspectorate-4', '检查四局', 'Inspectorate 4', []],
  ['review-centre', '市药审中心', 'Review centre', ['REV']],
];

/** What works with the other bureau, in both alike; what these are called is invented. */
const ofCooperation: readonly Blueprint[] = [
  ['cooperation', '川渝协作处', 'Section for cooperation', ['PSC']],
  ['joint-office', '川渝联席会议办公室（本局侧）', 'Own side of the joint office', ['JO']],
];

/** The units of both bureaus. */
export const units: readonly UnitSeed[] = [
  ...unitsOf('CQ'),
  ...unitsOf('SC'),
  ...unitsOf('CQ', ofLiaison),
  ...unitsOf('CQ', ofCooperation),
  ...unitsOf('SC', ofCooperation),
  ...unitsOf('SC', [['review-centre', '药品技术审评中心', 'Review centre', ['REV']]]),
];
