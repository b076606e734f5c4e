import { expect, test } from 'vitest';
import { splitAlarms, type AlarmRow } from './alarms.ts';

const alarm = (id: string, resolvedAt: string | null): AlarmRow => ({
  id,
  at: '2026-06-30T01:00:00Z',
  caseId: null,
  caseNumber: null,
  kind: 'workflowRestarted',
  what: { zh: '', en: '' },
  resolvedAt,
});

test('splitAlarms keeps an open alarm open, whatever was resolved since', () => {
  const alarms = [alarm('a', null), alarm('b', '2026-06-30T02:00:00Z'), alarm('c', null)];
  const { open, resolved } = splitAlarms(alarms);
  expect(open.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(resolved.map(({ id }) => id)).toEqual(['b']);
});
