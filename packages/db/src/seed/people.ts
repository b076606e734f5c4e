import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';

/** An enterprise of the demonstration; all of them are invented. */
export interface EnterpriseSeed {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly province: Province;
  readonly legalPerson: string;
  readonly address: string;
}

/** Somebody who can sign in, with the posts they hold. */
export interface PersonSeed {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly posts: readonly PostSeed[];
}

/** A post in a unit, or for an enterprise when the role is APP. */
export interface PostSeed {
  readonly id: string;
  readonly role: Role;
  readonly province: Province;
  readonly place: string;
}

const id = (kind: string, n: number): string => `00000000-0000-4000-8${kind}-${String(n).padStart(12, '0')}`;

/** Of the market regulator of 巴南区, counted among the districts. */
const LIAISON_BODY_OF_BANAN = id('e01', 13);

/** Of the cosmetics maker whose licence is about to be renewed. */
export const COSMETICS_ENTERPRISE = id('e00', 1);

export const enterprises: readonly EnterpriseSeed[] = [
  {
    ...{ id: COSMETICS_ENTERPRISE, name: '重庆沐岚日化有限公司', creditCode: '91500107MA5UQ7K28A', province: 'CQ' },
    ...{ legalPerson: '岳清远', address: '重庆市九龙坡区石杨路演示园3号' },
  },
  {
    ...{ id: id('e00', 2), name: '重庆万和安大药房有限公司', creditCode: '91500103MA60T3XC24', province: 'CQ' },
    ...{ legalPerson: '邹万和', address: '重庆市渝中区演示街18号' },
  },
  {
    ...{ id: id('e00', 3), name: '重庆铂衡医疗器械有限公司', creditCode: '91500112MA5YR9G19G', province: 'CQ' },
    ...{ legalPerson: '简柏衡', address: '重庆市渝北区演示大道66号' },
  },
  {
    ...{ id: id('e00', 4), name: '成都锦澄生物科技有限公司', creditCode: '91510100MA6CN8W423', province: 'SC' },
    ...{ legalPerson: '卓锦澄', address: '成都市高新区演示路9号' },
  },
  {
    ...{ id: id('e00', 5), name: '重庆禾颂化妆品有限公司', creditCode: '91500106MA609W4Q2Y', province: 'CQ' },
    ...{ legalPerson: '贺颂安', address: '重庆市沙坪坝区演示西路12号' },
  },
  {
    ...{ id: id('e00', 6), name: '重庆青屿药房有限公司', creditCode: '91500105MA5YKLPW4H', province: 'CQ' },
    ...{ legalPerson: '韦青川', address: '重庆市江北区演示正街7号' },
  },
  {
    ...{ id: id('e00', 7), name: '重庆云岫健康科技有限公司', creditCode: '91500112MA5UA17C3G', province: 'CQ' },
    ...{ legalPerson: '穆云深', address: '重庆市渝北区演示大道108号' },
  },
  {
    ...{ id: id('e00', 8), name: '重庆康堤大药房连锁有限公司', creditCode: '91500108MA60BA3X4Y', province: 'CQ' },
    ...{ legalPerson: '康以宁', address: '重庆市南岸区演示南路21号' },
  },
  {
    ...{ id: id('e00', 9), name: '重庆岚桥医疗器械有限公司', creditCode: '91500109MA5U8HP88G', province: 'CQ' },
    ...{ legalPerson: '乔岚生', address: '重庆市北碚区演示工业园5号' },
  },
  {
    ...{ id: id('e00', 10), name: '重庆素笺日化有限公司', creditCode: '91500107MA60WLF13G', province: 'CQ' },
    ...{ legalPerson: '简素秋', address: '重庆市九龙坡区演示园15号' },
  },
  {
    ...{ id: id('e00', 11), name: '重庆知衡网络科技有限公司', creditCode: '91500103MA600LTA1F', province: 'CQ' },
    ...{ legalPerson: '衡知远', address: '重庆市渝中区演示街96号' },
  },
  {
    ...{ id: id('e00', 12), name: '重庆橙屿便利连锁有限公司', creditCode: '91500105MA5UP4G885', province: 'CQ' },
    ...{ legalPerson: '程予', address: '重庆市江北区演示北路33号' },
  },
  {
    ...{ id: id('e00', 13), name: '重庆朗晴药房有限公司', creditCode: '91500112MA5YHRDW8X', province: 'CQ' },
    ...{ legalPerson: '郎晴川', address: '重庆市渝北区演示中街40号' },
  },
  {
    ...{ id: id('e00', 14), name: '重庆问津互联网科技有限公司', creditCode: '91500106MA5U21DU5L', province: 'CQ' },
    ...{ legalPerson: '文津', address: '重庆市沙坪坝区演示科技园2号' },
  },
  {
    ...{ id: id('e00', 15), name: '重庆南浦医药零售有限公司', creditCode: '91500108MA612K9520', province: 'CQ' },
    ...{ legalPerson: '蒲南山', address: '重庆市南岸区演示滨江路9号' },
  },
  {
    ...{ id: id('e00', 16), name: '重庆言阙信息技术有限公司', creditCode: '91500107MA61L77E11', province: 'CQ' },
    ...{ legalPerson: '颜阙', address: '重庆市九龙坡区演示数码城6号' },
  },
  {
    ...{ id: id('e00', 17), name: '重庆拾棠药房有限公司', creditCode: '91500105MA60QJGH29', province: 'CQ' },
    ...{ legalPerson: '石棠', address: '重庆市江北区演示老街28号' },
  },
  {
    ...{ id: id('e00', 18), name: '重庆闻溪药房有限公司', creditCode: '91500109MA61N4T694', province: 'CQ' },
    ...{ legalPerson: '闻溪', address: '重庆市北碚区演示东路17号' },
  },
  {
    ...{ id: id('e00', 19), name: '成都栖禾药房有限公司', creditCode: '91510104MA6CLU8223', province: 'SC' },
    ...{ legalPerson: '戚禾', address: '成都市锦江区演示巷11号' },
  },
  {
    ...{ id: id('e00', 20), name: '泸州沅芷日化有限公司', creditCode: '91510502MA6AEF4934', province: 'SC' },
    ...{ legalPerson: '袁芷', address: '泸州市江阳区演示园8号' },
  },
  {
    ...{ id: id('e00', 21), name: '重庆青樾药业有限公司', creditCode: '91500115MA7QYE21X2', province: 'CQ' },
    ...{ legalPerson: '樊青', address: '重庆市长寿区演示化工园2号' },
  },
];

