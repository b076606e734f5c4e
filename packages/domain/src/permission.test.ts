import { expect, test } from 'vitest';
import { mayCall, rowScope, type Action } from './permission.ts';
import { roles, type Role } from './role.ts';

const everyRole = Object.keys(roles) as Role[];
const officers: readonly Role[] = [
  'WIN',
  'OFF',
  'SEC',
  'REV',
  'DISP',
  'INS',
  'LEG',
  'CRD',
  'DL',
  'HEAD',
  'BMO',
  'TECH',
  'RLO',
  'DLO',
  'ILO',
  'PSC',
  'JO',
];
const outside: readonly Role[] = ['DIST'];
const rolesThatMay = (action: Action) => everyRole.filter((role) => mayCall(role, action));

test.each<[Action, readonly Role[]]>([
  ['application.draft', ['APP']],
  ['application.submit', ['APP']],
  ['application.list', ['APP', 'DIST']],
  ['application.withdraw', ['APP']],
  ['duty.inbox', ['APP', ...officers, ...outside]],
  ['duty.answer', ['APP', ...officers, ...outside]],
  ['duty.answerBatch', officers],
  ['duty.retract', officers],
  ['duty.claim', officers],
  ['duty.release', officers],
  ['case.list', [...officers, 'SUP']],
  ['case.page', ['APP', ...officers, ...outside, 'SUP', 'ADM']],
  ['case.timeline', ['APP', ...officers, ...outside, 'SUP', 'ADM']],
  ['supervise.due', ['SUP']],
  ['supervise.overdue', ['SUP']],
  ['supervise.urge', ['SEC', 'DL', 'HEAD', 'TECH', 'SUP']],
  ['liaison.register', ['APP', 'TECH', 'RLO', 'DLO', 'ILO', 'DIST']],
  ['liaison.unitLedger', ['SEC', 'DL', 'HEAD', 'TECH', 'RLO', 'DLO', 'ILO', 'SUP']],
  ['liaison.regionalLedger', ['SEC', 'DL', 'HEAD', 'TECH', 'RLO', 'DLO', 'ILO', 'SUP']],
  ['liaison.bureauLedger', ['DL', 'HEAD', 'TECH', 'SUP']],
  ['liaison.exportLedger', ['SEC', 'DL', 'HEAD', 'TECH', 'RLO', 'DLO', 'ILO', 'SUP']],
  ['message.list', ['APP', ...officers, ...outside, 'SUP', 'ADM', 'AUD']],
  ['message.read', ['APP', ...officers, ...outside, 'SUP', 'ADM', 'AUD']],
  ['admin.rules', ['ADM']],
  ['admin.operations', ['ADM']],
  ['audit.search', ['AUD']],
  ['audit.export', ['AUD']],
  ['live.events', ['APP', ...officers, ...outside, 'SUP', 'ADM', 'AUD']],
])('%s is for %j', (action, allowed) => {
  expect(rolesThatMay(action)).toEqual(allowed);
});

test('who watches or administers decides nothing', () => {
  for (const role of ['SUP', 'ADM', 'AUD', 'CLK'] as const) expect(mayCall(role, 'duty.answer')).toBe(false);
});

test('what is not in the table is refused', () => {
  expect(rolesThatMay('session.elevate' as Action)).toEqual([]);
});

test('an enterprise and the liaison body of a district see their own, an office its province', () => {
  expect(rowScope('APP')).toBe('own-enterprise');
  expect(rowScope('DIST')).toBe('own-enterprise');
  for (const role of officers) expect(rowScope(role)).toBe('own-province');
});
