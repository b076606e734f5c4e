import { mayUsePassword } from '@lianban/domain/entrance';
import type { CivilDate } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import { needsFactor } from '@lianban/domain/second-factor';
import type { Matters } from '@lianban/domain/stand-in';
import type { Text } from '@lianban/domain/text';
import type { Scope } from '@lianban/db/queries/scope';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { isStaffByProvider, type Provided } from './provider/setting.ts';
import type { FactorSetting } from './policy.ts';

/** A post in which somebody may act today, with its place: a unit, or an enterprise for an applicant. */
export interface HeldPost {
  readonly id: string;
  readonly role: Role;
  readonly province: Province;
  readonly unitId: string | null;
  readonly enterpriseId: string | null;
  readonly place: Text;
  /** Absent in posts of one's own. */
  readonly standingIn?: StandingIn;
}

/** How somebody acts in a post that is somebody else's (委托代办). */
export interface StandingIn {
  /** Whose post it is. */
  readonly for: { readonly id: string; readonly name: string };
  /** The deputy's own post by which they were chosen: there they are told things. */
  readonly ownPostId: string;
  /** Last day. */
  readonly until: CivilDate;
  /** Null for the whole post. */
  readonly matters: Matters | null;
}

/** Who asks: a person acting in exactly one of their posts, or of those in which they stand in. */
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
    readonly method: 'password' | 'provider';
    /** The identity provider proved a second factor that the installation trusts. */
    readonly hasProviderFactor: boolean;
    /** They have proven who they are a short while ago. */
    readonly isProven: boolean;
  };
}

/** The identity as the record keeps it with every act. */
export const actorOf = ({ person, post }: Identity): Actor => ({
  personId: person.id,
  postId: post.id,
  role: post.role,
  ...(post.standingIn === undefined ? {} : { standingInFor: post.standingIn.for.id }),
});

/** Whose the post is in which somebody acts: what is taken in it is theirs, and theirs is seen in it. */
export const holderId = ({ person, post }: Pick<Identity, 'person' | 'post'>): string =>
  post.standingIn?.for.id ?? person.id;

/** The post in which the person is told things, also while they stand in for somebody else. */
export const mailPostId = ({ post }: Pick<Identity, 'post'>): string => post.standingIn?.ownPostId ?? post.id;

/** The identity as a row scope of the queries. */
export const scopeOf = ({ person, post }: Identity): Scope => ({
  personId: person.id,
  role: post.role,
  province: post.province,
  unitIds: post.unitId === null ? [] : [post.unitId],
  enterpriseId: post.enterpriseId,
  matters: post.standingIn?.matters ?? null,
});

/** Whether they may do nothing but set up the second factor that one of their posts needs. */
export const mustSetUpFactor = ({ posts, session }: Identity, setting: FactorSetting): boolean =>
  setting === 'required' &&
  !session.hasFactor &&
  !session.hasProviderFactor &&
  needsFactor(posts.map(({ role }) => role));

/** Whether a session may go on: not one that a password opened, once its person is an official where these come by the provider alone. */
export const mayStay = (identity: Identity | null, provider: Provided): boolean =>
  identity === null ||
  identity.session.method === 'provider' ||
  !isStaffByProvider(provider) ||
  mayUsePassword(identity.posts.map(({ role }) => role));
