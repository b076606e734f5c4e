import type { Rule } from '@lianban/domain/rule';
import type { z } from 'zod';
import type { rulesView as schema } from '../views/supervise.ts';
import { ruleTitles } from './rule-titles.ts';

/** The rule table as administrators see it. */
export const rulesView = (rules: readonly Rule[]): z.infer<typeof schema> =>
  rules.map((rule) => ({ ...rule, title: ruleTitles[rule.key] }));
