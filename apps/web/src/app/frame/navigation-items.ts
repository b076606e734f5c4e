import type { Audience } from '../session.tsx';

/** Figures that stand beside an entry of the navigation. */
export type Figure = 'duties' | 'overdue';

const duties = { to: '/inbox', title: 'inbox', figure: 'duties' } as const;
const cases = { to: '/cases', title: 'cases' } as const;

/** What each audience finds in its navigation, in this order. */
export const navigationItems = {
  officer: [duties, cases],
  enterprise: [
    { to: '/apply', title: 'apply' },
    { to: '/applications', title: 'applications' },
    { to: '/my-duties', title: 'duties', figure: 'duties' },
    { to: '/track', title: 'track' },
  ],
  supervisor: [
    { to: '/supervise', title: 'supervise' },
    { to: '/supervise/overdue', title: 'overdue', figure: 'overdue' },
    cases,
  ],
  administrator: [
    { to: '/admin/operations', title: 'operations' },
    { to: '/admin/calendar', title: 'calendar' },
    { to: '/admin/rules', title: 'rules' },
    { to: '/admin/organisation', title: 'organisation' },
  ],
  auditor: [{ to: '/audit', title: 'audit' }],
} as const satisfies Record<Audience, readonly { to: string; title: string; figure?: Figure }[]>;
