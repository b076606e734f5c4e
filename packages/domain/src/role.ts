import { text, type Text } from './text.ts';

/** Role codes of the two bureaus, the enterprise and the clock. */
export const roleCodes = [
  'APP',
  'WIN',
  'OFF',
  'SEC',
  'DISP',
  'INS',
  'LEG',
  'CRD',
  'DL',
  'HEAD',
  'BMO',
  'SUP',
  'ADM',
  'AUD',
  'CLK',
] as const;
/** One of the {@link roleCodes}. */
export type Role = (typeof roleCodes)[number];

/** Roles of units that administrators give. */
export const unitRoles = [
  'WIN',
  'OFF',
  'SEC',
  'DISP',
  'INS',
  'LEG',
  'CRD',
  'DL',
  'HEAD',
  'BMO',
  'SUP',
  'ADM',
] as const satisfies readonly Role[];

/** What each role is called. */
export const roles = {
  APP: text('企业经办人', 'Applicant'),
  WIN: text('受理员', 'Window officer'),
  OFF: text('承办人', 'Case officer'),
  SEC: text('承办处负责人', 'Head of section'),
  DISP: text('派出检查单位', 'Dispatching inspectorate'),
  INS: text('检查员', 'Inspector'),
  LEG: text('法制审核', 'Legal reviewer'),
  CRD: text('信用管理岗', 'Credit officer'),
  DL: text('分管局领导', 'Deputy director-general'),
  HEAD: text('局长', 'Director-general'),
  BMO: text('局长办公会', 'Bureau meeting'),
  SUP: text('效能监督岗', 'Performance supervisor'),
  ADM: text('系统管理员', 'Administrator'),
  AUD: text('审计员', 'Auditor'),
  CLK: text('系统时钟', 'System clock'),
} as const satisfies Record<Role, Text>;
