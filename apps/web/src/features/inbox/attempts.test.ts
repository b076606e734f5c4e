import { describe, expect, test } from 'vitest';
import { attemptAll, holderNamed } from './attempts.ts';
import type { InboxRow } from './groups.ts';

const none = { zh: '', en: '' };
const row = (caseId: string): InboxRow => ({
  caseId,
  duty: 'accept',
  caseNumber: caseId,
  itemTitle: none,
  procedureTitle: none,
  enterprise: '',
  step: 'accept',
  about: null,
  stepTitle: none,
  consequence: null,
  deadline: { on: null, at: null, light: null, workingDaysLeft: null, provisional: false, clockStopped: false },
  owner: { role: 'WIN', roleTitle: none, unit: none, province: 'CQ', person: null },
  holder: 'pool',
  openedAt: '2026-06-29T01:00:00Z',
  updatedAt: '2026-06-29T01:00:00Z',
  updatedBy: null,
  updatedFor: null,
  lastAct: none,
  urged: null,
  waits: 'enterprise',
});
const refusal = (code: 'CLAIMED_BY_OTHER' | 'STALE_DUTY', detail: Readonly<Record<string, unknown>> = {}) => ({
  code,
  detail,
  text: '',
});

describe('attemptAll', () => {
  test('tries every row although one is refused, and reports in the order asked', async () => {
    const stale = refusal('STALE_DUTY');
    const attempts = await attemptAll('claim', [row('a'), row('b'), row('c')], async ({ caseId }) => {
      if (caseId === 'a') await new Promise((later) => setTimeout(later, 5));
      return caseId === 'b' ? stale : null;
    });
    expect(attempts.map(({ row: { caseId }, refused }) => [caseId, refused])).toEqual([
      ['a', null],
      ['b', stale],
      ['c', null],
    ]);
  });
  test('has at most ten under way at a time', async () => {
    let underWay = 0;
    let most = 0;
    const rows = Array.from({ length: 25 }, (_, at) => row(String(at)));
    const attempts = await attemptAll('release', rows, async () => {
      most = Math.max(most, ++underWay);
      await new Promise((later) => setTimeout(later, 1));
      underWay -= 1;
      return null;
    });
    expect(attempts).toHaveLength(25);
    expect(most).toBe(10);
  });
});

describe('holderNamed', () => {
  test('names who was quicker', () => {
    expect(holderNamed({ refused: refusal('CLAIMED_BY_OTHER', { holder: '张三' }) })).toBe('张三');
  });
  test('names nobody when the refusal does not', () => {
    expect(holderNamed({ refused: refusal('CLAIMED_BY_OTHER', { holder: null }) })).toBeNull();
    expect(holderNamed({ refused: refusal('STALE_DUTY', { holder: '张三' }) })).toBeNull();
    expect(holderNamed({ refused: null })).toBeNull();
  });
});
