import type { KnownCandidate } from '@lianban/db/stand-in/candidates';
import type { DelegationRow, InPost } from '@lianban/db/stand-in/list';
import { roles, type Role } from '@lianban/domain/role';
import { unfit, unfitWords, type Need } from '@lianban/domain/stand-in';
import { text, type Text } from '@lianban/domain/text';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { currentEditionOf, procedures } from '@lianban/workflows/procedures/registry';
import type { z } from 'zod';
import type { absencesView, deputiesView } from '../views/stand-in.ts';

type DelegationView = z.infer<typeof absencesView>['rows'][number];
type InPostView = DelegationView['principal'];

/** Somebody in a post, as it is shown. */
export const inPostView = ({ postId, name, role, place }: Omit<InPost, 'personId'>): InPostView => ({
  ...{ postId, name, roleTitle: roles[role], place },
});

/** An absence, as it is shown. */
export const delegationView = ({
  principal,
  deputy,
  kind,
  itemTitle,
  procedure,
  caseNumber,
  ...row
}: DelegationRow): DelegationView => ({
  ...row,
  principal: inPostView(principal),
  deputy: deputy === null ? null : inPostView(deputy),
  matter: matterTitle({ kind, itemTitle, procedure, caseNumber }),
});

/** What was handed over, in words; null for the whole post. */
export const matterTitle = ({
  kind,
  itemTitle,
  procedure,
  caseNumber,
}: Pick<DelegationRow, 'kind' | 'itemTitle' | 'procedure' | 'caseNumber'>): Text | null =>
  kind === 'post' ? null : (itemTitle ?? procedureTitle(procedure) ?? text(`案件 ${caseNumber}`, `Case ${caseNumber}`));

/** The procedures that can be handed over, each once. */
export const procedureChoices = (): readonly { readonly id: string; readonly title: Text }[] =>
  [...new Set(procedures.map(({ id }) => id))].flatMap((id) => {
    const title = procedureTitle(id);
    return title === null ? [] : [{ id, title }];
  });

const procedureTitle = (id: string | null): Text | null => (id === null ? null : (currentEditionOf(id)?.title ?? null));

/** Roles of which one person may not have answered steps in the same case, in either order; read from the catalogues. */
function keptApart(role: Role): ReadonlySet<Role> {
  const pairs = procedures.flatMap(({ steps }) =>
    Object.values(steps).flatMap((spec) =>
      barredBy(spec).flatMap((other) => {
        const drafted = steps[other]?.owner;
        return drafted === undefined ? [] : [[spec.owner, drafted] as const];
      }),
    ),
  );
  return new Set(pairs.flatMap(([one, other]) => (one === role ? [other] : other === role ? [one] : [])));
}

/** A candidate for somebody of that role in those days, as they are shown. */
export function deputyView(candidate: KnownCandidate, role: Role, need: Need): z.infer<typeof deputiesView>[number] {
  const reason = unfit(candidate, need);
  const apart = keptApart(role);
  return {
    ...inPostView(candidate),
    whyNot: reason === null ? null : unfitWords[reason],
    apart: candidate.roles.filter((held) => apart.has(held)).map((held) => roles[held]),
  };
}
