import type { TrustedFactors } from '@lianban/domain/second-factor';
import { anyText, EnvironmentError } from '@lianban/domain/environment';
import { z } from 'zod';
import { CALLBACK } from './callback.ts';

/** The identity provider of an installation, and what is believed from it. */
export interface ProviderSetting {
  /** Its address, exactly as its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where it sends browsers back to: this address and no other is registered there. */
  readonly callback: string;
  /** Where it sends browsers back to after a sign-out; registered there too. */
  readonly afterSignOut: string;
  /** Whether officials may come in by a password besides, or by the provider alone. */
  readonly staff: StaffEntrance;
  /** What the sign-in page calls it; null for words of the console's own. */
  readonly title: string | null;
  readonly trusted: TrustedFactors;
}

/** See {@link ProviderSetting.staff}. */
export type StaffEntrance = 'offered' | 'required';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether the text is an address by TLS, or on this machine. `mayHavePath` lets it go on after the host. */
function isSite(text: string, mayHavePath: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin, username, search, hash } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) return false;
  if (username !== '' || search !== '' || hash !== '' || /[?#]/.test(text)) return false;
  return mayHavePath || text === origin;
}

/** An identity provider by its setting; null for an installation without one. */
export type Provided = { readonly setting: ProviderSetting } | null;

/** Whether officials come in by the provider alone. */
export const isStaffByProvider = (provider: Provided): boolean => provider?.setting.staff === 'required';

const words = z.string().transform((text) => text.split(',').map((word) => word.trim()));
const issuer = z
  .string()
  .refine((text) => isSite(text, true), { error: 'is no address of the form https://identity.example/realm' });
const origin = z
  .string()
  .refine((text) => isSite(text, false), { error: 'is no address of the form https://lianban.example' });

/** Variables that say which provider there is; none of the first four, or all. */
export const providerVariables = {
  LIANBAN_OIDC_ISSUER: issuer.optional(),
  LIANBAN_OIDC_CLIENT_ID: anyText.optional(),
  LIANBAN_OIDC_CLIENT_SECRET: anyText.optional(),
  LIANBAN_ORIGIN: origin.optional(),
  LIANBAN_OIDC_STAFF: z.enum(['offered', 'required'], { error: 'is neither offered nor required' }).default('offered'),
  LIANBAN_OIDC_TITLE: z.string().max(40, { error: 'is longer than 40 characters' }).optional(),
  LIANBAN_OIDC_TRUSTED_ACR: words.default([]),
  LIANBAN_OIDC_TRUSTED_AMR: words.default([]),
};

/** The provider that the variables name; null without one. @throws EnvironmentError naming what is missing beside the others */
export function providerFrom(read: z.output<z.ZodObject<typeof providerVariables>>): ProviderSetting | null {
  const { LIANBAN_OIDC_ISSUER, LIANBAN_OIDC_CLIENT_ID, LIANBAN_OIDC_CLIENT_SECRET, LIANBAN_ORIGIN } = read;
  const needed = { LIANBAN_OIDC_ISSUER, LIANBAN_OIDC_CLIENT_ID, LIANBAN_OIDC_CLIENT_SECRET };
  const isNamed = Object.values(needed).some((value) => value !== undefined);
  if (!isNamed && read.LIANBAN_OIDC_STAFF === 'offered') return null; // otherwise nobody could come in at all
  const missing = Object.entries({ ...needed, LIANBAN_ORIGIN }).filter(([, value]) => value === undefined);
  if (missing.length > 0)
    throw new EnvironmentError(
      `环境变量不可用 / the environment cannot be used: ${missing.map(([name]) => `${name} is not set, beside the others of the identity provider`).join('; ')}`,
    );
  return {
    issuer: LIANBAN_OIDC_ISSUER ?? '',
    clientId: LIANBAN_OIDC_CLIENT_ID ?? '',
    clientSecret: LIANBAN_OIDC_CLIENT_SECRET ?? '',
    callback: `${LIANBAN_ORIGIN ?? ''}${CALLBACK}`,
    afterSignOut: `${LIANBAN_ORIGIN ?? ''}/sign-in`,
    staff: read.LIANBAN_OIDC_STAFF,
    title: read.LIANBAN_OIDC_TITLE ?? null,
    trusted: { acr: read.LIANBAN_OIDC_TRUSTED_ACR, amr: read.LIANBAN_OIDC_TRUSTED_AMR },
  };
}
