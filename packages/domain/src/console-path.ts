/** Longer ones are no place that somebody was at. */
const LONGEST = 500;
/** Below these there is no page: routes, files, and what belongs to the sign-in itself. */
const NO_PAGE = /^\/(trpc|oidc|assets|sign-in|provider-return)(\/|\?|#|$)/;
/** Printed characters of ASCII without a backslash, which browsers read as a slash: everything else comes escaped. */
const WRITTEN = /^\/(?!\/)[!-[\]-~]*$/;

/**
 * The address as a page of this console to go on to: a path with its query, never another site; null for everything else
 * (ASVS 3.7.2). Whatever comes from an address line passes here before anybody is sent there.
 */
export const consolePath = (address: string | undefined): string | null =>
  address !== undefined && address.length <= LONGEST && WRITTEN.test(address) && !NO_PAGE.test(address)
    ? address
    : null;
