import type { Command } from './command.ts';

/** A command by name; its code is loaded when it is called, so that none pays for what another needs. */
export interface CommandEntry {
  /** One word or two, as typed. */
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command. docs/commands.md describes each. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'due',
    summary: '计算期限的最后一日 / last day of a limit, or the days of a window',
    load: async () => (await import('./due.ts')).due,
  },
  {
    name: 'clock',
    summary: '计算法定时钟 / a statutory clock: consumed, remaining, last day, and why',
    load: async () => (await import('./clock.ts')).clock,
  },
  {
    name: 'simulate',
    summary: '按脚本预演一件案件 / play the life of a case by a script: steps, owners, last days, clocks',
    load: async () => (await import('./simulate.ts')).simulate,
  },
  {
    name: 'calendar preview',
    summary: '预览载入日历文件的影响 / which deadlines a calendar file would move',
    load: async () => (await import('./calendar-preview.ts')).calendarPreview,
  },
  {
    name: 'calendar import',
    summary: '提出（并批准）载入日历文件 / propose a calendar file, and apply it with a second person',
    load: async () => (await import('./calendar-import.ts')).calendarImport,
  },
  {
    name: 'admin first',
    summary: '设立首位管理员 / make the first administrator, with a one-time password',
    load: async () => (await import('./admin-first.ts')).adminFirst,
  },
  {
    name: 'admin reset-factor',
    summary: '重设双因素验证 / take a lost second factor away, and end all sessions of its person',
    load: async () => (await import('./admin-reset-factor.ts')).adminResetFactor,
  },
  {
    name: 'admin reseal',
    summary: '改用新密钥加密 / seal the secrets of second factors by the newest key',
    load: async () => (await import('./admin-reseal.ts')).adminReseal,
  },
  {
    name: 'organisation check',
    summary: '核查待办有无责任人 / whether every open duty has somebody who can do it',
    load: async () => (await import('./organisation-check.ts')).organisationCheck,
  },
  {
    name: 'team verify',
    summary: '核验检查组抽取 / whether the teams of a case are those that their lists and seeds give',
    load: async () => (await import('./team-verify.ts')).teamVerify,
  },
  {
    name: 'case import',
    summary: '转入旧案 / take in cases that were accepted elsewhere, with their clocks',
    load: async () => (await import('./case-import.ts')).caseImport,
  },
  {
    name: 'audit verify',
    summary: '核验审计日志与台账的哈希链 / whether the trail and the ledgers are still what was written',
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    name: 'audit heads',
    summary: '列出每条链的末行，供另处保存 / where each chain ends, to be kept elsewhere',
    load: async () => (await import('./audit-heads.ts')).auditHeads,
  },
];
