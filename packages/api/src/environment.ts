import { isIP } from 'node:net';
import { anyText, everyProcess, readVariables, wholeNumber, type Variables } from '@lianban/domain/environment';
import { z } from 'zod';
import { factorSettings, policyNamed, profileNames, type FactorSetting, type SignInPolicy } from './identity/policy.ts';
import { providerFrom, providerVariables, type ProviderSetting } from './identity/provider/setting.ts';
import { secretKeysFrom, type SecretKeys } from './identity/secret-keys.ts';

/** What the service needs to know; read once at the start. */
export interface ApiEnvironment {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly host: string;
  readonly port: number;
  /** Folder of the built console; null when it is served elsewhere. */
  readonly console: string | null;
  readonly demo: boolean;
  readonly signInPolicy: SignInPolicy;
  readonly secondFactor: FactorSetting;
  readonly secretKeys: SecretKeys;
  /** The identity provider; null for an installation without one. */
  readonly provider: ProviderSetting | null;
  /** How long somebody waits for their act to be recorded before they are told that it is being recorded; 0 not at all. */
  readonly patienceMs: number;
  readonly logLevel: string;
  /** Addresses and networks of the proxies whose word on address and protocol of a browser is taken. */
  readonly proxies: readonly string[];
  /** Multiplies how often an address or an account may call. */
  readonly rates: number;
}

const LONGEST_PATIENCE_MS = 600_000;

/** An address, or a network in the form of CIDR; not the network of all addresses, which would believe everybody. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  if (prefix === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

const networks = z
  .string()
  .transform((text) => text.split(',').map((network) => network.trim()))
  .refine((all) => all.every(isNetwork), {
    error: 'holds something that is no address and no network such as 10.0.0.0/8; parted by commas',
  });

/** Keys that seal secrets, as `secretKeysFrom` reads them. */
export const secretKeys = z.string().transform((written, context) => {
  try {
    return secretKeysFrom(written);
  } catch (failure) {
    context.addIssue(failure instanceof Error ? failure.message : String(failure));
    return z.NEVER;
  }
});

const shape = {
  ...everyProcess,
  HOST: anyText.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3_000),
  LIANBAN_WEB: anyText.optional(),
  LIANBAN_DEMO: z.enum(['0', '1'], { error: 'is neither 0 nor 1' }).default('0'),
  LIANBAN_SIGN_IN_POLICY: z.enum(profileNames, { error: `is none of ${profileNames.join(', ')}` }).optional(),
  LIANBAN_SECOND_FACTOR: z
    .enum(factorSettings, { error: `is none of ${factorSettings.join(', ')}` })
    .default('required'),
  LIANBAN_SECRET_KEY: secretKeys,
  ...providerVariables,
  LIANBAN_PATIENCE_MS: wholeNumber(0, LONGEST_PATIENCE_MS).default(8_000),
  LIANBAN_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { error: 'is no level' })
    .default('info'),
  LIANBAN_PROXIES: networks.default([]),
  LIANBAN_RATES: wholeNumber(1, 1_000).default(1),
};

/** @throws EnvironmentError naming every variable that is missing, unfit or unknown, without its value */
export function readEnvironment(env: Variables): ApiEnvironment {
  const read = readVariables(env, shape);
  return {
    databaseUrl: read.DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    namespace: read.TEMPORAL_NAMESPACE,
    host: read.HOST,
    port: read.PORT,
    console: read.LIANBAN_WEB ?? null,
    demo: read.LIANBAN_DEMO === '1',
    signInPolicy: policyNamed(read.LIANBAN_SIGN_IN_POLICY),
    secondFactor: read.LIANBAN_SECOND_FACTOR,
    secretKeys: read.LIANBAN_SECRET_KEY,
    provider: providerFrom(read),
    patienceMs: read.LIANBAN_PATIENCE_MS,
    logLevel: read.LIANBAN_LOG_LEVEL,
    proxies: read.LIANBAN_PROXIES,
    rates: read.LIANBAN_RATES,
  };
}
