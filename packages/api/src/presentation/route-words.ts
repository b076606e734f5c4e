import type { Action } from '@lianban/domain/permission';
import { text, type Text } from '@lianban/domain/text';

/** What somebody asked for, as the trail calls it. */
const words = {
  'application.eligibility': text('预检申请条件', 'Check whether an application is possible'),
  'application.draft': text('保存申请草稿', 'Keep a draft'),
  'application.drafts': text('查看申请草稿列表', 'List drafts'),
  'application.draftById': text('打开申请草稿', 'Open a draft'),
  'application.discard': text('删除申请草稿', 'Discard a draft'),
  'application.submit': text('提交申请', 'Submit an application'),
  'application.withdraw': text('撤回申请', 'Withdraw an application'),
  'application.list': text('查看申请列表', 'List applications'),
  'duty.inbox': text('查看待办', 'Read an inbox'),
  'duty.open': text('打开待办事项', 'Open a duty'),
  'duty.claim': text('认领', 'Claim a duty'),
  'duty.release': text('退回待认领', 'Return a duty to the pool'),
  'duty.answer': text('办理步骤', 'Answer a step'),
  'case.list': text('查询案件', 'Search cases'),
  'case.page': text('打开案件', 'Open a case'),
  'case.timeline': text('查看案件时间线', 'Read the timeline of a case'),
  'case.why': text('查看期限计算过程', 'Read why a deadline falls on its day'),
  'supervise.due': text('查看时限总览', 'Read the overview of deadlines'),
  'supervise.overdue': text('查看超期事项', 'List what is overdue'),
  'supervise.urge': text('催办', 'Urge'),
  'message.list': text('查看消息', 'List messages'),
  'message.read': text('标记消息为已读', 'Mark messages as read'),
  'admin.rules': text('查看时限规则', 'Read the rules'),
  'admin.operations': text('查看运行状态', 'Read how the engine is doing'),
  'revision.inForce': text('查看现行日历', 'Read the calendar in force'),
  'revision.read': text('读取放假安排文件', 'Read a file with holidays'),
  'revision.propose': text('提出修订', 'Propose a revision'),
  'revision.list': text('查看修订列表', 'List revisions'),
  'revision.page': text('打开修订', 'Open a revision'),
  'revision.changes': text('查看修订影响', 'Read what a revision changes'),
  'revision.file': text('导出期限变动', 'Export what a revision changes'),
  'revision.previewAgain': text('重新预览修订', 'Preview a revision again'),
  'revision.decide': text('决定修订', 'Decide on a revision'),
  'audit.search': text('查阅审计日志', 'Read the trail'),
  'audit.export': text('导出审计日志', 'Export the trail'),
  'live.events': text('接收实时动态', 'Listen to live events'),
} as const satisfies Record<Action, Text>;

const ofSessions = {
  'case.track': text('公开查询进度', 'Track a case in public'),
  'session.usePost': text('切换岗位', 'Change the post'),
  'session.list': text('查看登录列表', 'List sessions'),
  'session.revoke': text('结束登录', 'End a session'),
  'session.changePassword': text('修改密码', 'Change the password'),
} as const satisfies Record<string, Text>;

const every: Readonly<Record<string, Text>> = { ...words, ...ofSessions };

/** The route in words; null for one that has none. */
export const routeWords = (route: string): Text | null => every[route] ?? null;
