import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import { needsFactor } from '@lianban/domain/second-factor';
import type { Text } from '@lianban/domain/text';
import type { Scope } from '@lianban/db/queries/scope';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { FactorSetting } from './policy.ts';

/** A post that somebody holds today, with its place: a unit, or an enterprise for an applicant. */
export interface HeldPost {
  readonly id: string;
  readonly role: Role;
  readonly province: Province;
  readonly unitId: string | null;
  readonly enterpriseId: string | null;
  readonly place: Text;
}

/** Who asks: a person acting in exactly one of their posts. */
export interface Identity {
  readonly person: { readonly id: string; readonly name: string };
  readonly post: HeldPost;
  readonly posts: readonly HeldPost[];
  readonly enterprise: { readonly id: string; readonly name: string; readonly creditCode: string } | null;
  /** The session in which they ask. */
  readonly session: {
    readonly id: string;
    /** It may do nothing but change the password. */
    readonly mustChangePassword: boolean;
    /** Its person has set up a second factor. */
    readonly hasFactor: boolean;
    /** They have proven who they are a short while ago. */
    readonly isProven: boolean;
  };
}

/** The identity as the record keeps it with every act. */
export const actorOf = ({ person, post }: Identity): Actor => ({
  personId: person.id,
  postId: post.id,
  role: post.role,
});

/** The identity as a row scope of the queries. */
export const scopeOf = ({ post }: Identity): Scope => ({
  role: post.role,
  province: post.province,
  unitIds: post.unitId === null ? [] : [post.unitId],
  enterpriseId: post.enterpriseId,
});

/** Whether they may do nothing but set up the second factor that one of their posts needs. */
export const mustSetUpFactor = ({ posts, session }: Identity, setting: FactorSetting): boolean =>
  setting === 'required' && !session.hasFactor && needsFactor(posts.map(({ role }) => role));
