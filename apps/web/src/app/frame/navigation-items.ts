import { mayCall, type Action } from '@lianban/domain/permission';
import type { Audience, Me } from '../session.tsx';

/** Figures that stand beside an entry of the navigation. */
export type Figure = 'duties' | 'overdue';

const duties = { to: '/inbox', title: 'inbox', figure: 'duties' } as const;
const cases = { to: '/cases', title: 'cases' } as const;
const procedures = { to: '/procedures', title: 'procedures' } as const;
const emergency = { to: '/emergency', title: 'emergency' } as const;

const register = { to: '/liaison/new', title: 'register' } as const;
const ledgers = { to: '/liaison/ledgers', title: 'ledgers' } as const;

/** What each audience finds in its navigation, in this order. */
export const navigationItems = {
  officer: [duties, register, ledgers, cases, procedures, { to: '/stand-in', title: 'standIn' }, emergency],
  enterprise: [
    { to: '/apply', title: 'apply' },
    register,
    { to: '/applications', title: 'applications' },
    { to: '/my-duties', title: 'duties', figure: 'duties' },
    { to: '/track', title: 'track' },
  ],
  supervisor: [
    { to: '/supervise', title: 'supervise' },
    { to: '/supervise/overdue', title: 'overdue', figure: 'overdue' },
    ledgers,
    cases,
    procedures,
    emergency,
  ],
  administrator: [
    { to: '/admin/operations', title: 'operations' },
    { to: '/admin/calendar', title: 'calendar' },
    { to: '/admin/rules', title: 'rules' },
    procedures,
    { to: '/admin/organisation', title: 'organisation' },
  ],
  auditor: [{ to: '/audit', title: 'audit' }],
} as const satisfies Record<Audience, readonly { to: string; title: string; figure?: Figure }[]>;

/** What an entry leads to that not every post of its audience may ask for. */
const needed: Readonly<Record<string, Action>> = {
  '/apply': 'application.draft',
  '/liaison/new': 'liaison.register',
  '/liaison/ledgers': 'liaison.unitLedger',
};

/** Whether the post finds the entry in its navigation. Requests are put to the bureau of Chongqing, whose document they rest on. */
export const isFor = ({ role, province }: Pick<Me['post'], 'role' | 'province'>, to: string): boolean => {
  const action = needed[to];
  if (action === undefined) return true;
  return mayCall(role, action) && (province === 'CQ' || !to.startsWith('/liaison/'));
};
