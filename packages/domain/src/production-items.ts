import { civilDate } from './civil-date.ts';
import { plainCourse, type Course, type Item, type Material } from './item.ts';
import { text, type Text } from './text.ts';

type Blueprint = Omit<Item, 'province' | 'edition'>;

const required = (key: string, title: Text): Material => ({ key, need: 'required', title });
const form = required('application-form', text('申请表', 'Application form'));
const businessLicence: Material = {
  key: 'business-licence',
  need: 'waived',
  title: text('营业执照（共享数据获取）', 'Business licence (from shared data)'),
};
const report = required('self-check', text('自查报告', 'Report of the self-inspection'));
const ours = text(
  '所列条件与材料为本系统整理，以办事指南为准。',
  'Conditions and materials are listed by us; the service guide prevails.',
);
const told = (zh: string, en: string): Text => text(`${zh}${ours.zh}`, `${en} ${ours.en}`);

/** 药品检查管理办法; 药品生产监督管理办法: technical review, inspection and rectification are not counted (as recalled). */
const drugCourse: Course = {
  ...plainCourse,
  inspection: 'required',
  conclusions: 'DRUG_2023',
  notCounted: ['technicalReview', 'inspection', 'rectification'],
};
/** 总局令53第13条, 总局令54第13条: only rectification is left out. */
const deviceCourse: Course = { ...plainCourse, conclusions: 'DEVICE_QMS', notCounted: ['rectification'] };

const byOrdinary = {
  ...{ byCommitment: false, laterConditions: false, effectiveTo: null },
  verification: { mode: 'on-site', windowed: false, rectifiable: true },
} as const;

const drug = {
  ...byOrdinary,
  field: 'drug',
  course: drugCourse,
  licence: { title: text('药品生产许可证', 'Drug production licence'), series: '药生', validYears: 5 },
  effectiveFrom: civilDate('2020-07-01'),
} as const;
const drugConditions = [
  text(
    '有依法经过资格认定的药学技术人员、工程技术人员及相应的技术工人',
    'Qualified pharmacists, engineers and workers',
  ),
  text('有与药品生产相适应的厂房、设施、设备和卫生环境', 'Premises, equipment and hygiene that suit the production'),
  text('有能对所生产药品进行质量管理和质量检验的机构、人员和设备', 'A quality unit with staff and equipment'),
  text('有保证药品质量的规章制度，并符合药品生产质量管理规范', 'Rules that ensure quality, in line with GMP'),
];

const device = {
  ...byOrdinary,
  field: 'device',
  course: deviceCourse,
  licence: { title: text('医疗器械生产许可证', 'Medical device production licence'), series: '械生', validYears: 5 },
  effectiveFrom: civilDate('2022-05-01'),
} as const;
const distribution = {
  ...byOrdinary,
  field: 'device',
  course: { ...deviceCourse, conclusions: 'GENERIC' },
  licence: { title: text('医疗器械经营许可证', 'Medical device distribution licence'), series: '械经', validYears: 5 },
  effectiveFrom: civilDate('2022-05-01'),
} as const;
const deviceWindow = { earliest: { workingDays: 90 }, latest: { workingDays: 30 } } as const;
const stillMet = [text('仍符合许可条件', 'The conditions of the licence are still met')];
const distributionConditions = [
  text('有与经营范围和规模相适应的质量管理机构或者人员', 'A quality unit or staff that suits the business'),
  text('有与经营范围和规模相适应的经营、贮存场所', 'Premises and warehouse that suit the business'),
  text('有与经营相适应的质量管理制度和计算机信息管理系统', 'Quality rules and an information system'),
];

/** How device production runs under 一般许可. */
export const deviceProductionCourse = deviceCourse;

