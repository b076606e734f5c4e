import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { loadWords } from '../locales/index.ts';
import { NotFound } from './NotFound.tsx';
import { Root } from './Root.tsx';
import { ErrorState } from '../elements/states/ErrorState.tsx';
import { Loading } from '../elements/states/Loading.tsx';
import { Frame } from './frame/Frame.tsx';
import { FirstFrame, PublicFrame } from './frame/PublicFrame.tsx';
import {
  applyAsks,
  auditAsks,
  calendarAsks,
  caseAsks,
  casesAsks,
  inboxAsks,
  ledgerAsks,
  procedureAsks,
  proposeAsks,
  providerReturnAsks,
  signInAsks,
  trackAsks,
} from './search-params.ts';
import { audienceOf, homeOf, readMe } from './session.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const me = await readMe();
    if (me?.mustChangePassword) throw redirect({ to: '/first-password' });
    if (me?.mustSetUpFactor) throw redirect({ to: '/first-factor' });
    throw redirect({ to: me ? homeOf[audienceOf(me.post.role)] : '/sign-in' });
  },
});

const open = createRoute({ getParentRoute: () => root, id: 'public', component: PublicFrame });

const signIn = createRoute({
  getParentRoute: () => open,
  path: '/sign-in',
  validateSearch: signInAsks,
  loader: () => loadWords('sign-in'),
  component: lazyRouteComponent(() => import('../features/sign-in/SignInPage.tsx')),
});

const track = createRoute({
  getParentRoute: () => open,
  path: '/track',
  validateSearch: trackAsks,
  loader: () => loadWords('tracking'),
  component: lazyRouteComponent(() => import('../features/tracking/TrackingPage.tsx')),
});

/** Pages between the sign-in and the console: whoever is there has come in already, or is coming. */
const first = createRoute({ getParentRoute: () => root, id: 'first', component: FirstFrame });

const providerReturn = createRoute({
  getParentRoute: () => first,
  path: '/provider-return',
  validateSearch: providerReturnAsks,
  loader: () => loadWords('sign-in'),
  component: lazyRouteComponent(() => import('../features/sign-in/ProviderReturnPage.tsx')),
});

const firstPassword = createRoute({
  getParentRoute: () => first,
  path: '/first-password',
  beforeLoad: async () => {
    const me = await readMe();
    if (!me?.mustChangePassword) throw redirect({ to: '/' });
  },
  loader: () => loadWords('account'),
  component: lazyRouteComponent(() => import('../features/account/FirstPasswordPage.tsx')),
});

const firstFactor = createRoute({
  getParentRoute: () => first,
  path: '/first-factor',
  beforeLoad: async () => {
    const me = await readMe();
    if (!me?.mustSetUpFactor || me.mustChangePassword) throw redirect({ to: '/' });
  },
  loader: () => loadWords('account'),
  component: lazyRouteComponent(() => import('../features/account/FirstFactorPage.tsx')),
});

