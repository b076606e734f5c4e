import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { queryClient, trpc } from './api.ts';

/** Ends the session here, and goes on to end the one at the identity provider where that is where it came from. */
export function useSignOut() {
  const router = useRouter();
  return useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async ({ goOn }) => {
        if (goOn === null) await router.navigate({ to: '/sign-in' });
        else location.assign(goOn);
        queryClient.clear();
      },
    }),
  );
}
