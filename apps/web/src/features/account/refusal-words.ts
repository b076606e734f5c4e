import type { ShownError } from '../../app/api.ts';

const keys = {
  tooShort: 'refusedTooShort',
  tooLong: 'refusedTooLong',
  tooFewKinds: 'refusedTooFewKinds',
  common: 'refusedCommon',
  named: 'refusedNamed',
  same: 'refusedSame',
} as const;

/** A phrase of the account page with its values. */
export interface Words {
  readonly key: (typeof keys)[keyof typeof keys];
  readonly values: Record<string, unknown>;
}

const isRule = (rule: unknown): rule is keyof typeof keys => typeof rule === 'string' && Object.hasOwn(keys, rule);

/** Which rule the new password breaks; null when the sentence of the code says it all. */
export function refusalWords({ code, detail }: ShownError): Words | null {
  if (code === 'PASSWORD_REFUSED') return isRule(detail['rule']) ? { key: keys[detail['rule']], values: detail } : null;
  return null;
}
