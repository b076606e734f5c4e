import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { roles } from '@lianban/domain/role';
import { z } from 'zod';
import type { Services } from '../context.ts';
import { civilDateView, provinceView, roleView, textView } from '../views/basics.ts';
import { mustSetUpFactor, type HeldPost, type Identity } from './identity.ts';

const postView = z.object({
  id: z.string(),
  role: roleView,
  roleTitle: textView,
  /** Unit, or the enterprise for an applicant. */
  unit: textView,
  province: provinceView,
  /** Whose post it is and until when, where the person stands in for somebody else; and whether for all of it. */
  standingIn: z.object({ name: z.string(), until: civilDateView, isWhole: z.boolean() }).nullable(),
});

/** The signed-in person as the console knows them. */
export const meView = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  post: postView,
  posts: z.array(postView),
  enterprise: z.object({ id: z.string(), name: z.string(), creditCode: z.string() }).nullable(),
  /** The password has to be changed before anything else can be done. */
  mustChangePassword: z.boolean(),
  /** The second factor has to be set up before anything else can be done. */
  mustSetUpFactor: z.boolean(),
  today: civilDateView,
  /** The installation shows invented people and cases. */
  demo: z.boolean(),
});

const shownPost = ({ id, role, province, place, standingIn }: HeldPost): z.infer<typeof postView> => ({
  id,
  role,
  province,
  roleTitle: roles[role],
  unit: place,
  standingIn:
    standingIn === undefined
      ? null
      : { name: standingIn.for.name, until: standingIn.until, isWhole: standingIn.matters === null },
});

/** What the installation is like, for what its people are shown. */
export type Installation = Pick<Services, 'demo' | 'secondFactor'>;

/** The identity as it is shown to its person. */
export const meOf = (identity: Identity, { demo, secondFactor }: Installation): z.infer<typeof meView> => {
  const { person, post, posts, enterprise, session } = identity;
  return {
    person,
    post: shownPost(post),
    posts: posts.map(shownPost),
    enterprise,
    mustChangePassword: session.mustChangePassword,
    mustSetUpFactor: mustSetUpFactor(identity, secondFactor),
    today: civilDateOf(instant(Date.now())),
    demo,
  };
};
