import type account from './zh-CN/account.ts';
import type admin from './zh-CN/admin.ts';
import type apply from './zh-CN/apply.ts';
import type audit from './zh-CN/audit.ts';
import type calendar from './zh-CN/calendar.ts';
import type caseWords from './zh-CN/case.ts';
import type cases from './zh-CN/cases.ts';
import type elements from './zh-CN/elements.ts';
import type emergency from './zh-CN/emergency.ts';
import type errors from './zh-CN/errors.ts';
import type frame from './zh-CN/frame.ts';
import type inbox from './zh-CN/inbox.ts';
import type involvement from './zh-CN/involvement.ts';
import type liaison from './zh-CN/liaison.ts';
import type mine from './zh-CN/mine.ts';
import type organisation from './zh-CN/organisation.ts';
import type procedures from './zh-CN/procedures.ts';
import type signIn from './zh-CN/sign-in.ts';
import type standIn from './zh-CN/stand-in.ts';
import type supervise from './zh-CN/supervise.ts';
import type team from './zh-CN/team.ts';
import type tracking from './zh-CN/tracking.ts';
import type why from './zh-CN/why.ts';

/** The words of every feature; Chinese is the measure of completeness. */
export interface Words {
  account: typeof account;
  admin: typeof admin;
  apply: typeof apply;
  audit: typeof audit;
  calendar: typeof calendar;
  case: typeof caseWords;
  cases: typeof cases;
  elements: typeof elements;
  emergency: typeof emergency;
  errors: typeof errors;
  frame: typeof frame;
  inbox: typeof inbox;
  involvement: typeof involvement;
  liaison: typeof liaison;
  mine: typeof mine;
  organisation: typeof organisation;
  procedures: typeof procedures;
  'sign-in': typeof signIn;
  'stand-in': typeof standIn;
  supervise: typeof supervise;
  team: typeof team;
  tracking: typeof tracking;
  why: typeof why;
}

/** The English of a feature: every Chinese key, and a singular for every counted one (`due_other` asks for `due_one`). */
export type English<Chinese extends Record<string, string>> = { readonly [Key in keyof Chinese]: string } & {
  readonly [Key in keyof Chinese as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: Words;
  }
}
