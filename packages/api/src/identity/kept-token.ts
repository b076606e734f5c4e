/** What the browser keeps for us: who is signed in, and that this device is known. */
export type CookieName = 'session' | 'device';

/** A token, and for how long the browser keeps it. */
export interface KeptToken {
  readonly token: string;
  readonly maxAgeSeconds: number;
}
