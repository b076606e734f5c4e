import { defectGrades } from '@lianban/domain/inspection';
import type { Field, RowValue } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';

const number = {
  name: 'number',
  label: text('序号', 'No.'),
  kind: { type: 'line', maxLength: 20 },
  required: true,
} as const;

/** Defects as an inspection found them: number, clause, grade and evidence of each. */
export const defects = {
  name: 'defects',
  label: text('缺陷项目', 'Defects'),
  kind: {
    type: 'rows',
    maxItems: 100,
    columns: [
      number,
      { name: 'clause', label: text('条款', 'Clause'), kind: { type: 'line', maxLength: 100 }, required: true },
      {
        name: 'grade',
        label: text('等级', 'Grade'),
        kind: { type: 'choice', options: Object.entries(defectGrades).map(([value, label]) => ({ value, label })) },
        required: true,
      },
      {
        name: 'evidence',
        label: text('事实与证据', 'Facts and evidence'),
        kind: { type: 'prose', maxLength: 1000 },
        required: true,
      },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

/** The same where an inspection may have found none. */
export const anyDefects = { ...defects, required: false } as const satisfies Field;

/** What the enterprise did about each defect (CAPA). */
export const measures = {
  name: 'measures',
  label: text('逐项整改措施', 'Measures, defect by defect'),
  kind: {
    type: 'rows',
    maxItems: 100,
    columns: [
      number,
      {
        name: 'measure',
        label: text('整改措施与效果', 'Measure and its effect'),
        kind: { type: 'prose', maxLength: 2000 },
        required: true,
      },
    ],
  },
  required: true,
} as const satisfies Field;

/** What cannot be finished in time: a plan with a day for each. */
export const planned = {
  name: 'planned',
  label: text('整改计划（未完成项）', 'Rectification plan for what is unfinished'),
  kind: {
    type: 'rows',
    maxItems: 20,
    columns: [number, { name: 'until', label: text('完成日期', 'Done by'), kind: { type: 'date' }, required: true }],
  },
  required: false,
  flow: true,
} as const satisfies Field;

/** What the reviewer found, defect by defect. */
export const results = {
  name: 'results',
  label: text('逐项审核结果', 'Results, defect by defect'),
  kind: {
    type: 'rows',
    maxItems: 100,
    columns: [
      number,
      {
        name: 'result',
        label: text('结果', 'Result'),
        kind: {
          type: 'choice',
          options: [
            { value: 'passed', label: text('通过', 'Passed') },
            { value: 'failed', label: text('不通过', 'Not passed') },
            { value: 'onSite', label: text('需现场复查', 'To be checked on the spot') },
          ],
        },
        required: true,
      },
    ],
  },
  required: true,
} as const satisfies Field;

/** Whether any of the defects is critical: such an inspection fails unless the grade is lowered by whoever sent it. */
export const isCritical = (found: readonly RowValue[]): boolean => found.some(({ grade }) => grade === 'critical');
