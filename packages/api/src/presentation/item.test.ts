import { civilDate } from '@lianban/domain/civil-date';
import { items } from '@lianban/domain/items';
import { rules } from '@lianban/domain/rules';
import { describe, expect, test } from 'vitest';
import { itemView as schema } from '../views/application.ts';
import { itemTerms, itemView, type ItemView } from './item.ts';

const on = civilDate('2026-06-30');
const viewOf = (code: string, day = on): ItemView => {
  const item = items.find((row) => row.code === code && row.province === 'CQ');
  if (item === undefined) throw new Error(`no item ${code}`);
  return itemView(item, itemTerms(item, { on: day, rules }));
};
const limitsOf = (code: string): readonly string[] => viewOf(code).limits.map(({ key }) => key);

describe('itemView', () => {
  test.each(items.map((item) => [`${item.code} of ${item.province}`, item] as const))('shows %s', (_, item) => {
    expect(() => schema.parse(itemView(item, itemTerms(item, { on, rules })))).not.toThrow();
  });

  test('speaks of commitment only where it applies', () => {
    expect(limitsOf('device-production-licence')).toEqual([
      'permit.intake',
      'permit.supplement.applicant',
      'permit.decide',
      'permit.deliver',
    ]);
  });

  test('names window, rectification and promised conditions only for items that have them', () => {
    expect(limitsOf('otc-retail')).toEqual(
      expect.arrayContaining(['commit.verify.window', 'commit.rectify', 'commit.conditions.extend']),
    );
    const renewal = limitsOf('cosmetics-production-renewal');
    expect(renewal).toContain('commit.decide');
    expect(renewal).not.toContain('commit.verify.window');
    expect(renewal).not.toContain('commit.rectify');
    expect(renewal).not.toContain('commit.conditions.extend');
  });

  test('says of each number whether it is law, and takes that of the item before the general one', () => {
    const limits = new Map(viewOf('cosmetics-production-renewal').limits.map((limit) => [limit.key, limit]));
    expect(limits.get('permit.decide')).toMatchObject({ limit: { workingDays: 10 }, mark: 'law' });
    expect(limits.get('commit.decide')).toMatchObject({ limit: { workingDays: 1 }, mark: 'design' });
    const window = viewOf('otc-retail').limits.find(({ key }) => key === 'commit.verify.window');
    expect(window).toMatchObject({ limit: { months: 3 }, mark: 'uncertain' });
  });

  test('leaves out a limit for which no rule is in force on the day', () => {
    const early = viewOf('otc-retail', civilDate('2019-05-01')).limits.map(({ key }) => key);
    expect(early).toContain('permit.decide');
    expect(early).not.toContain('commit.decide');
  });

  test('names the procedure of its own that an item takes, and none where the ordinary one handles it', () => {
    expect(viewOf('device-parallel-issue').ownProcedure?.zh).toBe('医疗器械注册与生产许可并联审批');
    expect(viewOf('device-production-licence').ownProcedure).toBeNull();
    expect(viewOf('otc-retail').ownProcedure).toBeNull();
  });
});