let posts = 0;
const post = (role: Role, province: Province, place: string): PostSeed => {
  posts += 1;
  return { id: id('b00', posts), role, province, place };
};
const inUnit = (role: Role, unit: string): PostSeed => post(role, unit.startsWith('cq') ? 'CQ' : 'SC', unit);

let persons = 0;
const person = (user: string, name: string, ...held: readonly PostSeed[]): PersonSeed => {
  persons += 1;
  return { id: id('a00', persons), user, name, posts: held };
};
const agent = (user: string, name: string, nth: number): PersonSeed => {
  const enterprise = enterprises[nth - 1];
  if (enterprise === undefined) throw new RangeError(`no enterprise ${nth}`);
  return person(user, name, post('APP', enterprise.province, enterprise.id));
};

// New people go to the end: ids are counted.
export const people: readonly PersonSeed[] = [
  agent('mulan', '余可心', 1),
  agent('wanhe', '方少棠', 2),
  agent('boheng', '陆知行', 3),
  person('zhoumin', '周敏', inUnit('OFF', 'cq-permits'), inUnit('DISP', 'cq-inspectorate-2')),
  person('qinli', '秦立', inUnit('SEC', 'cq-permits')),
  person('hejing', '何静', inUnit('WIN', 'cq-service-centre')),
  person('tangyue', '唐越', inUnit('OFF', 'cq-permits')),
  person('pengchuan', '彭川', inUnit('DISP', 'cq-inspectorate-2')),
  person('shenmu', '申牧', inUnit('INS', 'cq-inspectorate-2')),
  person('guolan', '郭岚', inUnit('LEG', 'cq-legal')),
  person('baiyang', '白扬', inUnit('CRD', 'cq-credit')),
  person('jianghe', '江鹤', inUnit('DL', 'cq-leaders')),
  person('luwen', '陆闻', inUnit('BMO', 'cq-leaders')),
  person('yeqing', '叶青', inUnit('SUP', 'cq-performance')),
  person('admin', '宋工', inUnit('ADM', 'cq-information')),
  agent('jincheng', '尹小满', 4),
  person('sc-window', '蒲雨', inUnit('WIN', 'sc-service-centre')),
  person('sc-officer', '邓一舟', inUnit('OFF', 'sc-permits')),
  person('sc-head', '罗成玉', inUnit('SEC', 'sc-permits')),
  person('sc-inspector', '牟天', inUnit('DISP', 'sc-inspectorate-2')),
  person('sc-supervisor', '覃朗', inUnit('SUP', 'sc-performance')),
  // A second legal reviewer: who gave notice does not chair the hearing.
  person('xiezhi', '谢知', inUnit('LEG', 'cq-legal')),
  person('gaolin', '高临', inUnit('HEAD', 'cq-leaders')),
  person('sc-director', '戴岳', inUnit('HEAD', 'sc-leaders')),
  person('sc-deputy', '章映川', inUnit('DL', 'sc-leaders')),
  // A second administrator: who proposes a change of the calendar does not approve it.
  person('lushan', '卢杉', inUnit('ADM', 'cq-information')),
  person('xujian', '许鉴', inUnit('AUD', 'cq-audit')),
  person('sc-auditor', '柯明澈', inUnit('AUD', 'sc-audit')),
  // Inspectors enough to draw a team from.
  person('luqiao', '陆樵', inUnit('INS', 'cq-inspectorate-2')),
  person('baishu', '柏舒', inUnit('INS', 'cq-inspectorate-2')),
  person('wenjing', '温静', inUnit('INS', 'cq-inspectorate-2')),
  person('mengze', '孟泽', inUnit('INS', 'cq-inspectorate-2')),
  person('xiaoyi', '萧依', inUnit('INS', 'cq-inspectorate-2')),
  // The same in Sichuan.
  person('sc-lead', '汪砚秋', inUnit('INS', 'sc-inspectorate-2')),
  person('sc-quyuan', '曲沅', inUnit('INS', 'sc-inspectorate-2')),
  person('sc-shixuan', '时萱', inUnit('INS', 'sc-inspectorate-2')),
  person('sc-fanyu', '樊屿', inUnit('INS', 'sc-inspectorate-2')),
  // Liaison with the districts: the section, the regional units with their heads, and those for industry elsewhere.
  person('fuxiaolan', '傅晓岚', inUnit('TECH', 'cq-standards')),
  person('jianglei', '蒋蕾', inUnit('RLO', 'cq-review-centre')),
  person('shuyan', '舒岩', inUnit('DLO', 'cq-review-centre')),
  person('chengyi', '程漪', inUnit('SEC', 'cq-review-centre')),
  person('kuangyuan', '邝远', inUnit('DLO', 'cq-inspectorate-2'), inUnit('RLO', 'cq-inspectorate-2')),
  person('weilan', '韦岚', inUnit('SEC', 'cq-inspectorate-2')),
  ...([1, 3, 4] as const).flatMap((nth) => [
    person(
      `liaison-${nth}`,
      ['', '苗舒', '', '古月', '麦冬'][nth] ?? '',
      inUnit('DLO', `cq-inspectorate-${nth}`),
      inUnit('RLO', `cq-inspectorate-${nth}`),
    ),
    person(`head-${nth}`, ['', '聂远', '', '柴桑', '尚川'][nth] ?? '', inUnit('SEC', `cq-inspectorate-${nth}`)),
  ]),
  person('yinghe', '应禾', inUnit('ILO', 'cq-permits')),
  person('zhuge', '祝歌', inUnit('ILO', 'cq-legal')),
  person('legal-head', '洪律', inUnit('SEC', 'cq-legal')),
  // The liaison officer of a district, with an account of their own.
  person('banan', '巴小楠', post('DIST', 'CQ', LIAISON_BODY_OF_BANAN)),
  // Two reviewers: who asks for a longer review does not approve it.
  person('sutang', '苏棠', inUnit('REV', 'cq-review-centre')),
  person('fangzhou', '方洲', inUnit('REV', 'cq-review-centre')),
  person('sc-reviewer', '简宁', inUnit('REV', 'sc-review-centre')),
  // Who works with the other bureau: the desk that answers its letters, and the own side of the joint office.
  person('qiaoan', '乔安', inUnit('PSC', 'cq-cooperation')),
  person('yanheng', '严衡', inUnit('JO', 'cq-joint-office')),
  person('sc-partner', '伍清和', inUnit('PSC', 'sc-cooperation')),
  person('sc-joint', '骆明川', inUnit('JO', 'sc-joint-office')),
  // Of the pharmaceutical company that makes its varieties in the other province.
  agent('qingyue', '姜樾', 21),
];
