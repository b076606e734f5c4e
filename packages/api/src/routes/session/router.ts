import { router } from '../../trpc.ts';
import { changePassword } from './change-password.ts';
import { entrance } from './entrance.ts';
import { factor } from './factor.ts';
import { list } from './list.ts';
import { me } from './me.ts';
import { offerFactor } from './offer-factor.ts';
import { passwordRules } from './password-rules.ts';
import { removeFactor } from './remove-factor.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { revoke } from './revoke.ts';
import { setUpFactor } from './set-up-factor.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { stepUp } from './step-up.ts';
import { usePost } from './use-post.ts';

/** Who is signed in, in which post they act, how they prove who they are, and what they may do about it. */
export const sessionRoutes = router({
  ...{ me, entrance, signIn, signOut, usePost, stepUp, list, revoke, changePassword, passwordRules },
  ...{ factor, offerFactor, setUpFactor, removeFactor, renewRecoveryCodes },
});
