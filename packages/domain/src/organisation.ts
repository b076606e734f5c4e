import { text, type Text } from './text.ts';

/** As what somebody acts for an enterprise; who is not its legal representative needs an authority letter (许可法29). */
export type Capacity = 'agent' | 'legalRepresentative' | 'authorisedRepresentative';

/** What each capacity is called. */
export const capacities = {
  agent: text('经办人', 'Agent'),
  legalRepresentative: text('法定代表人', 'Legal representative'),
  authorisedRepresentative: text('代理人', 'Authorised representative'),
} as const satisfies Record<Capacity, Text>;

/** Pools of people with qualifications that a bureau draws on. */
export type PoolName = 'inspector' | 'expert' | 'liaison';

/** What each pool is called. */
export const pools = {
  inspector: text('检查员库', 'Inspectors'),
  expert: text('专家库', 'Experts'),
  liaison: text('联络员库', 'Liaison officers'),
} as const satisfies Record<PoolName, Text>;
