import { text, type Text } from './text.ts';

/** What an auditor looks for. */
export type AuditKind = 'act' | 'refusal' | 'read' | 'export' | 'administration' | 'signIn';

/** What each kind is called. */
export const auditKinds = {
  act: text('办理行为', 'Acts on cases'),
  refusal: text('被拒绝的访问', 'Refusals'),
  read: text('敏感查阅', 'Sensitive reads'),
  export: text('导出', 'Exports'),
  administration: text('系统管理', 'Administration'),
  signIn: text('登录与口令', 'Sign-ins and passwords'),
} as const satisfies Record<AuditKind, Text>;

/** An action that the trail tells of. */
interface AuditAction {
  readonly kind: AuditKind;
  readonly title: Text;
}

const of = (kind: AuditKind, zh: string, en: string): AuditAction => ({ kind, title: text(zh, en) });

/** Every action of the trail; a guard test finds one that is written without standing here. */
export const auditActions: Readonly<Record<string, AuditAction>> = {
  'case.open': of('act', '立案', 'Case opened'),
  'case.answer': of('act', '办理步骤', 'Step answered'),
  'case.lapse': of('act', '期满生效', 'Limit took effect'),
  'case.redate': of('act', '期限重算', 'Deadlines recomputed'),
  'duty.claim': of('act', '认领', 'Duty claimed'),
  'duty.release': of('act', '退回待认领', 'Duty returned to the pool'),
  'duty.handBack': of('act', '随岗位交回', 'Duty handed back with the post'),
  'duty.urge': of('act', '催办', 'Urged'),
  'access.refused': of('refusal', '访问被拒绝', 'Access refused'),
  'access.refusedAgain': of('refusal', '访问多次被拒绝', 'Access refused again and again'),
  'session.refused': of('refusal', '登录未成功', 'Sign-in failed'),
  'access.read': of('read', '敏感查阅', 'Sensitive read'),
  'revision.export': of('export', '导出期限变动', 'Changes of deadlines exported'),
  'audit.export': of('export', '导出审计日志', 'Trail exported'),
  'revision.propose': of('administration', '提出修订', 'Revision proposed'),
  'revision.applied': of('administration', '批准修订', 'Revision approved'),
  'revision.rejected': of('administration', '不同意修订', 'Revision rejected'),
  'revision.withdrawn': of('administration', '撤回修订', 'Revision withdrawn'),
  'engine.restart': of('administration', '流程重新启动', 'Workflow started again'),
  'admin.first': of('administration', '建立首个管理员', 'First administrator made'),
  'demonstration.cases': of('administration', '生成演示案件', 'Cases of the demonstration made'),
  'organisation.addPerson': of('administration', '新增人员', 'Person added'),
  'organisation.renamePerson': of('administration', '修改姓名', 'Person renamed'),
  'organisation.disableAccount': of('administration', '停用账号', 'Account disabled'),
  'organisation.enableAccount': of('administration', '启用账号', 'Account enabled'),
  'organisation.renewPassword': of('administration', '重发一次性密码', 'New one-time password given'),
  'organisation.givePost': of('administration', '任命岗位', 'Post given'),
  'organisation.endPost': of('administration', '免去岗位', 'Post ended'),
  'organisation.movePost': of('administration', '调动岗位', 'Post moved to another unit'),
  'organisation.addUnit': of('administration', '新设机构', 'Unit set up'),
  'organisation.renameUnit': of('administration', '机构更名', 'Unit renamed'),
  'organisation.succeedUnit': of('administration', '机构承继', 'Unit succeeded by another'),
  'organisation.assignRole': of('administration', '指定承办机构', 'Role assigned to a unit'),
  'organisation.registerEnterprise': of('administration', '登记企业', 'Enterprise registered'),
  'organisation.renewLetter': of('administration', '更新授权委托书', 'Authority letter renewed'),
  'organisation.joinPool': of('administration', '入库', 'Put into a pool'),
  'organisation.leavePool': of('administration', '出库', 'Taken out of a pool'),
  'organisation.addQualification': of('administration', '登记资格', 'Qualification added'),
  'factor.reset': of('administration', '重设双因素验证', 'Second factor reset'),
  'session.signIn': of('signIn', '登录', 'Signed in'),
  'session.signOut': of('signIn', '退出登录', 'Signed out'),
  'session.revoke': of('signIn', '结束登录', 'Session ended by its person'),
  'session.end': of('signIn', '登录失效', 'Session ended'),
  'session.usePost': of('signIn', '切换岗位', 'Post changed'),
  'password.change': of('signIn', '修改密码', 'Password changed'),
  'session.stepUp': of('signIn', '再次验证身份', 'Proved anew who they are'),
  'session.stepUpFailed': of('signIn', '再次验证身份未通过', 'Did not prove who they are'),
  'factor.setUp': of('signIn', '设置双因素验证', 'Second factor set up'),
  'factor.replace': of('signIn', '更换双因素验证', 'Second factor replaced'),
  'factor.remove': of('signIn', '移除双因素验证', 'Second factor removed'),
  'factor.recoveryCodes': of('signIn', '更新恢复码', 'New recovery codes made'),
  'factor.recoveryCodeUsed': of('signIn', '使用恢复码', 'Recovery code used'),
};

/** The actions of a kind. */
export const actionsOf = (kind: AuditKind): readonly string[] =>
  Object.entries(auditActions).flatMap(([action, known]) => (known.kind === kind ? [action] : []));
