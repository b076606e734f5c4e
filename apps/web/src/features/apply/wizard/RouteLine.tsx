import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../../elements/dates.ts';
import { Button } from '../../../elements/Button.tsx';
import { useText } from '../../../locales/index.ts';
import { useRouteName } from '../route-name.ts';
import type { Route } from '../views.ts';
import { noticeChanged, routeOf } from './draft-content.ts';
import type { WizardState } from './wizard-state.ts';

/** The route of the draft and the way to the other one; what was restored; and that the notice or the route has changed. */
export function RouteLine({ state: { open, steps, gaps } }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const nameOf = useRouteName();
  const { draft, restored } = open;
  const route = routeOf(draft);
  const closed = gaps.some(({ reason }) => reason === 'routeClosed');
  const other: Route = route === 'commitment' ? 'ordinary' : 'commitment';
  const otherOpen = draft.eligibility.routes.includes(other);
  return (
    <>
      <p className="wizard-route">
        <span>{t('routeNow', { route: nameOf(draft.item, route) })}</span>
        {otherOpen && !closed && (
          <Button look="text" small onClick={() => open.change({ route: other })}>
            {t(`${other}Instead`)}
          </Button>
        )}
      </p>
      {restored && <p className="apply-strip">{t('restored', { time: timeOfDay(restored.at) })}</p>}
      {closed && (
        <div className="apply-strip apply-strip-warning" role="status" id="route" tabIndex={-1}>
          <p>
            <strong>{t(otherOpen ? 'routeClosedOther' : 'routeClosedNow')}</strong>{' '}
            {draft.eligibility.reasons.map(text).join(' ')}
          </p>
          {otherOpen && (
            <Button small onClick={() => open.change({ route: other })}>
              {t(`${other}Instead`)}
            </Button>
          )}
        </div>
      )}
      {noticeChanged(draft) && route === 'commitment' && (
        <div className="apply-strip apply-strip-warning" role="status">
          <p>
            <strong>{t('noticeChangedTitle')}</strong>{' '}
            {t('noticeChangedMeans', {
              before: draft.content.signature?.noticeVersion ?? '',
              now: draft.notice?.version ?? '',
            })}
          </p>
          {steps.step !== 'commitment' && (
            <Button small onClick={() => steps.go('commitment')}>
              {t('readAndSign')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
