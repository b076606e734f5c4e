import type { TrailRow } from '@lianban/db/queries/audit-trail';
import { auditActions, auditKinds } from '@lianban/domain/audit-action';
import { canonicalJson } from '@lianban/domain/canonical-json';
import { roles } from '@lianban/domain/role';
import { sensitiveReads } from '@lianban/domain/sensitive-read';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { trailPage } from '../views/audit.ts';
import { refusalWords } from './refusal-words.ts';
import { routeWords } from './route-words.ts';

/** A row of the trail as it is shown. */
export type AuditRowView = z.infer<typeof trailPage>['rows'][number];

/** What the names in a row's detail are called; others are shown as they are. */
const detailWords: Readonly<Record<string, Text>> = {
  address: text('来源地址', 'Address'),
  addresses: text('来源地址及次数', 'Addresses and how often'),
  blocked: text('被阻止次数', 'Times blocked'),
  caseId: text('案件标识', 'Id of the case'),
  caseNumber: text('案号', 'Case number'),
  complete: text('是否完整', 'Complete'),
  duty: text('步骤', 'Duty'),
  failed: text('未成功次数', 'Times failed'),
  failedSince: text('上次登录以来未成功次数', 'Failed attempts since the last time'),
  filters: text('筛选条件', 'Filters'),
  from: text('自', 'From'),
  hash: text('账册行哈希', 'Hash of the turn'),
  outcome: text('办理方式', 'Outcome'),
  post: text('岗位标识', 'Id of the post'),
  read: text('查阅内容', 'What was read'),
  reason: text('理由', 'Reason'),
  refusals: text('各类拒绝及次数', 'Refusals and how often'),
  route: text('请求', 'Request'),
  rows: text('行数', 'Rows'),
  rule: text('拒绝依据', 'Rule that refused'),
  session: text('登录标识', 'Id of the session'),
  subject: text('请求对象', 'What was asked about'),
  times: text('次数', 'Times'),
  to: text('至', 'To'),
  version: text('案件版本', 'Version of the case'),
};

/** The row as an auditor reads it. */
export function auditRowView({ who, role, detail, previous_hash, hash_algorithm, ...row }: TrailRow): AuditRowView {
  const { stream, position, endsAt, at, action, caseNumber, hash, isSound } = row;
  const known = auditActions[action];
  return {
    ...{ stream, position, endsAt, at, action, caseNumber, hash, isSound },
    title: known?.title ?? text(action, action),
    kind: known === undefined ? null : auditKinds[known.kind],
    outcome: known?.kind === 'refusal' ? 'refused' : 'done',
    who:
      who === null ? null : { name: who.name, role: role === null ? null : roles[role], place: text(who.zh, who.en) },
    about: aboutOf(detail),
    rule: typeof detail['rule'] === 'string' ? refusalWords(detail['rule']) : null,
    details: Object.entries(detail).map(([name, value]) => ({
      ...{ name, title: detailWords[name] ?? null },
      value: typeof value === 'string' ? value : canonicalJson(value),
    })),
    ...{ previousHash: previous_hash, algorithm: hash_algorithm },
  };
}

function aboutOf({ route, read }: TrailRow['detail']): Text | null {
  if (typeof route === 'string') return routeWords(route);
  if (typeof read !== 'string' || !Object.hasOwn(sensitiveReads, read)) return null;
  return sensitiveReads[read as keyof typeof sensitiveReads].title; // it is one of them
}
