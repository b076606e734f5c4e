import { civilDate } from './civil-date.ts';
import type { Item, Material } from './item.ts';
import { parallelItems } from './parallel-items.ts';
import { deviceProductionCourse, productionItems } from './production-items.ts';
import { provinces, type Province } from './province.ts';
import { text, type Text } from './text.ts';

const material = (key: string, need: Material['need'], title: Text): Material => ({ key, need, title });

const form = material('application-form', 'required', text('申请表', 'Application form'));
/** Obtained by data sharing: the applicant may not be asked for it (国务院令716第7条). */
const businessLicence = material(
  'business-licence',
  'waived',
  text('营业执照（共享数据获取）', 'Business licence (from shared data)'),
);

type Blueprint = Omit<Item, 'province' | 'edition'>;

const cosmeticsRenewal: Blueprint = {
  code: 'cosmetics-production-renewal',
  title: text('化妆品生产许可证延续', 'Renewal of a cosmetics production licence'),
  summary: text(
    '承诺仍符合化妆品生产许可条件的，自受理之日起10个工作日内换发新证。所列材料为本系统整理，以办事指南为准。',
    'A new licence within 10 working days of acceptance, on the commitment that the conditions are still met. The list of materials is ours; the service guide prevails.',
  ),
  kind: 'renewal',
  byCommitment: true,
  field: 'cosmetics',
  basis: text('化妆品生产经营监督管理办法第九条、第二十条至第二十二条', 'Measures for Cosmetics, Arts 9 and 20–22'),
  conditions: [
    text('依法设立的企业', 'A lawfully established enterprise'),
    text(
      '生产场地与品种、数量和许可项目相适应，与污染源保持规定距离',
      'Premises that suit products, quantity and licensed units, away from pollution',
    ),
    text(
      '生产设施设备相适应且布局合理，空气净化、水处理等符合规定',
      'Suitable equipment and layout; air and water treatment as prescribed',
    ),
    text('有相适应的技术人员', 'Suitable technical staff'),
    text('有能检验所产化妆品的检验人员和检验设备', 'Staff and equipment able to test the products'),
    text('有保证化妆品质量安全的管理制度', 'A management system that ensures quality and safety'),
  ],
  materials: [
    form,
    material(
      'conditions-statement',
      'required',
      text('生产许可条件自查说明', 'Self-assessment of the licensing conditions'),
    ),
    material('old-licence', 'waived', text('原化妆品生产许可证（系统调取）', 'Existing licence (from the register)')),
    businessLicence,
  ],
  window: { earliest: { workingDays: 90 }, latest: { workingDays: 30 } },
  verification: { mode: 'on-site', windowed: false, rectifiable: false },
  laterConditions: false,
  licence: { title: text('化妆品生产许可证', 'Cosmetics production licence'), series: '妆', validYears: 5 },
  effectiveFrom: civilDate('2022-01-01'),
  effectiveTo: null,
};

const otcRetail: Blueprint = {
  code: 'otc-retail',
  title: text('药品零售许可（仅经营乙类非处方药）', 'Drug retail licence, class-B OTC only'),
  summary: text(
    '告知承诺当日颁证，颁证后核查。核查期、条件与材料尚未核对现行规章原文，川渝目录是否列入亦待核实。',
    'Licence on the day of the commitment, verified afterwards. Window, conditions and materials are not yet checked against the rule in force, nor is its place in the catalogue.',
  ),
  kind: 'issue',
  byCommitment: true,
  field: 'drug',
  basis: text(
    '药品经营和使用质量监督管理办法（条款待核实）',
    'Measures for the Quality of Drug Distribution and Use (articles unverified)',
  ),
  conditions: [
    text('有经过药品管理培训的业务人员（待核实）', 'Staff trained in the handling of drugs (unverified)'),
    text(
      '有与经营规模相适应的营业场所、设备和卫生环境（待核实）',
      'Premises, equipment and hygiene that suit the business (unverified)',
    ),
    text('有保证药品质量的规章制度（待核实）', 'Rules that ensure the quality of the drugs (unverified)'),
  ],
  materials: [
    form,
    material('premises-plan', 'required', text('营业场所平面布置图', 'Plan of the premises')),
    material('staff-training', 'later', text('人员培训材料', 'Evidence of staff training')),
    businessLicence,
  ],
  window: null,
  verification: { mode: 'on-site', windowed: true, rectifiable: true },
  laterConditions: true,
  licence: { title: text('药品经营许可证', 'Drug distribution licence'), series: '药零', validYears: 5 },
  effectiveFrom: civilDate('2024-01-01'),
  effectiveTo: null,
};