/** Pages for signed-in people; anybody else is sent to the sign-in and back again. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ location }) => {
    const me = await readMe();
    if (!me) throw redirect({ to: '/sign-in', search: { from: location.href } });
    if (me.mustChangePassword) throw redirect({ to: '/first-password' });
    if (me.mustSetUpFactor) throw redirect({ to: '/first-factor' });
  },
});

const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  loader: () => loadWords('account'),
  component: lazyRouteComponent(() => import('../features/account/AccountPage.tsx')),
});

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  validateSearch: inboxAsks,
  loader: () => loadWords('inbox', 'involvement'),
  component: lazyRouteComponent(() => import('../features/inbox/InboxPage.tsx')),
});

const standIn = createRoute({
  getParentRoute: () => frame,
  path: '/stand-in',
  loader: () => loadWords('stand-in'),
  component: lazyRouteComponent(() => import('../features/stand-in/StandInPage.tsx')),
});

const cases = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: casesAsks,
  loader: () => loadWords('cases'),
  component: lazyRouteComponent(() => import('../features/cases/CasesPage.tsx')),
});

const procedures = createRoute({
  getParentRoute: () => frame,
  path: '/procedures',
  loader: () => loadWords('procedures'),
  component: lazyRouteComponent(() => import('../features/procedures/ProceduresPage.tsx')),
});

const procedurePage = createRoute({
  getParentRoute: () => frame,
  path: '/procedures/$procedure/$edition',
  validateSearch: procedureAsks,
  loader: () => loadWords('procedures'),
  component: lazyRouteComponent(() => import('../features/procedures/ProcedurePage.tsx')),
});

const emergency = createRoute({
  getParentRoute: () => frame,
  path: '/emergency',
  loader: () => loadWords('emergency'),
  component: lazyRouteComponent(() => import('../features/emergency/EmergencyPage.tsx')),
});

const supervise = createRoute({
  getParentRoute: () => frame,
  path: '/supervise',
  loader: () => loadWords('supervise'),
  component: lazyRouteComponent(() => import('../features/supervise/SupervisePage.tsx')),
});

const overdue = createRoute({
  getParentRoute: () => frame,
  path: '/supervise/overdue',
  loader: () => loadWords('supervise'),
  component: lazyRouteComponent(() => import('../features/supervise/OverduePage.tsx')),
});

const rules = createRoute({
  getParentRoute: () => frame,
  path: '/admin/rules',
  loader: () => loadWords('admin'),
  component: lazyRouteComponent(() => import('../features/admin/RulesPage.tsx')),
});

const operations = createRoute({
  getParentRoute: () => frame,
  path: '/admin/operations',
  loader: () => loadWords('admin'),
  component: lazyRouteComponent(() => import('../features/admin/OperationsPage.tsx')),
});

const organisation = createRoute({
  getParentRoute: () => frame,
  path: '/admin/organisation',
  loader: () => loadWords('organisation'),
  component: lazyRouteComponent(() => import('../features/organisation/OrganisationPage.tsx')),
});

const enterprises = createRoute({
  getParentRoute: () => frame,
  path: '/admin/organisation/enterprises',
  loader: () => loadWords('organisation'),
  component: lazyRouteComponent(() => import('../features/organisation/EnterprisesPage.tsx')),
});

const pools = createRoute({
  getParentRoute: () => frame,
  path: '/admin/organisation/pools',
  loader: () => loadWords('organisation'),
  component: lazyRouteComponent(() => import('../features/organisation/PoolsPage.tsx')),
});

const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/admin/calendar',
  validateSearch: calendarAsks,
  loader: () => loadWords('calendar'),
  component: lazyRouteComponent(() => import('../features/calendar/CalendarPage.tsx')),
});

const propose = createRoute({
  getParentRoute: () => frame,
  path: '/admin/calendar/new',
  validateSearch: proposeAsks,
  loader: () => loadWords('calendar'),
  component: lazyRouteComponent(() => import('../features/calendar/ProposePage.tsx')),
});

const revision = createRoute({
  getParentRoute: () => frame,
  path: '/admin/calendar/$revisionId',
  loader: () => loadWords('calendar'),
  component: lazyRouteComponent(() => import('../features/calendar/RevisionPage.tsx')),
});

const registerRequest = createRoute({
  getParentRoute: () => frame,
  path: '/liaison/new',
  loader: () => loadWords('liaison'),
  component: lazyRouteComponent(() => import('../features/liaison/RegisterPage.tsx')),
});

const ledgers = createRoute({
  getParentRoute: () => frame,
  path: '/liaison/ledgers',
  validateSearch: ledgerAsks,
  loader: () => loadWords('liaison'),
  component: lazyRouteComponent(() => import('../features/liaison/LedgersPage.tsx')),
});

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: auditAsks,
  loader: () => loadWords('audit'),
  component: lazyRouteComponent(() => import('../features/audit/AuditPage.tsx')),
});

/** Pages with forms: antd is loaded with the first of them. */
const forms = createRoute({
  getParentRoute: () => frame,
  id: 'forms',
  component: lazyRouteComponent(() => import('./AntdScope.tsx')),
});

const casePage = createRoute({
  getParentRoute: () => forms,
  path: '/cases/$caseId',
  validateSearch: caseAsks,
  loader: () => loadWords('case', 'involvement', 'team'),
  component: lazyRouteComponent(() => import('../features/case/CasePage.tsx')),
});

const applyPage = lazyRouteComponent(() => import('../features/apply/ApplyPage.tsx'));

const apply = createRoute({
  getParentRoute: () => forms,
  path: '/apply',
  validateSearch: applyAsks,
  loader: () => loadWords('apply'),
  component: applyPage,
});

const draft = createRoute({
  getParentRoute: () => forms,
  path: '/apply/$draftId',
  loader: () => loadWords('apply'),
  component: applyPage,
});

const applications = createRoute({
  getParentRoute: () => frame,
  path: '/applications',
  loader: () => loadWords('mine'),
  component: lazyRouteComponent(() => import('../features/mine/MyApplicationsPage.tsx')),
});

const duties = createRoute({
  getParentRoute: () => frame,
  path: '/my-duties',
  loader: () => loadWords('mine'),
  component: lazyRouteComponent(() => import('../features/mine/MyDutiesPage.tsx')),
});

/** Addresses of the console. Every page is a chunk of its own. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    open.addChildren([signIn, track]),
    first.addChildren([providerReturn, firstPassword, firstFactor]),
    frame.addChildren([
      account,
      inbox,
      cases,
      procedures,
      procedurePage,
      standIn,
      emergency,
      supervise,
      overdue,
      rules,
      operations,
      organisation,
      enterprises,
      pools,
      calendar,
      propose,
      revision,
      audit,
      registerRequest,
      ledgers,
      applications,
      duties,
      forms.addChildren([casePage, apply, draft]),
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
