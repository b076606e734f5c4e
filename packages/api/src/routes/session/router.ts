import { router } from '../../trpc.ts';
import { beginLink } from './begin-link.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { beginStepUp } from './begin-step-up.ts';
import { changePassword } from './change-password.ts';
import { completeLink } from './complete-link.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { completeStepUp } from './complete-step-up.ts';
import { entrance } from './entrance.ts';
import { factor } from './factor.ts';
import { identities } from './identities.ts';
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
import { unlinkIdentity } from './unlink-identity.ts';
import { usePost } from './use-post.ts';

/** Who is signed in, in which post they act, how they prove who they are, and what they may do about it. */
export const sessionRoutes = router({
  ...{ me, entrance, signIn, signOut, usePost, stepUp, list, revoke, changePassword, passwordRules },
  ...{ factor, offerFactor, setUpFactor, removeFactor, renewRecoveryCodes },
  ...{ beginSignIn, completeSignIn, beginLink, completeLink, beginStepUp, completeStepUp, identities, unlinkIdentity },
});
