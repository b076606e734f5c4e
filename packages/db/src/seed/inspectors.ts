import type { PoolName } from '@lianban/domain/organisation';
import { provinces, type Province } from '@lianban/domain/province';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { demoId, enterpriseOf } from './cast.ts';
import { people } from './people.ts';

/** Somebody in a pool of a bureau, with one certificate if there is any. */
interface MemberSeed {
  readonly pool: PoolName;
  readonly province: Province;
  /** Account; null for somebody from outside, by name. */
  readonly user: string | null;
  readonly name: string;
  /** Where a liaison officer is at work: code of the district. */
  readonly district?: string;
  readonly certificate?: Certificate;
}

interface Certificate {
  readonly kind: string;
  readonly level: string;
  /** Last day; null when it names none. */
  readonly validTo: string | null;
}

const DRUG = '药品检查员';
const ALL_FIELDS = '药品、医疗器械、化妆品检查员';
const SINCE = '2024-01-01';

const certified = (kind: string, level: string, validTo: string | null = null): Certificate => ({
  kind,
  level,
  validTo,
});
// eslint-disable-next-line max-params -- a line of a pool reads like one of a list
const inspector = (province: Province, user: string | null, name: string, certificate: Certificate): MemberSeed => ({
  ...{ pool: 'inspector', province, user, name, certificate },
});
const expert = (province: Province, name: string, kind: string): MemberSeed => ({
  ...{ pool: 'expert', province, user: null, name, certificate: certified(kind, '高级') },
});
// eslint-disable-next-line max-params -- the same
const liaison = (province: Province, user: string | null, name: string, district: string): MemberSeed => ({
  ...{ pool: 'liaison', province, user, name, district },
});

/** The pools of both bureaus, with somebody for nearly every reason to be left out of a draw. New members go to the end: ids are counted. */
export const inspectors: readonly MemberSeed[] = [
  inspector('CQ', 'shenmu', '申牧', certified(ALL_FIELDS, '高级')),
  inspector('CQ', 'pengchuan', '彭川', certified('药品、化妆品检查员', '中级')),
  inspector('CQ', 'luqiao', '陆樵', certified(DRUG, '中级')),
  inspector('CQ', 'baishu', '柏舒', certified(DRUG, '初级')),
  inspector('CQ', 'wenjing', '温静', certified('医疗器械检查员', '中级')),
  inspector('CQ', 'mengze', '孟泽', certified(DRUG, '初级', '2025-12-31')),
  inspector('CQ', 'xiaoyi', '萧依', certified(DRUG, '中级')),
  // Decides on licences, and so does not verify them.
  inspector('CQ', 'qinli', '秦立', certified(DRUG, '高级')),
  inspector('CQ', null, '童彦', certified(DRUG, '高级')),
  inspector('SC', 'sc-lead', '汪砚秋', certified(ALL_FIELDS, '高级')),
  inspector('SC', 'sc-inspector', '牟天', certified('药品、化妆品检查员', '中级')),
  inspector('SC', 'sc-quyuan', '曲沅', certified(DRUG, '中级')),
  inspector('SC', 'sc-shixuan', '时萱', certified('医疗器械检查员', '中级')),
  inspector('SC', 'sc-fanyu', '樊屿', certified(DRUG, '初级', '2025-12-31')),
  // Decides on licences there.
  inspector('SC', 'sc-head', '罗成玉', certified(DRUG, '高级')),
  expert('CQ', '俞铮', '药品生产质量管理专家'),
  expert('CQ', '邵怀谨', '医疗器械临床评价专家'),
  expert('SC', '蓝若川', '药品生产质量管理专家'),
  expert('SC', '岑知白', '化妆品安全评估专家'),
  liaison('CQ', 'shuyan', '舒岩', '500113'),
  liaison('CQ', 'kuangyuan', '邝远', '500112'),
  liaison('SC', null, '祝予安', '510100'),
  liaison('SC', null, '庞路', '510500'),
];

/** Whose relatives work where, by the number of the enterprise. */
const interests = [{ user: 'xiaoyi', enterprise: 12, kind: 'relative', note: '配偶在该企业任门店店长。' }] as const;

/** Ids of people from outside are counted from here. */
const FIRST_OUTSIDER = 300;
const outsiders = inspectors.filter(({ user }) => user === null);

/** The person of an account, or from outside by name. @throws RangeError */
function idOf({ user, name }: Pick<MemberSeed, 'user' | 'name'>): string {
  if (user === null) return demoId('a00', FIRST_OUTSIDER + outsiders.findIndex((one) => one.name === name));
  const person = people.find((known) => known.user === user);
  if (person === undefined) throw new RangeError(`nobody is called ${user}`);
  return person.id;
}

/** Installs the pools of inspectors, experts and liaison officers and what binds people to enterprises. Repeatable: what is there stays as it is. */
export async function seedInspectors(pool: Pool): Promise<void> {
  for (const outsider of outsiders)
    await select(pool, {
      text: 'INSERT INTO person (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      values: [idOf(outsider), outsider.name],
    });
  for (const [at, member] of inspectors.entries()) await seedMember(pool, member, at + 1);
  for (const [at, interest] of interests.entries()) await seedInterest(pool, interest, at + 1);
}

async function seedMember(pool: Pool, member: MemberSeed, number: number): Promise<void> {
  const { province, district = null, certificate } = member;
  const id = demoId('f00', number);
  await select(pool, {
    text: 'INSERT INTO pool_member (id, pool, province, person_id, district_id, since) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
    values: [id, member.pool, province, idOf(member), district, SINCE],
  });
  if (certificate === undefined) return;
  const { kind, level, validTo } = certificate;
  const printed = `${provinces[province].prefix}检${String(number).padStart(4, '0')}`;
  await select(pool, {
    text: `INSERT INTO qualification (id, member_id, kind, level, certificate_number, valid_from, valid_to)
      SELECT $1, m.id, $3, $4, $5, $6, $7 FROM pool_member m WHERE m.id = $2 ON CONFLICT DO NOTHING`,
    values: [demoId('f01', number), id, kind, level, printed, SINCE, validTo],
  });
}

async function seedInterest(
  pool: Pool,
  { user, enterprise, kind, note }: (typeof interests)[number],
  number: number,
): Promise<void> {
  const [id, person] = [demoId('f02', number), idOf({ user, name: '' })];
  await select(pool, {
    text: `INSERT INTO interest (id, person_id, enterprise_id, province, kind, entered_at, entered_by)
      VALUES ($1, $2, $3, 'CQ', $4, now(), $2) ON CONFLICT DO NOTHING`,
    values: [id, person, enterpriseOf(enterprise).id, kind],
  });
  await select(pool, {
    text: `INSERT INTO interest_note (interest_id, person_id, province, note) VALUES ($1, $2, 'CQ', $3) ON CONFLICT DO NOTHING`,
    values: [id, person, note],
  });
}
