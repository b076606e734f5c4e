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
];
