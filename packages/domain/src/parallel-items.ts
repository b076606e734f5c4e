import { civilDate } from './civil-date.ts';
import { plainCourse, type Course, type Item, type Material } from './item.ts';
import { text, type Text } from './text.ts';

type Blueprint = Omit<Item, 'province' | 'edition'>;

const required = (key: string, title: Text): Material => ({ key, need: 'required', title });
const ours = text(
  '所列材料为本系统整理，以办事指南为准。',
  'The list of materials is ours; the service guide prevails.',
);
const told = (zh: string, en: string): Text => text(`${zh}${ours.zh}`, `${en} ${ours.en}`);

/** Verified and inspected in one visit; only rectification is left out of the clock of the licence (总局令53第13条). */
const course: Course = {
  ...plainCourse,
  inspection: 'required',
  conclusions: 'DEVICE_QMS',
  notCounted: ['rectification'],
  curable: ['registration-certificate'],
  registration: 'provincial',
};

const shared = {
  ...{ byCommitment: false, laterConditions: false, effectiveTo: null, window: null },
  field: 'device',
  procedure: 'parallel-registration-licensing',
  closedBy: 'rectificationOverdue',
  course,
  verification: { mode: 'on-site', windowed: false, rectifiable: true },
  basis: text(
    '医疗器械注册与备案管理办法；医疗器械生产监督管理办法第十三条；重庆市并联审批措施（2022年3月11日起）',
    'Measures for Device Registration; Measures for Device Production, Art. 13; parallel approval in Chongqing from 11 March 2022',
  ),
  licence: { title: text('医疗器械生产许可证', 'Medical device production licence'), series: '械生', validYears: 5 },
  effectiveFrom: civilDate('2022-03-11'),
  conditions: [
    text('自行生产，不属于委托生产', 'Own production: entrusted production is excluded'),
    text('没有因逾期未整改被记录', 'No record of a rectification that was not made in time'),
    text(
      '产品研制、临床评价和检验资料真实完整',
      'True and complete data on development, clinical evaluation and tests',
    ),
    text('质量管理体系与产品相适应', 'A quality system that suits the product'),
  ],
} as const;

const files = [
  required('parallel-form', text('并联审批申请表', 'Application form for parallel approval')),
  required('technical-requirements', text('产品技术要求', 'Technical requirements of the product')),
  required('test-report', text('产品检验报告', 'Test report of the product')),
  required('clinical-evaluation', text('临床评价资料', 'Clinical evaluation')),
  required('quality-system', text('质量管理体系文件', 'Documents of the quality system')),
  required('licence-form', text('生产许可申请资料', 'Application for the production licence')),
];
/** What is missing when the licence is applied for, and comes of itself with the registration (容缺受理). */
const certificate: Material = {
  key: 'registration-certificate',
  need: 'later',
  title: text(
    '医疗器械注册证（容缺，注册后由系统取得）',
    'Registration certificate, which follows from the registration',
  ),
};
const oldLicence: Material = {
  key: 'old-licence',
  need: 'waived',
  title: text('原医疗器械生产许可证（系统调取）', 'Existing production licence (from the register)'),
};

/** Items of the parallel approval (并联审批): registration and production licence of a device side by side, in Chongqing alone. */
export const parallelItems: readonly Blueprint[] = [
  {
    ...shared,
    code: 'device-parallel-issue',
    title: text(
      '第二类医疗器械首次注册与生产许可核发并联审批',
      'Class II device: first registration and production licence',
    ),
    summary: told(
      '注册与生产许可一并申请：许可容缺预收，体系核查与现场检查合并，同时发证。由企业自愿选择。',
      'Registration and licence applied for at once: the licence is taken in ahead, verified in one visit and issued together. The choice is yours.',
    ),
    kind: 'issue',
    materials: [...files, certificate],
  },
  {
    ...shared,
    code: 'device-parallel-first-change',
    title: text(
      '第二类医疗器械首次注册与生产许可变更并联审批',
      'Class II device: first registration and change of the licence',
    ),
    summary: told(
      '已有生产许可的企业首次注册新产品，同时变更生产范围。',
      'For holders of a production licence who register a new product and add it to their scope.',
    ),
    kind: 'change',
    licensedAs: 'device-production-licence',
    materials: [...files, certificate, oldLicence],
  },
  {
    ...shared,
    code: 'device-parallel-change',
    title: text(
      '第二类医疗器械注册变更与生产许可变更并联审批',
      'Class II device: change of the registration and of the licence',
    ),
    summary: told('注册证与生产许可同时变更。', 'Registration and licence are changed together.'),
    kind: 'change',
    licensedAs: 'device-production-licence',
    materials: [...files, certificate, oldLicence],
  },
  {
    ...shared,
    code: 'device-parallel-national',
    title: text(
      '第三类医疗器械注册核查与生产许可核发并联审批',
      'Class III device: verification and production licence',
    ),
    summary: told(
      '注册由国家药监局审评审批，本市依通知开展体系核查，并联办理生产许可。经市药监局同意适用。',
      'The registration is reviewed by the nation; the municipality verifies when told to and handles the licence alongside, if it accepts the case.',
    ),
    kind: 'issue',
    course: { ...course, registration: 'national' },
    materials: [...files, certificate],
  },
];
