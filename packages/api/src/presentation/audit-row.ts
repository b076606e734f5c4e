import type { TrailRow } from '@lianban/db/queries/audit-trail';
import { auditActions, auditKinds } from '@lianban/domain/audit-action';
import { canonicalJson } from '@lianban/domain/canonical-json';
import { masked, type PersonalKind } from '@lianban/domain/personal';
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
  attachmentId: text('文件标识', 'Id of the file'),
  blocked: text('被阻止次数', 'Times blocked'),
  caseId: text('案件标识', 'Id of the case'),
  caseNumber: text('案号', 'Case number'),
  complete: text('是否完整', 'Complete'),
  duty: text('步骤', 'Duty'),
  field: text('信息项', 'Datum'),
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
  request: text('申请编号', 'Id of the request'),
  requester: text('申请人', 'Who asked'),
  refusal: text('不予理由', 'Why it was refused'),
  until: text('截止时间', 'Until'),
  ways: text('识别方式及次数', 'How it was told, and how often'),
  otherAddresses: text('其他来源地址数', 'Other addresses'),
  reasons: text('未成功原因及次数', 'Why, and how often'),
  version: text('案件版本', 'Version of the case'),
};

/** What of a row's content is personal, by its name there. */
const personalIn: Readonly<Record<string, PersonalKind>> = {
  legalPerson: 'name',
  certificateNumber: 'paperNumber',
  letterNumber: 'paperNumber',
};
/** The number of a letter stands in it under a name that other things have too. */
const nameIn = (within: string, name: string): string =>
  within === 'letter' && name === 'number' ? 'letterNumber' : name;

/** The content with its personal data masked, however deep they stand. The hash was held against the whole of it. */
function maskedDetail(detail: object, within = ''): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]: [string, unknown]) => {
      const kind = personalIn[nameIn(within, name)];
      if (kind !== undefined && typeof value === 'string') return [name, masked(kind, value)];
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name, value];
      return [name, maskedDetail(value, name)];
    }),
  );
}

/** In place of the chain of a secret case. */
const HIDDEN_STREAM = 'case:***';

/** The row as an auditor reads it. */
export function auditRowView({ who, role, detail, previous_hash, hash_algorithm, ...row }: TrailRow): AuditRowView {
  const { position, endsAt, at, action, caseNumber, hash, isSound, isHidden } = row;
  // Which case it is, neither the chain nor what the row holds may say.
  const stream = isHidden ? HIDDEN_STREAM : row.stream;
  const told = isHidden ? {} : maskedDetail(detail);
  const known = auditActions[action];
  return {
    ...{ stream, position, endsAt, at, action, caseNumber, hash, isSound, isHidden },
    title: known?.title ?? text(action, action),
    kind: known === undefined ? null : auditKinds[known.kind],
    outcome: known?.kind === 'refusal' ? 'refused' : 'done',
    who:
      who === null
        ? null
        : {
            ...{ name: who.name, standingInFor: who.standingInFor?.name ?? null },
            ...{ role: role === null ? null : roles[role], place: text(who.zh, who.en) },
          },
    about: aboutOf(told),
    rule: typeof told['rule'] === 'string' ? refusalWords(told['rule']) : null,
    details: Object.entries(told).map(([name, value]) => ({
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