/** Items of production and distribution that go the ordinary way: issue, change and renewal. */
export const productionItems: readonly Blueprint[] = [
  {
    ...drug,
    code: 'drug-production-licence',
    title: text('药品生产许可', 'Drug production licence'),
    summary: told(
      '须现场检查。技术审查、现场检查和整改不计入30个工作日（待核实）。',
      'Inspected on the spot. Review, inspection and rectification are not counted in the 30 working days (unverified).',
    ),
    kind: 'issue',
    basis: text(
      '药品管理法第四十一条；药品生产监督管理办法第十一条（凭记忆）',
      'Drug Administration Law, Art. 41; Order 28, Art. 11 (recalled)',
    ),
    conditions: drugConditions,
    materials: [
      form,
      report,
      required('quality-system', text('质量管理体系文件目录', 'List of the quality system')),
      businessLicence,
    ],
    window: null,
  },
  {
    ...drug,
    code: 'drug-production-change',
    title: text('药品生产许可证许可事项变更', 'Change of a drug production licence'),
    summary: told(
      '法定期限未核实：旧条例为15个工作日，一省现行指南为30个。',
      'The limit is unverified: 15 working days in the old regulation, 30 in the guide of one province.',
    ),
    kind: 'change',
    licensedAs: 'drug-production-licence',
    basis: text('药品生产监督管理办法第十六条（凭记忆）', 'Order 28, Art. 16 (recalled)'),
    conditions: drugConditions,
    materials: [
      form,
      required('change-statement', text('变更说明与依据', 'What is changed, and why')),
      report,
      businessLicence,
    ],
    window: null,
  },
  {
    ...drug,
    code: 'drug-production-renewal',
    title: text('药品生产许可证重新发证', 'Renewal of a drug production licence'),
    summary: told(
      '有效期届满六个月前申请（凭记忆）；届满未决定的，视为准予延续。',
      'To be applied for six months before expiry (recalled); undecided at expiry it counts as renewed.',
    ),
    kind: 'renewal',
    licensedAs: 'drug-production-licence',
    course: { ...drugCourse, inspection: 'whenNeeded' },
    basis: text(
      '行政许可法第五十条；药品生产监督管理办法第十九条（凭记忆）',
      'Licensing Law, Art. 50; Order 28, Art. 19 (recalled)',
    ),
    conditions: stillMet,
    materials: [form, report, businessLicence],
    // No text names the first day: a year ahead is ours.
    window: { earliest: { months: 12 }, latest: { months: 6 } },
  },
  {
    ...drug,
    code: 'drug-off-site-workshop',
    title: text(
      '跨省设立厂外车间（药品生产许可证增加异地生产车间）',
      'Off-site workshop in the other province (drugs)',
    ),
    summary: told(
      '两省药监局协商一致后办理：每个厂址一案、每个品种单独审查和决定，联合检查一次共用。期限未核实。',
      'Handled once both bureaus agree: one case per site, each variety reviewed and decided by itself, one joint inspection for all. The limit is unverified.',
    ),
    kind: 'change',
    licensedAs: 'drug-production-licence',
    procedure: 'off-site-workshop',
    basis: text(
      '药品管理法第四十一条；药品生产监督管理办法第十六条（凭记忆）；药品检查管理办法第五十三条至第五十六条',
      'Drug Administration Law, Art. 41; Order 28, Art. 16 (recalled); Measures for Drug Inspections, Arts 53–56',
    ),
    conditions: [
      text('两省药监局就异地设立厂外车间取得书面一致意见', 'Written agreement of both bureaus on the workshop'),
      ...drugConditions,
      text('处方、工艺和质量标准与已批准的品种一致', 'Formula, process and standard stay those that were approved'),
    ],
    materials: [
      form,
      required('site-description', text('异地厂址与车间说明', 'Description of site and workshop')),
      required('variety-list', text('拟生产品种清单', 'List of the varieties to be made there')),
      required('quality-agreement', text('质量协议', 'Quality agreement')),
      required('process-validation', text('工艺验证方案', 'Plan of the process validation')),
      businessLicence,
    ],
    window: null,
    effectiveFrom: civilDate('2024-05-25'),
  },
  {
    ...drug,
    code: 'drug-off-site-consultation',
    title: text('跨省厂外车间前期沟通（药品，自愿）', 'Prior consultation on an off-site workshop (drugs, optional)'),
    summary: told(
      '申请前自愿提出，与两省药监局沟通是否具备条件；不是申请的前置条件，不作许可决定。答复期限为本系统默认。',
      'Optional, before an application: both bureaus say whether it can be. No condition of an application, and no decision. The limit is our default.',
    ),
    kind: 'change',
    licensedAs: 'drug-production-licence',
    procedure: 'prior-consultation',
    basis: text('药品检查管理办法第五十五条', 'Measures for Drug Inspections, Art. 55'),
    conditions: [text('已有异地设立厂外车间的初步方案', 'A first plan of the workshop')],
    materials: [required('site-description', text('异地厂址与车间说明', 'Description of site and workshop'))],
    window: null,
    effectiveFrom: civilDate('2024-05-25'),
  },
  {
    ...device,
    code: 'device-off-site-workshop',
    title: text('跨省异地生产场地（医疗器械）', 'Production site in the other province (devices)'),
    summary: told(
      '跨省异地生产须由生产场地所在省单独许可，受理后告知办理路径。',
      'A site in another province needs a licence of that province: the applicant is told so after acceptance.',
    ),
    kind: 'change',
    licensedAs: 'device-production-licence',
    procedure: 'off-site-workshop',
    basis: text('医疗器械生产监督管理办法第十八条', 'Measures for Medical Device Production, Art. 18'),
    conditions: stillMet,
    materials: [form, required('site-description', text('异地厂址说明', 'Description of the site')), businessLicence],
    window: null,
    effectiveFrom: civilDate('2024-05-25'),
  },
  {
    ...drug,
    code: 'drug-registration-verification',
    title: text('药品注册核查与上市前GMP检查', 'Drug registration verification and inspection before approval'),
    summary: told(
      '注册核查由国家药监局核查中心开展，上市前检查由省局同步开展；申请人和生产企业须已取得药品生产许可证。',
      'The nation verifies, the province inspects at the same time; applicant and manufacturer hold the production licence already.',
    ),
    kind: 'change',
    licensedAs: 'drug-production-licence',
    procedure: 'registration-verification',
    basis: text(
      '药品注册管理办法第四十五条至第五十四条；药品生产监督管理办法第五十二条（凭记忆）',
      'Order 27, Arts 45–54; Order 28, Art. 52 (recalled)',
    ),
    conditions: stillMet,
    materials: [
      form,
      required('registration-acceptance', text('注册申请受理通知书', 'Notice of acceptance of the registration')),
      report,
      businessLicence,
    ],
    window: null,
  },
  {
    ...device,
    code: 'device-production-change',
    title: text('医疗器械生产许可变更（地址、范围）', 'Change of a device production licence: site or scope'),
    summary: told('按新办的期限和现场检查办理，整改时间不计。', 'Handled like an issue, rectification not counted.'),
    kind: 'change',
    licensedAs: 'device-production-licence',
    basis: text('医疗器械生产监督管理办法第十五条', 'Measures for Medical Device Production, Art. 15'),
    conditions: stillMet,
    materials: [
      form,
      required('change-statement', text('变更说明与依据', 'What is changed, and why')),
      businessLicence,
    ],
    window: null,
  },
  {
    ...device,
    code: 'device-production-renewal',
    title: text('医疗器械生产许可延续', 'Renewal of a device production licence'),
    summary: told(
      '届满前90至30个工作日内申请；届满未决定的，视为准予延续。',
      'To be applied for 90 to 30 working days before expiry; undecided at expiry it counts as renewed.',
    ),
    kind: 'renewal',
    licensedAs: 'device-production-licence',
    basis: text(
      '行政许可法第五十条；医疗器械生产监督管理办法第十七条',
      'Licensing Law, Art. 50; Measures for Medical Device Production, Art. 17',
    ),
    conditions: stillMet,
    materials: [form, report, businessLicence],
    window: deviceWindow,
  },
  {
    ...distribution,
    code: 'device-distribution-licence',
    title: text('第三类医疗器械经营许可', 'Distribution licence for class III devices'),
    summary: told(
      '由设区的市级部门办理；必要时现场检查，整改时间不计。',
      'Granted by the department of the city; inspected where necessary, rectification not counted.',
    ),
    kind: 'issue',
    basis: text(
      '医疗器械经营监督管理办法第四条、第十条、第十三条',
      'Measures for Medical Device Distribution, Arts 4, 10 and 13',
    ),
    conditions: distributionConditions,
    materials: [
      form,
      required('premises', text('经营场所、库房文件', 'Documents on premises and warehouse')),
      required('quality-list', text('质量管理制度目录', 'List of quality rules')),
      businessLicence,
    ],
    window: null,
  },
  {
    ...distribution,
    code: 'device-distribution-change',
    title: text('第三类医疗器械经营许可变更', 'Change of a distribution licence for class III devices'),
    summary: told('经营场所、经营方式、经营范围、库房地址变更。', 'Change of premises, mode, scope or warehouse.'),
    kind: 'change',
    licensedAs: 'device-distribution-licence',
    basis: text('医疗器械经营监督管理办法第十五条', 'Measures for Medical Device Distribution, Art. 15'),
    conditions: distributionConditions,
    materials: [
      form,
      required('change-statement', text('变更说明与依据', 'What is changed, and why')),
      businessLicence,
    ],
    window: null,
  },
  {
    ...distribution,
    code: 'device-distribution-renewal',
    title: text('第三类医疗器械经营许可延续', 'Renewal of a distribution licence for class III devices'),
    summary: told(
      '届满前90至30个工作日内申请；届满未决定的，视为准予延续。',
      'To be applied for 90 to 30 working days before expiry; undecided at expiry it counts as renewed.',
    ),
    kind: 'renewal',
    licensedAs: 'device-distribution-licence',
    basis: text(
      '行政许可法第五十条；医疗器械经营监督管理办法第十六条',
      'Licensing Law, Art. 50; Measures for Medical Device Distribution, Art. 16',
    ),
    conditions: stillMet,
    materials: [form, report, businessLicence],
    window: deviceWindow,
  },
];
