import { router } from '../../trpc.ts';
import { changePassword } from './change-password.ts';
import { list } from './list.ts';
import { me } from './me.ts';
import { passwordRules } from './password-rules.ts';
import { revoke } from './revoke.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { usePost } from './use-post.ts';

/** Who is signed in, in which post they act, and what they may do about their sessions and password. */
export const sessionRoutes = router({ me, signIn, signOut, usePost, list, revoke, changePassword, passwordRules });
