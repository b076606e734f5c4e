import { codePoints } from '@lianban/domain/characters';
import { dictionary } from '@zxcvbn-ts/language-common';
import type { SignInPolicy } from './policy.ts';

/** Longest password, in code points; a form field, not a limit of the hash. */
export const LONGEST_PASSWORD = 200;

/** Why a password is refused, with the numbers of the sentence shown. */
export type PasswordRefusal =
  | { readonly rule: 'tooShort'; readonly min: number }
  | { readonly rule: 'tooLong'; readonly max: number }
  | { readonly rule: 'tooFewKinds'; readonly kinds: number }
  | { readonly rule: 'common' }
  | { readonly rule: 'named' };

/** Whose password it is to be. */
export interface Owner {
  readonly user: string;
  readonly name: string;
}

/** Words of this product, which anybody would try here (ASVS 6.1.2, 6.2.11). */
const PRODUCT_WORDS = ['lianban', '联办'];
/** Shorter names would forbid whole syllables. */
const SHORTEST_NAME = 2;
/** A password made of fewer characters is a pattern. */
const FEWEST_CHARACTERS = 4;

/** 49,000 of those that people choose most, 18,000 of them of eight characters and more. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** As two passwords are alike to somebody who guesses; only for these comparisons, never for the hash. */
const folded = (password: string): string => password.normalize('NFKC').toLowerCase();

/** The rule that the new password breaks; null when it breaks none. */
export function refusalOfPassword(
  password: string,
  { password: rules }: SignInPolicy,
  owner: Owner,
): PasswordRefusal | null {
  const length = codePoints(password.normalize('NFC'));
  if (length < rules.minLength.value) return { rule: 'tooShort', min: rules.minLength.value };
  if (length > LONGEST_PASSWORD) return { rule: 'tooLong', max: LONGEST_PASSWORD };
  if (isCommon(folded(password))) return { rule: 'common' };
  if (isNamed(folded(password), owner)) return { rule: 'named' };
  if (kindsIn(password) < rules.kinds.value) return { rule: 'tooFewKinds', kinds: rules.kinds.value };
  return null;
}

/** Also with digits and signs put before or behind it, as people do when they are asked for some. */
function isCommon(password: string): boolean {
  const withoutSigns = password.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const withoutDigits = password.replace(/^\P{L}+|\P{L}+$/gu, '');
  if (new Set(password).size < FEWEST_CHARACTERS) return true;
  return [password, withoutSigns, withoutDigits].some((variant) => common.has(variant));
}

function isNamed(password: string, { user, name }: Owner): boolean {
  const names = [user, name].map(folded).filter((word) => codePoints(word) >= SHORTEST_NAME);
  return [...names, ...PRODUCT_WORDS].some((word) => password.includes(word));
}

const kindsIn = (password: string): number =>
  [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u].filter((kind) => kind.test(password)).length;
