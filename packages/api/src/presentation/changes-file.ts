import type { ChangeRow } from '@lianban/db/queries/revisions';
import type { Shift } from '@lianban/domain/recount';
import { csvOf } from './csv.ts';
import { changeView } from './revision.ts';

/** What becomes of a limit, as the file says it. */
const words = {
  earlier: '提前',
  later: '顺延',
  kept: '保留原定日期',
  confirmed: '由预计转为确定',
  explained: '日期不变，计算过程有变',
} as const satisfies Record<Shift, string>;

const HEAD = ['案号', '事项', '企业', '步骤', '责任单位', '变化', '原期限', '新期限'];

/** Changes as CSV for a spreadsheet, one limit a line, in Chinese as the office files it. */
export function changesFile(rows: readonly ChangeRow[]): string {
  const lines = rows.map((row) => {
    const { caseNumber, itemTitle, enterprise, what, unit, shift, from, to } = changeView(row);
    const day = ({ on, provisional }: typeof from): string => `${on ?? '停止计时'}${provisional ? '（预计）' : ''}`;
    return [caseNumber, itemTitle.zh, enterprise, what.zh, unit?.zh ?? '', words[shift], day(from), day(to)];
  });
  return csvOf([HEAD, ...lines]);
}
