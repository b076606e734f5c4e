/** What the browser keeps for us: who is signed in, that this device is known, and what it has been sent to the identity provider for. */
export type CookieName = 'session' | 'device' | 'attempt';

/** A token, and for how long the browser keeps it. */
export interface KeptToken {
  readonly token: string;
  readonly maxAgeSeconds: number;
}
