import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { useMe } from '../../../app/session.tsx';
import { Button } from '../../../elements/Button.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { Section } from '../../../elements/Section.tsx';
import { useRouteName } from '../route-name.ts';
import type { EligibilityView, ItemView, Route } from '../views.ts';

/** Opens one draft, however often the button is pressed, and goes to its first step. */
function useBegin(item: ItemView): { begin: (route: Route) => void; error: unknown; pending: boolean } {
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begun = useRef(false);
  const { mutate, error, isPending } = useMutation(
    trpc.application.draft.mutationOptions({
      onSuccess: async ({ draftId }) => {
        void queries.invalidateQueries({ queryKey: trpc.application.drafts.queryKey() });
        await navigate({ to: '/apply/$draftId', params: { draftId } });
      },
      onError: () => {
        begun.current = false;
      },
    }),
  );
  const begin = (route: Route): void => {
    if (begun.current) return;
    begun.current = true;
    mutate({ item: item.code, province: item.province, content: { route, contact: me.person.name } });
  };
  return { begin, error, pending: isPending };
}

/** The words about a route: those of the item’s own procedure where it has one. */
const wordsOf = ({ ownProcedure }: ItemView, route: Route): Route | 'own' =>
  route === 'ordinary' && ownProcedure ? 'own' : route;

/** The routes, side by side: what each asks for and gives. One that is closed says why; the first open one has the solid button. */
export function Routes(props: {
  readonly item: ItemView;
  readonly eligibility: EligibilityView;
  readonly mayBegin: boolean;
}): ReactNode {
  const { item, eligibility, mayBegin } = props;
  const { t } = useTranslation('apply');
  const nameOf = useRouteName();
  const { begin, error, pending } = useBegin(item);
  const shown: readonly Route[] = item.byCommitment ? ['commitment', 'ordinary'] : ['ordinary'];
  const first = shown.find((route) => eligibility.routes.includes(route));
  return (
    <Section title={t('routes')}>
      <ul className="apply-routes">
        {shown.map((route) => {
          const open = eligibility.routes.includes(route);
          return (
            <li key={route} className="apply-route">
              <h3>{nameOf(item, route)}</h3>
              <p>{t(`${wordsOf(item, route)}Means`)}</p>
              <Button
                look={mayBegin && route === first ? 'solid' : 'outlined'}
                unavailable={!open}
                aria-describedby={open ? undefined : `closed-${route}`}
                aria-busy={pending}
                onClick={() => begin(route)}
              >
                {t(`${wordsOf(item, route)}Begin`)}
              </Button>
              {!open && (
                <p id={`closed-${route}`} className="apply-note">
                  {t(eligibility.routes.length > 0 ? 'routeClosedOther' : 'routeClosedNow')}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <ErrorText error={error} />
    </Section>
  );
}
