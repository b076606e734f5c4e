import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhyHost } from '../../elements/why/WhyHost.tsx';
import { LiveEvents, LiveRegion } from '../live.tsx';
import { audienceOf, useMaybeMe, type Audience } from '../session.tsx';
import { Connection } from './Connection.tsx';
import { FailedSince } from './FailedSince.tsx';
import { Navigation } from './Navigation.tsx';
import { StandingIn } from './StandingIn.tsx';
import { TopBar } from './TopBar.tsx';
import './frame.css';

/** Moves the reading position to the page's content after a change of page, as a browser does for a new document. */
function useFocusOnNewPage(): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

function Shell({ audience }: { readonly audience: Audience }): ReactNode {
  const { t } = useTranslation('frame');
  const main = useFocusOnNewPage();
  return (
    <div className={`frame frame-${audience}`}>
      <WhyHost>
        <a href="#main" className="skip-link">
          {t('skip')}
        </a>
        <TopBar audience={audience} />
        {audience !== 'enterprise' && <Navigation audience={audience} />}
        <main id="main" ref={main} tabIndex={-1} className="main">
          <Connection />
          <FailedSince />
          <StandingIn />
          <Outlet />
        </main>
        <LiveRegion />
      </WhyHost>
    </div>
  );
}

const SIGN_IN = '/sign-in';

/** Frame of the signed-in pages: top bar, navigation by audience, content, live region. A session that ends leads back to the sign-in. */
export function Frame(): ReactNode {
  const me = useMaybeMe();
  const { href: from, pathname } = useRouterState({ select: ({ location }) => location });
  // The frame stands until the sign-in has been loaded; nobody is to come back to the sign-in from there.
  if (!me) return pathname === SIGN_IN ? null : <Navigate to={SIGN_IN} search={{ from }} replace />;
  return (
    <LiveEvents key={me.post.id}>
      <Shell audience={audienceOf(me.post.role)} />
    </LiveEvents>
  );
}
