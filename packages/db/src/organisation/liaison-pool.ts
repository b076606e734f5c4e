import { TODAY } from './held-posts.ts';

/** SQL: the role is one of a liaison officer, whose people are kept in a pool (渝药监〔2024〕69号, 三（三）). */
export const isLiaisonRole = (role: string): string => `${role} IN ('RLO', 'DLO', 'ILO')`;

/** SQL: the person was in the pool of liaison officers and is in it no more; whoever never was in it is not asked. */
export const hasLeftPool = (person: string): string =>
  `(EXISTS (SELECT FROM pool_member m WHERE m.person_id = ${person} AND m.pool = 'liaison')
    AND NOT EXISTS (SELECT FROM pool_member m WHERE m.person_id = ${person} AND m.pool = 'liaison' AND (m.until IS NULL OR m.until >= ${TODAY})))`;
