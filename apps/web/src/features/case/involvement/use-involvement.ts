import { isOutside } from '@lianban/domain/role';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../../app/api.ts';
import { useMe } from '../../../app/session.tsx';
import type { InvolvementView } from '../../../elements/involvement/views.ts';

/** Who works on the case, inside the agency; applicants never ask. */
export function useInvolvement(caseId: string) {
  const { post } = useMe();
  return useQuery({ ...trpc.involvement.ofCase.queryOptions({ caseId }), enabled: !isOutside(post.role) });
}

/** The sheet that stands beside a duty, and the colleague who prepares it. */
export function standingOf(work: InvolvementView | undefined, duty: string) {
  const stands = new Set(['waiting', 'agreed', 'refused']);
  const sheet = work?.sheets.find((one) => one.duty === duty && stands.has(one.state)) ?? null;
  const delegate =
    work?.requests.find((one) => one.duty === duty && one.kind === 'delegate' && one.state === 'open') ?? null;
  return { sheet, delegate };
}
