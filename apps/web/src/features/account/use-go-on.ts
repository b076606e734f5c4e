import { useRouter } from '@tanstack/react-router';
import { queryClient, trpc } from '../../app/api.ts';

/** Goes to the start once what had to be done first is done; what is asked for next stands there. */
export function useGoOn(): () => Promise<void> {
  const router = useRouter();
  return async () => {
    await queryClient.fetchQuery(trpc.session.me.queryOptions(undefined, { staleTime: 0 })); // no page here reads it
    await router.navigate({ to: '/' });
  };
}
