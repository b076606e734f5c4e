/**
 * Why nobody came in from the identity provider: what came back does not fit what this browser was sent away with (`state`),
 * the ID token has another `nonce`, another `signature`, or other claims that do not fit (`token`), the provider said no (`refused`)
 * or is `away`, the identity is `notLinked`, its account is disabled or without a post (`noPost`), or our second `factor` was not proven.
 */
export type ProviderFailure =
  'state' | 'nonce' | 'signature' | 'token' | 'refused' | 'away' | 'notLinked' | 'noPost' | 'factor';
