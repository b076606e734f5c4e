import type { ApiEnvironment } from '@lianban/api/environment';
import type { ProviderSetting } from '@lianban/api/identity/provider/setting';
import { select } from '@lianban/db/queryable';
import type { Browser } from './browser.ts';
import { freePort } from './free-port.ts';
import { TestIdentityProvider, type Login } from './identity-provider.ts';
import { startRunningService, type RunningService } from './running-service.ts';
import { personOf } from './trail.ts';

/** The service with an identity provider of its own. */
export interface ProvidedService {
  readonly running: RunningService;
  readonly provider: TestIdentityProvider;
  readonly stop: () => Promise<void>;
}

/** Where the service will be, before it is: the provider has to know where it sends browsers back to. */
export async function provided(
  changed: Partial<ProviderSetting> = {},
): Promise<{ readonly provider: TestIdentityProvider; readonly environment: Partial<ApiEnvironment> }> {
  const port = await freePort();
  const callback = `http://127.0.0.1:${port}/oidc/callback`;
  const provider = await TestIdentityProvider.start(callback);
  return { provider, environment: { port, provider: provider.setting(callback, changed) } };
}

/** Starts both. */
export async function startProvidedService(
  changed: Partial<ApiEnvironment> = {},
  setting: Partial<ProviderSetting> = {},
): Promise<ProvidedService> {
  const { provider, environment } = await provided(setting);
  const running = await startRunningService(null, undefined, { ...environment, ...changed });
  const stop = async (): Promise<void> => {
    await running.stop();
    await provider.stop();
  };
  return { running, provider, stop };
}

/** What the identity of that account is called at the provider of the tests. */
export const subjectOf = (user: string): string => `subject of ${user}`;

/** Links the account to its identity at the provider, as if that had been done long ago. */
export const linked = ({ running, provider }: ProvidedService, user: string): Promise<unknown> =>
  select(running.database.pool, {
    text: 'INSERT INTO external_identity (issuer, subject, person_id) VALUES ($1, $2, $3)',
    values: [provider.issuer, subjectOf(user), personOf(user)],
  });

/** What the page begins that sends its browser to the provider. */
export type Beginning = 'session.beginSignIn' | 'session.beginLink' | 'session.beginStepUp';

/** Sends the browser to the provider, signs in there, and gives the address that it is sent back to, not gone to yet. */
export async function comingBack(
  { provider }: ProvidedService,
  browser: Browser,
  { begin = 'session.beginSignIn', from, login }: { begin?: Beginning; from?: string; login: Login },
): Promise<string> {
  const input = begin === 'session.beginSignIn' ? { from } : undefined;
  const begun = await browser.mutate(begin, input);
  if (begun.code !== null) throw new Error(`nothing is begun: ${begun.code}`);
  const { address } = begun.data as { address: string };
  return provider.visit(address, login);
}
