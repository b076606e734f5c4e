import { csvOf } from './csv.ts';
import type { LedgerRowView } from './liaison-ledger.ts';

const HEAD = [
  ...['序号', '诉求编号', '区县', '企业', '类别', '诉求内容', '来源', '收到日期', '受理单位', '承办单位', '协办单位'],
  ...['到达层级', '外部转办', '办理期限', '办理进展', '办理结果', '答复日期', '满意度', '下次政策复核'],
];

/** Rows of a ledger as CSV for a spreadsheet, in Chinese as the office files it (渝药监〔2024〕69号附件4). */
export const ledgerFile = (rows: readonly LedgerRowView[]): string =>
  csvOf([HEAD, ...rows.map((row, at) => cellsOf(row, at + 1))]);

function cellsOf(row: LedgerRowView, nth: number): readonly string[] {
  return [
    ...[
      String(nth),
      row.caseNumber,
      row.district.zh,
      row.enterprise ?? '',
      row.category.zh,
      row.subject,
      row.source.zh,
    ],
    ...[row.receivedOn, row.acceptingUnit?.zh ?? '', row.handlingUnit?.zh ?? ''],
    ...[row.helpers.map(({ zh }) => zh).join('、'), row.levelTitle.zh, row.wentOutside ? '是' : ''],
    ...[row.deadline?.on ?? '', row.progress.zh, row.result?.zh ?? '', row.repliedOn ?? '', row.rating?.zh ?? ''],
    row.policyReviewOn ?? '',
  ];
}
