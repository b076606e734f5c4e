import { router } from '../../trpc.ts';
import { me } from './me.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { usePost } from './use-post.ts';

/** Who is signed in and in which post they act. */
export const sessionRoutes = router({ me, signIn, signOut, usePost });
