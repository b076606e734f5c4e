import type { Blocking } from '@lianban/db/sign-in/tally';
import { text, type Text } from '@lianban/domain/text';

/** The policies that an installation can choose between: 等级保护三级, and the verification standard of OWASP. */
export type ProfileName = 'djcp-3' | 'asvs-5';

/** Whether the standard names the number, it is our own default, or it could not be verified. */
type Provenance = 'standard' | 'design' | 'uncertain';

/** A number with where it comes from. */
export interface Parameter<T> {
  readonly value: T;
  readonly source: Text;
  readonly mark: Provenance;
}

/** How people sign in, as one of the profiles says. docs/runbooks/run-in-production.md has the table. */
export interface SignInPolicy {
  readonly name: ProfileName;
  readonly title: Text;
  readonly password: {
    /** In code points. */
    readonly minLength: Parameter<number>;
    /** How many of upper case, lower case, digits and other characters; 1 is no rule at all. */
    readonly kinds: Parameter<number>;
    /** After so many days it has to be changed; null never. */
    readonly termDays: Parameter<number | null>;
  };
  readonly session: {
    readonly idleMinutes: Parameter<number>;
    readonly absoluteHours: Parameter<number>;
  };
}

const parameter = <T>(value: T, mark: Provenance, source: Text): Parameter<T> => ({ value, mark, source });

const djcp = (about: string, english: string): Text =>
  text(`GB/T 22239-2019 8.1.4.1 ${about}`, `GB/T 22239-2019 8.1.4.1 ${english}`);
const DJCP_NUMBER = '只要求有此项控制，数值为测评常见取值，未核实';
const DJCP_NUMBER_EN = 'asks for the control; the number is what assessors usually expect, not verified';

const profiles: Readonly<Record<ProfileName, SignInPolicy>> = {
  'djcp-3': {
    name: 'djcp-3',
    title: text('网络安全等级保护三级', 'Graded protection of cybersecurity, grade 3'),
    password: {
      minLength: parameter(10, 'uncertain', djcp(`a) 复杂度：${DJCP_NUMBER}`, `a) complexity: ${DJCP_NUMBER_EN}`)),
      kinds: parameter(3, 'uncertain', djcp(`a) 复杂度：${DJCP_NUMBER}`, `a) complexity: ${DJCP_NUMBER_EN}`)),
      termDays: parameter(90, 'uncertain', djcp(`a) 定期更换：${DJCP_NUMBER}`, `a) regular change: ${DJCP_NUMBER_EN}`)),
    },
    session: {
      idleMinutes: parameter(30, 'uncertain', djcp(`b) 超时退出：${DJCP_NUMBER}`, `b) time-out: ${DJCP_NUMBER_EN}`)),
      absoluteHours: parameter(
        12,
        'design',
        text('本系统默认：一个工作日略多', 'Our default: a working day and a little'),
      ),
    },
  },
  'asvs-5': {
    name: 'asvs-5',
    title: text('OWASP ASVS 5.0', 'OWASP ASVS 5.0'),
    password: {
      minLength: parameter(
        15,
        'standard',
        text('ASVS 6.2.1：至少8，强烈建议15', 'ASVS 6.2.1: at least 8, 15 strongly recommended'),
      ),
      kinds: parameter(
        1,
        'standard',
        text('ASVS 6.2.5：不限制字符组成', 'ASVS 6.2.5: no rule about the kinds of characters'),
      ),
      termDays: parameter(null, 'standard', text('ASVS 6.2.10：不要求定期更换', 'ASVS 6.2.10: no change at intervals')),
    },
    session: {
      idleMinutes: parameter(
        60,
        'design',
        text('ASVS 7.3.1要求有，数值自定', 'ASVS 7.3.1 asks for one; the number is ours'),
      ),
      absoluteHours: parameter(
        12,
        'design',
        text('ASVS 7.3.2要求有，数值自定', 'ASVS 7.3.2 asks for one; the number is ours'),
      ),
    },
  },
};

/** Names of all profiles. */
export const profileNames = Object.keys(profiles) as readonly ProfileName[]; // the record has no other keys

/** The profile with that name; the stricter one, which the law asks of public bodies, when nothing is said. @throws Error for another name. */
export function policyNamed(name: string | undefined): SignInPolicy {
  const chosen = name === undefined || name === '' ? 'djcp-3' : name;
  const known = profileNames.find((profile) => profile === chosen);
  if (known === undefined) throw new Error(`LIANBAN_SIGN_IN_POLICY is none of ${profileNames.join(', ')}: ${chosen}`);
  return profiles[known];
}

/** The same without a term for passwords: those of a demonstration are public, and stay what its description says. */
export const withoutTerm = (policy: SignInPolicy): SignInPolicy => ({
  ...policy,
  password: { ...policy.password, termDays: { ...policy.password.termDays, value: null } },
});

const ours = <T>(value: T, zh: string, en: string): Parameter<T> =>
  parameter(value, 'design', text(`本系统默认：${zh}`, `Our default: ${en}`));

/**
 * How guessing is slowed down, in either profile. GB/T 22239-2019 8.1.4.1 b) and ASVS 6.3.1 ask for it and leave the
 * numbers open; NIST SP 800-63B 5.2.2 allows a hundred failures in a row and pauses of up to an hour.
 */
export const guessing = {
  allowedPerDevice: ours(5, '忘记密码者试三四次', 'who has forgotten a password tries three or four times'),
  allowedPerAccount: ours(5, '所有陌生设备合计', 'all unknown devices together'),
  allowedPerAddress: ours(100, '一处办公网的人共用一个地址', 'the people of an office share one address'),
  signInsPerMinute: ours(240, '一处办公网同一分钟上班', 'an office that comes in at the same minute'),
  windowMinutes: ours(15, '与锁定时间相同', 'as long as the block'),
  blockMinutes: ours(15, '首次锁定', 'the first block'),
  longestBlockMinutes: ours(60, 'NIST SP 800-63B 5.2.2 的上限', 'the most that NIST SP 800-63B 5.2.2 names'),
  forgottenAfterHours: ours(24, '一天后从头计', 'after a day the count begins anew'),
  deviceDays: ours(400, '浏览器保存Cookie的最长时间', 'the longest that browsers keep a cookie'),
} as const;

/** The numbers by which the record blocks. */
export const blocking: Blocking = {
  windowMinutes: guessing.windowMinutes.value,
  blockMinutes: guessing.blockMinutes.value,
  longestBlockMinutes: guessing.longestBlockMinutes.value,
  forgottenAfterHours: guessing.forgottenAfterHours.value,
};

/** How long a proof of who one is serves for what asks for one: at the sign-in, or when asked again. ASVS 7.5.3 leaves it open. */
export const proof = {
  minutes: ours(
    10,
    '够办完一份决定，离座后不久即失效',
    'long enough for one decision, over soon after one has left the desk',
  ),
} as const;

/** How long a browser may be at the identity provider, and then at what it came back for. */
export const attempts = {
  minutes: ours(10, '够在认证系统登录并完成双因素验证', 'long enough to sign in there with a second factor'),
} as const;

/** Names of {@link FactorSetting}. */
export const factorSettings = ['required', 'offered'] as const;
/** Whether an installation insists on the second factor of those who need one, or only offers it, as a demonstration does. */
export type FactorSetting = (typeof factorSettings)[number];
