import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { enterprises, people, type EnterpriseSeed, type PersonSeed } from './people.ts';

/** An id of the demonstration; those of people, posts and enterprises are counted in the same form. */
export const demoId = (kind: string, n: number): string => `00000000-0000-4000-8${kind}-${String(n).padStart(12, '0')}`;

/** Somebody who acts in a life, by the name that the record keeps. */
export interface Player {
  readonly name: string;
  readonly actor: Actor;
}

/** Agents of the enterprises without an account, by the number of the enterprise. They cannot sign in. */
const agentNames: Readonly<Record<number, string>> = {
  ...{ 5: '苏见秋', 6: '孟初晴', 7: '毕书遥', 8: '谷雨时', 9: '宁致和', 10: '柳如茵', 11: '霍思齐', 12: '喻丹橙' },
  ...{ 13: '安小禾', 14: '闻子墨', 15: '舒望', 16: '骆言', 17: '温如棠', 18: '席采薇', 19: '冉栖', 20: '符兰' },
};

/** Ids of agents are counted from here, well above those of people with an account. */
const FIRST_AGENT = 100;

/** The persons and posts of the enterprises without an account, as rows. */
export const agents = Object.entries(agentNames).map(([nth, name]) => {
  const { id: enterpriseId, province } = enterpriseOf(Number(nth));
  const n = FIRST_AGENT + Number(nth);
  return { person: { id: demoId('a00', n), name }, post: { id: demoId('b00', n), enterpriseId, province } };
});

/** The enterprise of that number, counted from 1. @throws RangeError */
export function enterpriseOf(nth: number): EnterpriseSeed {
  const enterprise = enterprises[nth - 1];
  if (enterprise === undefined) throw new RangeError(`no enterprise ${nth}`);
  return enterprise;
}

/** Who acts for an enterprise. @throws RangeError when nobody does. */
export function agentOf(enterpriseId: string): Player {
  const agent = agents.find(({ post }) => post.enterpriseId === enterpriseId);
  if (agent !== undefined) {
    const { person, post } = agent;
    return { name: person.name, actor: { personId: person.id, postId: post.id, role: 'APP' } };
  }
  const known = people.find(({ posts }) => posts.some(({ place }) => place === enterpriseId));
  if (known === undefined) throw new RangeError(`nobody acts for ${enterpriseId}`);
  return playerFrom(known, 'APP');
}

/** Who does the work of a role when a life names nobody. */
const usual: Readonly<Record<Province, Readonly<Partial<Record<Role, string>>>>> = {
  CQ: {
    ...{ WIN: 'hejing', OFF: 'zhoumin', SEC: 'qinli', REV: 'sutang', DISP: 'pengchuan', INS: 'shenmu', LEG: 'guolan' },
    ...{ CRD: 'baiyang', DL: 'jianghe', BMO: 'luwen', TECH: 'fuxiaolan', HEAD: 'gaolin' },
    ...{ PSC: 'qiaoan', JO: 'yanheng' },
  },
  SC: {
    ...{ WIN: 'sc-window', OFF: 'sc-officer', SEC: 'sc-head', REV: 'sc-reviewer', DISP: 'sc-inspector' },
    ...{ INS: 'sc-lead', DL: 'sc-deputy', PSC: 'sc-partner', JO: 'sc-joint' },
  },
};

/** Who answers a duty of that role, by user name or as usual there. @throws RangeError when that person does not hold the role. */
export function officerFor(role: Role, province: Province, user = usual[province][role]): Player {
  const person = people.find((known) => known.user === user);
  if (person === undefined) throw new RangeError(`nobody holds ${role} in ${province}`);
  return playerFrom(person, role);
}

/** The colleague who goes along where two officers are needed. @throws RangeError when nobody does. */
export function secondOfficerOf({ name }: Player): { readonly personId: string; readonly name: string } {
  const second = people.find((known) => known.user === seconds[name]);
  if (second === undefined) throw new RangeError(`nobody goes along with ${name}`);
  return { personId: second.id, name: second.name };
}

const seconds: Readonly<Record<string, string>> = {
  周敏: 'tangyue',
  唐越: 'zhoumin',
  申牧: 'pengchuan',
  汪砚秋: 'sc-quyuan',
};

function playerFrom({ id: personId, name, posts }: PersonSeed, role: Role): Player {
  const post = posts.find((held) => held.role === role);
  if (post === undefined) throw new RangeError(`${name} does not hold ${role}`);
  return { name, actor: { personId, postId: post.id, role } };
}
