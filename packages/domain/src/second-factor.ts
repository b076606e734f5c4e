import type { Role } from './role.ts';
import { text, type Text } from './text.ts';

/** Whether a role has to prove itself by a second factor beside the password, and what says so. */
export interface FactorRule {
  readonly need: 'required' | 'optional';
  /** A standard asks for it, or it is our own default. */
  readonly mark: 'standard' | 'design';
  readonly source: Text;
}

const staff: FactorRule = {
  need: 'required',
  mark: 'standard',
  source: text(
    'GB/T 22239-2019 8.1.4.1 d)：两种以上组合的鉴别技术；ASVS 6.3.3',
    'GB/T 22239-2019 8.1.4.1 d): two or more kinds of proof together; ASVS 6.3.3',
  ),
};

const enterprise: FactorRule = {
  need: 'optional',
  mark: 'design',
  source: text('本系统默认：企业经办人可以设置，不强制', 'Our default: applicants may set one up and are not made to'),
};

/** The policy of second factors, by role. An installation can offer instead of require, and cannot forbid. */
export const secondFactor: Readonly<Record<Role, FactorRule>> = {
  APP: enterprise,
  WIN: staff,
  OFF: staff,
  SEC: staff,
  REV: staff,
  DISP: staff,
  INS: staff,
  LEG: staff,
  CRD: staff,
  DL: staff,
  HEAD: staff,
  BMO: staff,
  TECH: staff,
  RLO: staff,
  DLO: staff,
  ILO: staff,
  PSC: staff,
  JO: staff,
  DIST: staff,
  SUP: staff,
  ADM: staff,
  AUD: staff,
  CLK: staff,
};

/** Whether somebody who holds posts of these roles needs a second factor, whichever they act in. */
export const needsFactor = (held: readonly Role[]): boolean =>
  held.some((role) => secondFactor[role].need === 'required');

/** What an identity provider says about how somebody signed in there (OpenID Connect Core 1.0, 2). */
export interface ProviderWord {
  /** Class of the whole authentication. */
  readonly acr?: string | undefined;
  /** Methods that were used. */
  readonly amr?: readonly string[] | undefined;
}

/** Values that an installation takes for a second factor; none of either trusts no provider with it. */
export interface TrustedFactors {
  readonly acr: readonly string[];
  readonly amr: readonly string[];
}

/** Whether the provider says, in words that the installation trusts, that a second factor was used (ASVS 6.8.4). */
export const provesFactor = ({ acr, amr = [] }: ProviderWord, trusted: TrustedFactors): boolean =>
  (acr !== undefined && trusted.acr.includes(acr)) || amr.some((method) => trusted.amr.includes(method));