const drugInformation: Blueprint = {
  code: 'drug-information-service',
  title: text('互联网药品信息服务审批', 'Approval of an internet drug information service'),
  summary: text(
    '凭承诺发证，两个月内以数据比对核查。川渝告知承诺目录与核查期未见公开文本，为本系统暂定。',
    'Granted on commitment and verified by data within two months. Neither the catalogue nor the window of Sichuan–Chongqing was found; both are ours for now.',
  ),
  kind: 'issue',
  byCommitment: true,
  field: 'other',
  basis: text(
    '互联网药品信息服务管理办法第十一条、第十三条、第十七条',
    'Measures for Internet Drug Information Services, Arts 11, 13 and 17',
  ),
  conditions: [
    text('依法设立的企事业单位或者其他组织', 'A lawfully established enterprise, institution or other organisation'),
    text('有与业务相适应的专业人员、设施及制度', 'Staff, facilities and rules that suit the service'),
    text(
      '有两名以上熟悉药品、医疗器械法规和专业知识的人员或者技术人员',
      'At least two persons versed in drug and device law and science',
    ),
  ],
  materials: [
    form,
    material('domain-certificate', 'required', text('网站域名注册证明', 'Proof of domain registration')),
    material('columns', 'required', text('网站栏目设置说明', 'Description of the sections of the site')),
    material('security', 'required', text('网络与信息安全保障措施', 'Network and information security measures')),
    material('staff', 'later', text('专业技术人员学历或者资格证明', 'Qualifications of the technical staff')),
    businessLicence,
  ],
  window: null,
  verification: { mode: 'data', windowed: true, rectifiable: true },
  laterConditions: false,
  licence: {
    title: text('互联网药品信息服务资格证书', 'Internet drug information service certificate'),
    series: '药信',
    validYears: 5,
  },
  effectiveFrom: civilDate('2023-12-01'),
  effectiveTo: null,
};

const deviceProduction: Blueprint = {
  code: 'device-production-licence',
  title: text('第二类、第三类医疗器械生产许可', 'Production licence for class II and III medical devices'),
  summary: text(
    '按一般程序审查和现场核查，自受理之日起20个工作日内决定，整改时间不计。',
    'Ordinary procedure with review and on-site check; decision within 20 working days of acceptance, rectification not counted.',
  ),
  kind: 'issue',
  byCommitment: false,
  field: 'device',
  basis: text('医疗器械生产监督管理办法第九条至第十四条', 'Measures for Medical Device Production, Arts 9–14'),
  conditions: [
    text(
      '有相适应的生产场地、环境条件、生产设备以及专业技术人员',
      'Suitable premises, environment, equipment and technical staff',
    ),
    text('有质量检验机构或者专职检验人员以及检验设备', 'A testing unit or full-time testers, with equipment'),
    text('有保证医疗器械质量的管理制度', 'A management system that ensures quality'),
    text('有相适应的售后服务能力', 'Suitable after-sales service'),
    text('符合产品研制、生产工艺文件规定的要求', 'Production as the development and process documents require'),
  ],
  materials: [
    form,
    material('technical-requirements', 'required', text('产品技术要求', 'Technical requirements of the product')),
    material(
      'key-staff',
      'required',
      text('生产、质量和技术负责人材料', 'Documents on the heads of production, quality and technology'),
    ),
    material(
      'staff-list',
      'required',
      text('生产管理、质量检验岗位人员一览表', 'List of production and testing staff'),
    ),
    material('premises', 'required', text('生产场地文件', 'Documents on the premises')),
    material(
      'equipment-list',
      'required',
      text('主要生产设备和检验设备目录', 'List of main production and testing equipment'),
    ),
    material('quality-manual', 'required', text('质量手册和程序文件目录', 'Quality manual and list of procedures')),
    material('process-chart', 'required', text('生产工艺流程图', 'Production flow chart')),
    material('after-sales', 'required', text('售后服务能力材料', 'Evidence of after-sales service')),
    material('authorisation', 'required', text('经办人授权文件', 'Authorisation of the agent')),
    material(
      'registration-certificate',
      'waived',
      text('医疗器械注册证（联网核查）', 'Device registration certificate (checked online)'),
    ),
    businessLicence,
  ],
  window: null,
  verification: { mode: 'on-site', windowed: false, rectifiable: true },
  laterConditions: false,
  course: deviceProductionCourse,
  licence: { title: text('医疗器械生产许可证', 'Medical device production licence'), series: '械生', validYears: 5 },
  effectiveFrom: civilDate('2022-05-01'),
  effectiveTo: null,
};

const blueprints = [cosmeticsRenewal, otcRetail, drugInformation, deviceProduction, ...productionItems];

const both = Object.keys(provinces) as Province[]; // the keys of that very table

const inProvince = (province: Province, blueprint: Blueprint): Item => ({
  ...blueprint,
  ...{ province, edition: blueprint.effectiveFrom.slice(0, 7) },
});

/** The catalogue of items as it is first installed: the same under the same rules in both provinces, but for what one of them alone has. */
export const items: readonly Item[] = [
  ...both.flatMap((province) => blueprints.map((blueprint) => inProvince(province, blueprint))),
  ...parallelItems.map((blueprint) => inProvince('CQ', blueprint)),
];
