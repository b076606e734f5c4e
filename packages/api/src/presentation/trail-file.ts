import { actingName } from '@lianban/domain/stand-in';
import type { TrailRow } from '@lianban/db/queries/audit-trail';
import { auditRowView } from './audit-row.ts';
import { csvOf } from './csv.ts';

const HEAD = [
  ...['时间（UTC）', '类别', '行为', '结果', '人员', '岗位', '单位', '对象', '拒绝依据', '案号', '内容'],
  ...['链', '位置', '前一行哈希', '本行哈希', '算法'],
];

const outcomes = { refused: '拒绝', done: '完成' } as const;

/** Rows of the trail as CSV for a spreadsheet, in Chinese as the office files it, with what is needed to follow the chains. */
export const trailFile = (rows: readonly TrailRow[]): string => csvOf([HEAD, ...rows.map(auditRowView).map(cellsOf)]);

function cellsOf(row: ReturnType<typeof auditRowView>): readonly string[] {
  const { who, details } = row;
  const content = details.map(({ name, title, value }) => `${title?.zh ?? name}：${value}`).join('；');
  return [
    ...[row.at, row.kind?.zh ?? '', row.title.zh, outcomes[row.outcome]],
    ...[
      who === null ? '系统' : actingName(who.name, who.standingInFor).zh,
      who?.role?.zh ?? '',
      who?.place.zh ?? '',
      row.about?.zh ?? '',
      row.rule?.zh ?? '',
      row.caseNumber ?? '',
      content,
    ],
    ...[row.stream, String(row.position), row.previousHash ?? '', row.hash, row.algorithm],
  ];
}
