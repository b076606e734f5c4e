import { useRouter } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { queryClient, trpc } from '../../app/api.ts';
import { keepFailedSince } from '../../app/failed-since.ts';
import { audienceOf, homeOf } from '../../app/session.tsx';

type SignedIn = inferOutput<typeof trpc.session.signIn>;

/** Goes on in the session that was opened: to what has to be done first, the page that was asked for, or the start of one's audience. */
export function useEntered(): (signedIn: SignedIn, wanted: string | null) => void {
  const router = useRouter();
  return ({ failedSince, ...me }, wanted) => {
    queryClient.clear();
    queryClient.setQueryData(trpc.session.me.queryKey(), me);
    keepFailedSince(failedSince);
    const first = me.mustChangePassword ? '/first-password' : me.mustSetUpFactor ? '/first-factor' : null;
    router.history.push(first ?? wanted ?? homeOf[audienceOf(me.post.role)]);
  };
}
