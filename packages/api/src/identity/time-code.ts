import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as authenticator apps know it: SHA-1, six digits, thirty seconds. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** RFC 4226, 4: 160 bits. */
const SECRET_BYTES = 20;
/** Steps before and after the present one, for clocks that are a little off and people who type slowly. */
const WINDOW = 1;
/** As the app names the account; no setting of the installation, since the app shows it beside the account only. */
const ISSUER = 'Lianban 联办';

/** A new secret, from the random numbers of the platform. */
export const newSecret = (): Buffer => Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);

const secretOf = (bytes: Buffer): Secret => new Secret({ buffer: Uint8Array.from(bytes).buffer });

/** The secret as text to be typed, and the address that its picture says. */
export function shownSecret(bytes: Buffer, user: string): { readonly secret: string; readonly address: string } {
  const secret = secretOf(bytes);
  return { secret: secret.base32, address: new TOTP({ ...FORM, issuer: ISSUER, label: user, secret }).toString() };
}

/** The time step that the code belongs to, by the clock of this machine; null when it is of none that counts now. */
export function stepOf(bytes: Buffer, code: string, atMs = Date.now()): number | null {
  const totp = new TOTP({ ...FORM, secret: secretOf(bytes) });
  const delta = totp.validate({ token: code, timestamp: atMs, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: atMs }) + delta;
}
